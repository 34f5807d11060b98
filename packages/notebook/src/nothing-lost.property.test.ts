/**
 * No line of a lesson is lost. Each generated line holds a word of its own; that word has to be
 *
 * 1. in the notebook of the instructor's edition, or
 * 2. in the range of a diagnostic, or
 * 3. for a line inside a challenge, in that challenge: rejected answers, say, are in no notebook, or
 * 4. for a line of front matter, or one that opens a directive, in the lesson's data: keywords, say, and attributes.
 *
 * A line without a word is in one of them as it stands, unless it is all syntax. So is the language of a part's fence.
 */

import fc from 'fast-check';
import { parseLesson, quizzesOf, type Block, type Lesson } from '@lectern/lesson';
import { expect, it } from 'vitest';
import { toNotebook } from './index.js';

/** `W` is the line's own word. */
const PROSE = [
  'W',
  'W, and more.',
  '# W',
  '## W ##',
  '#W',
  '### Challenge: W',
  '=====',
  '- W',
  '- [ ] W',
  '- [x] W',
  '  - W',
  '  > W',
  '1) W',
  '> W',
  '>> W',
  '> - W',
  '    W',
  '\tW',
  '- \tW',
  'a | W',
  '- | W',
  '| W |',
  '[W]: https://example.org/W',
  '[^W]: W',
  '[ref]: W "title"',
  'See [ref], [W] and [^W].',
  '<div title="W">',
  '</div>',
  '<!-- W',
  'W -->',
  '<!-- W -->',
  '<pre>',
  '<?W',
  '$$',
  '$W$ and $$W$$',
  '$$ W',
  '***',
  '* * *',
  'a:b Note:W ::W',
  '│ W ──► │',
  '│  ▲  │',
  '\\:::W',
  '**W** `W` ~~W~~ &amp; \\W',
  '[!NOTE] W',
  'שלום W עולם',
  'مرحبا W',
  '🙂👩‍👩‍👧 W',
  'W\u0000W',
  '\u2028W',
  'W\u2028\u2029W',
  '\ud800W',
  'W\udc00',
  'W\u00a0\u200b\u000b\u000cW',
  'import os, W',
  'print(W)',
  'x = W'
];
const FENCES = [
  '```',
  '````',
  '`````',
  '~~~',
  '~~~~ W',
  '   ```',
  '    ```',
  '- ```',
  '> ```W',
  '```W',
  '``` W',
  '```python',
  '```python W',
  '```python exec',
  '```python raises',
  '```python listing W',
  '```py',
  '```diagram',
  '```diagram W',
  '```mermaid',
  '```js W {1,3}',
  '~~~python',
  '```inline W```'
];
const DIRECTIVES = [
  ':::',
  '::::',
  ':::::',
  '  :::',
  ':::note',
  ':::note W',
  '::::note W',
  ':::note[W]',
  ':::note{id=W} W',
  ':::note W {title="W"}',
  ':::{note}',
  ':::{tip} W',
  '::::{warning} W {W=W}',
  ':id: W',
  ':W: W',
  ':::try-it',
  ':::try-it{answer=text} W',
  ':::experiment{kind=W}',
  ':::quiz',
  ':::quiz W',
  ':::quiz{id=W type=multiple} W',
  ':::quiz{type=text W=W}',
  ':::quiz{type=numeric partial=true}',
  ':::W',
  ':::W W',
  ':::{W}',
  ':::!W',
  ':::{W',
  ':::note\u2028W',
  ':::challenge',
  ':::challenge W',
  ':::challenge{id=c1} W',
  ':::challenge{id=W}',
  ':::challenge{id=c1 W=W}',
  ':::{challenge} W',
  '- :::note W',
  '> :::W'
];
const PARTS = [
  '### Challenge: W',
  '### Challenge: **W** `x`',
  '### challenge 2: W',
  '### Challenge:',
  '### W',
  '## W',
  '# W',
  '- id: c1',
  '- id: W',
  '- id: W W',
  '- points: W',
  '- points: 2',
  '- language: W',
  '- forbid: W, eval',
  '- require:',
  '- compare: regex',
  '- W: 1',
  '* solution: W',
  '  W',
  '#### Setup',
  '#### Starter Code',
  '#### Starter Code W',
  '#### Stdin',
  '#### Expected Output',
  '#### Expected Output {sealed}',
  '#### Expected Output: W',
  '#### Tests',
  '#### Solution',
  '#### Solutoin',
  '#### Solution: W',
  '#### Hints',
  '#### Hints W',
  '1. W',
  '2. W',
  '   W',
  '#### Accepted',
  '#### Accepted: W',
  '#### Rejected',
  '#### Rejected: W',
  '#### Explanation',
  '#### Explanation: W',
  '#### W',
  '##### W',
  '---challenges---'
];
/** Whole, so that generated text has challenges with parts as well as ruins of them. */
const PIECES = [
  ['### Challenge: W', '', '- id: c1', ''],
  ['### Challenge: W', '- id: W', '- points: 3', '', 'W', ''],
  ...['Setup', 'Starter Code', 'Stdin', 'Expected Output', 'Tests', 'Solution', 'Accepted'].map(
    (part) => [`#### ${part}`, '', '```python', 'W', '```', '']
  ),
  ['#### Rejected: W', '', '```', 'W', '', '# W', '```', 'W'],
  ['#### Hints', '', '1. W', '2. W', '', '   W'],
  ['#### Explanation', '', 'W', '', '##### W']
];
const FRONT_MATTER = [
  'id: W',
  'id: W W',
  'title: W',
  'title: "W',
  'title: |',
  '  W',
  'title: [W]',
  'moduleId: W',
  'moduleId: W W',
  'version: W',
  'version:',
  'prerequisites: W',
  'prerequisites:',
  '  - W',
  '- W',
  'estimatedTimeMinutes: W',
  'estimatedTimeMinutes: 5',
  'difficulty: W',
  'learningObjectives: [W, W',
  'keywords: [W, 1]',
  'keywords: {W: W}',
  'packages: [W]',
  'grading: W',
  'grading: {points: W}',
  'grading: {W: 1}',
  'grading:',
  '  points: 3',
  '  W: 4',
  'W',
  'W: W',
  'W:',
  '"W": W',
  '? W',
  ': W',
  '*W',
  '&W a: b',
  '!!W a: W',
  '%W',
  '...',
  '\tW: 1',
  'owner: {name: [W, {W: W}]}',
  '__proto__: W'
];

