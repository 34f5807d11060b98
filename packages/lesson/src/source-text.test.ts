import { describe, expect, it } from 'vitest';
import { parseLesson } from './index.js';
import { SourceText } from './source-text.js';

describe('positions', () => {
  it('refer to the text as it was given', () => {
    const raw = '\uFEFFone\r\ntwo\rthree\nfour';
    const source = new SourceText(raw);
    expect(source.text).toBe('one\ntwo\nthree\nfour');
    for (const word of ['one', 'two', 'three', 'four']) {
      const { start, end } = source.range(
        source.text.indexOf(word),
        source.text.indexOf(word) + word.length
      );
      expect(raw.slice(start.offset, end.offset)).toBe(word);
      expect(start.column).toBe(1);
    }
    expect(source.point(source.text.indexOf('our')).column).toBe(2);
  });

  it('hold in the challenges section of a text with CRLF and a byte order mark', () => {
    const raw = `\uFEFF${[
      '---',
      'id: x',
      'titel: é🙂',
      '---',
      'Body',
      '---challenges---',
      '### Challenge: One',
      '- id: one',
      '- pionts: 2',
      '#### Expected Output',
      '```',
      'out',
      '```'
    ].join('\r\n')}`;
    const lesson = parseLesson(raw);
    const at = (rule: string): string | undefined => {
      const range = lesson.diagnostics.find((diagnostic) => diagnostic.rule === rule)?.range;
      return range && raw.slice(range.start.offset, range.end.offset);
    };
    expect(at('front-matter/unknown-key')).toBe('titel');
    expect(at('challenge/unknown-key')).toBe('- pionts: 2');
    const output = lesson.challenges[0]?.expectedOutput?.range;
    expect(output && raw.slice(output.start.offset, output.end.offset)).toBe('```\r\nout\r\n```');
    expect(output?.start).toMatchObject({ line: 11, column: 1 });
  });
});
