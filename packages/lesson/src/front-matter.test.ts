import { describe, expect, it } from 'vitest';
import { parseLesson } from './index.js';

const rules = (text: string, path?: string): string[] =>
  parseLesson(text, { path }).diagnostics.map(({ rule }) => rule);

describe('front matter', () => {
  it('that is not YAML is an error where it is, and the rest still parses', () => {
    const lesson = parseLesson('---\nid: a\ntitle: "open\n---\n\n# Heading\n');
    const error = lesson.diagnostics.find(({ rule }) => rule === 'front-matter/invalid-yaml');
    expect(error?.severity).toBe('error');
    expect(error?.range.start.line).toBeGreaterThanOrEqual(3);
    expect(error?.message).not.toContain('\n');
    expect(lesson.body).toMatchObject([{ kind: 'prose', markdown: '# Heading' }]);
  });

  it('that is a list, or never closed, is an error', () => {
    expect(rules('---\n- a\n---\n')).toContain('front-matter/not-a-map');
    expect(rules('---\nid: a\n\n# Heading\n')).toContain('front-matter/unclosed');
    expect(rules('---\n\nA break, then text\n')).not.toContain('front-matter/unclosed');
  });

  it('that multiplies its aliases does no harm', () => {
    const bomb = Array.from(
      { length: 12 },
      (_, i) => `k${i}: &k${i} [${`*k${i - 1},`.repeat(i && 9)}1]`
    );
    expect(() => parseLesson(`---\n${bomb.join('\n')}\n---\n`)).not.toThrow();
  });

  it('keeps a key named __proto__ as a key', () => {
    const { extra } = parseLesson('---\n__proto__: {polluted: true}\n---\n');
    expect(Object.keys(extra)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    ['course/one/lesson.md', 'one'],
    ['C:\\course\\Two Words\\lesson.md', 'two-words'],
    ['course/Plain File.md', 'plain-file'],
    ['lesson.md', 'the-title'],
    [undefined, 'the-title']
  ])('without an id, the lesson %s is %s', (path, id) => {
    const lesson = parseLesson('# The Title\n', { path });
    expect(lesson).toMatchObject({ id, title: 'The Title' });
    expect(lesson.diagnostics.map(({ rule }) => rule)).toEqual([
      'front-matter/missing-title',
      'front-matter/missing-id'
    ]);
  });

  it("gives the version, or else the text's hash does", () => {
    expect(parseLesson('---\nversion: 2.0\n---\n').version).toBe('2.0');
    const lesson = parseLesson('text\r\n');
    expect(lesson.version).toBe(lesson.sha256.slice(0, 12));
    expect(parseLesson('text\n').sha256).toBe(lesson.sha256);
  });
});

describe('nesting that no lesson has', () => {
  it('of directives is cut off with an error', () => {
    const deep = Array.from({ length: 500 }, (_, i) => `${':'.repeat(3 + i)}note`).join('\n');
    expect(rules(deep)).toContain('directive/too-deep');
  });

  it('of quotations keeps the text', { timeout: 20_000 }, () => {
    const text = `${'>'.repeat(3000)} text`;
    expect(JSON.stringify(parseLesson(text))).toContain('text');
  });
});
