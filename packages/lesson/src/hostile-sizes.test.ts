/** Texts that no author writes: they come out, all of them, in a time that grows as the text does. */

import { describe, expect, it } from 'vitest';
import { parseLesson, type Block, type Lesson } from './index.js';
import { analysePython } from './python/analyse.js';

const many = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join('');
const CHALLENGE = '---challenges---\n### Challenge: A\n- id: a\n\n';

const rulesOf = (lesson: Lesson): Set<string> =>
  new Set(lesson.diagnostics.map(({ rule }) => rule));

/** What the body shows, as it was written. */
function shown(blocks: Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'prose') return block.markdown;
      if (block.kind === 'quiz') return block.question;
      return 'children' in block ? shown(block.children) : block.source;
    })
    .join('\n');
}

describe('nesting', () => {
  it.each<[what: string, text: string]>([
    ['lists', many(400, (depth) => `${'  '.repeat(depth)}- x\n`)],
    ['numbered lists', many(400, (depth) => `${'   '.repeat(depth)}1. x\n`)],
    ['lists on one line', `${'- '.repeat(20_000)}x\n`],
    ['quotations', many(400, (depth) => `${'>'.repeat(depth + 1)} x\n`)],
    ['quotations on one line', `${'>'.repeat(20_000)} x\n`],
    ['both', many(400, (depth) => `${'> - '.repeat(depth + 1)}x\n`)],
    ['lazy lines of a quotation', `> x\n${'x\n'.repeat(20_000)}`]
  ])('of %s beyond measure is kept as a listing', (_, text) => {
    const lesson = parseLesson(`# Before\n\n${text}\nAfter.\n\n- a list\n`);
    expect(lesson.body.map(({ kind }) => kind)).toEqual(['prose', 'listing', 'prose']);
    expect(lesson.body[1]).toMatchObject({ language: 'markdown', source: text.trimEnd() });
    const deep = lesson.diagnostics.filter(({ rule }) => rule === 'lesson/too-deep');
    expect(deep).toHaveLength(1);
    expect(deep[0]?.range.start.line).toBe(3);
  });

  it('that a lesson may have is Markdown', () => {
    const list = many(15, (depth) => `${'  '.repeat(depth)}- x\n`);
    const code = `\n\`\`\`\n${many(60, (depth) => `${'  '.repeat(depth)}- x\n`)}\`\`\`\n`;
    const breaks = `\n- ${'- '.repeat(40).trim()}\n\n${'* '.repeat(40).trim()}\n`;
    const lesson = parseLesson(list + code + breaks);
    expect(rulesOf(lesson)).not.toContain('lesson/too-deep');
  });

  it('in the challenges section is kept with the task', () => {
    const text = many(400, (depth) => `${'  '.repeat(depth)}- x${depth}\n`);
    const lesson = parseLesson(
      `${CHALLENGE}Task.\n\n${text}\n#### Solution\n\n\`\`\`\ny\n\`\`\`\n`
    );
    expect(lesson.challenges[0]?.prose).toContain(text.trimEnd());
    expect(lesson.challenges[0]?.solution).toBe('y');
    expect(rulesOf(lesson)).toContain('lesson/too-deep');
  });

  it('in a comment is not lost', () => {
    const text = `<!--\n${many(100, (depth) => `${'  '.repeat(depth)}- x${depth}\n`)}-->\n`;
    expect(shown(parseLesson(text).body)).toBe(text.trimEnd());
  });
});

/** Seconds of this process's own time, so that a busy machine does not matter. */
function seconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

describe('a text eight times as long', () => {
  it.each<[what: string, text: (count: number) => string]>([
    ['of stars', (count) => '*'.repeat(count)],
    ['of brackets', (count) => '['.repeat(count)],
    ['of underscores', (count) => '_'.repeat(count)],
    ['of emphasis', (count) => '*a **b '.repeat(count / 4)],
    ['of links', (count) => `[a]: b\n\n${'[a][a]'.repeat(count / 8)}`],
    ['of definitions', (count) => many(count / 32, (index) => `[d${index}]: x\n\n[d${index}]\n\n`)],
    ['in a heading', (count) => `# ${'*a [b] '.repeat(count / 4)}`],
    ['on one line', (count) => 'word '.repeat(count)],
    [
      'in a wide table',
      (count) => ['a|', '-|', '1|'].map((cell) => `|${cell.repeat(count / 32)}`).join('\n')
    ],
    ['of unclosed fences', (count) => '```a\nx\n\n'.repeat(count / 8)],
    ['of unclosed directives', (count) => ':::note\nx\n\n'.repeat(count / 32)],
    ['of an unclosed directive and headings', (count) => `:::note\n${'# h\n'.repeat(count / 4)}`],
    [
      'of challenges',
      (count) => '---challenges---\n' + '### Challenge: A\n- id: a\n'.repeat(count / 64)
    ],
    [
      'of challenges and markers that do not meet',
      (count) =>
        `${many(count / 64, (index) => `:::challenge{id=marker-${index}}\n:::\n`)}---challenges---\n` +
        many(count / 64, (index) => `### Challenge: A\n- id: marked-${index}\n`)
    ],
    ['of parts', (count) => `${CHALLENGE}${'#### Accepted\n```\nx\n```\n'.repeat(count / 16)}`],
    ['of spaces in a key', (count) => `${CHALLENGE.trim()}${' '.repeat(count)}x\n`],
    ['of front matter', (count) => `---\n${many(count / 16, (index) => `k${index}: a\n`)}---\n`],
    ['of brackets in front matter', (count) => `---\na: ${'['.repeat(count)}\n---\n`],
    ['of comments', (count) => '<!--\n'.repeat(count / 4)],
    [
      'of Python',
      (count) =>
        `\`\`\`python\n${many(count / 16, (index) => `def f${index}(x): return f${index}\n`)}\`\`\`\n`
    ]
    // What grows too fast does so each time; a pause for the garbage of another test does not.
  ])('%s takes less than thirty times as long', { timeout: 120_000, retry: 2 }, (_, text) => {
    const [short, long] = [text(4096), text(32_768)];
    parseLesson(short);
    // A quadratic time would be 64 times as long; the short one is measured on the safe side of the clock's grain.
    const base = Math.max(
      0.02,
      seconds(() => parseLesson(short))
    );
    const lesson = { value: parseLesson('') };
    const time = seconds(() => (lesson.value = parseLesson(long)));
    expect(time / base).toBeLessThan(30);
    expect(rulesOf(lesson.value)).not.toContain('lesson/unparsable');
  });
});

it('a lesson of 5 MB comes out whole', { timeout: 240_000 }, () => {
  const section = (index: number): string =>
    `# Section ${index}\n\n${`Some text of section ${index}, with *words*. `.repeat(25)}\n\n- one\n- two\n\n` +
    `:::note\nA note.\n:::\n\n\`\`\`python\nx${index} = ${index}\n\`\`\`\n\n`;
  const text = many(4600, section);
  expect(text.length).toBeGreaterThan(5_000_000);
  const lesson = parseLesson(text);
  expect(lesson.body).toHaveLength(4600 * 3);
  expect(lesson.body.at(-1)).toMatchObject({ kind: 'code', source: 'x4599 = 4599' });
});

it('Python nested beyond measure is no program, and does no harm', () => {
  const nested = many(3000, (depth) => `${' '.repeat(depth)}if x:\n`);
  for (const source of [
    nested,
    `${'lambda: '.repeat(50_000)}1`,
    '1+'.repeat(50_000),
    '['.repeat(50_000)
  ]) {
    expect(() => analysePython(source)).not.toThrow();
  }
});