const LINE_END = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
const some = (lines: string[], maxLength: number): fc.Arbitrary<string[]> =>
  fc.array(fc.constantFrom(...lines), { maxLength });
const body = some(['', '', ...PROSE, ...FENCES, ...DIRECTIVES, '---challenges---'], 30);
const challenges = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES),
      some(['', '', ...PARTS, ...PARTS, ...FENCES, ...PROSE, ':::note W'], 4)
    ),
    { maxLength: 12 }
  )
  .map((pieces) => pieces.flat());
const frontMatter = fc.tuple(
  fc.constantFrom(['---'], ['---'], ['--- '], []),
  some(FRONT_MATTER, 6),
  fc.constantFrom(['---'], ['---'], ['---\t'], [])
);
const text = fc
  .tuple(
    fc.constantFrom('', '', '\uFEFF'),
    fc.oneof(
      fc.constant([]),
      frontMatter.map((parts) => parts.flat())
    ),
    body,
    fc.oneof(
      fc.constant([]),
      challenges.map((lines) => ['---challenges---', ...lines])
    ),
    fc.infiniteStream(LINE_END)
  )
  .map(([start, ...rest]) => {
    const [front, middle, end, ends] = rest;
    const lines = [...front, ...middle, ...end].map(
      (line, index) => line.replaceAll('W', `w${index}x`) + (ends.next().value as string)
    );
    return start + lines.join('');
  });

const SYNTAX =
  /^(?:[->\s]*(?:`{3,}|~{3,})[\s\S]*|\s*:{3,}[\s\S]*|\s*:\w+:[\s\S]*|---challenges---|---|[=\-*_ ]+|#+[\s\S]*|[-*] [\w-]+:[\s\S]*|[.?:!%&*"]+)$/;

/** Every text in a value, keys included. */
function strings(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [String(value)];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...strings(inner)]);
}

function directives(blocks: Block[]): Extract<Block, { children: Block[] }>[] {
  return blocks.flatMap((block) =>
    'children' in block ? [block, ...directives(block.children)] : []
  );
}

/** The lines between the first, if it is `---`, and the next such line, both included. */
function frontMatterEnd(lines: string[]): number {
  if (!/^---[ \t]*$/.test(lines[0] ?? '')) return 0;
  return lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/.test(line)) + 1;
}

function decoded(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

function lostLines(source: string): { number: number; line: string; lost: string[] }[] {
  const lesson: Lesson = parseLesson(source, { path: 'x.md' });
  const notebook = toNotebook(lesson, { edition: 'instructor', grading: new Map() });
  // Text art is kept as HTML.
  const shown = decoded(strings(notebook).join('\n'));
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const data = strings({ ...lesson, body: [], challenges: [], diagnostics: [] }).join('\n');
  const last = frontMatterEnd(lines);
  const opened = directives(lesson.body);
  return lines.flatMap((line, index) => {
    const number = index + 1;
    const holds = ({ range }: { range: Lesson['diagnostics'][number]['range'] }): boolean =>
      range.start.line <= number && number <= range.end.line;
    const trimmed = line.trim();
    if (trimmed === '' || lesson.diagnostics.some(holds)) return [];
    if (shown.includes(trimmed)) return [];
    const held = [shown];
    if (number <= last) held.push(data);
    held.push(...lesson.challenges.filter(holds).flatMap(strings));
    // The answers of a quiz are encoded.
    held.push(...quizzesOf(lesson).filter(holds).flatMap(strings));
    for (const block of opened.filter(holds)) {
      const { children: _, ...own } = block;
      held.push(...strings(own));
    }
    const words = trimmed.match(/w\d+x/g) ?? [];
    if (words.length === 0) {
      return SYNTAX.test(trimmed) || held.join('\n').includes(trimmed) || number <= last
        ? []
        : [{ number, line, lost: [] }];
    }
    const isPartFence = lesson.challenges.some(holds) && /^(?:`{3,}|~{3,})\s*\S+$/.test(trimmed);
    if (isPartFence) return [];
    const lost = words.filter((word) => !held.some((text) => text.includes(word)));
    return lost.length === 0 ? [] : [{ number, line, lost }];
  });
}

it('no line of any text is lost', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(text, (source) => {
      expect(lostLines(source)).toEqual([]);
    }),
    { numRuns: 1500 }
  );
});
