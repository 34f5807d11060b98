/** A parser that remembers gives what one without memory gives, whatever was edited in between. */

import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { line, text } from './any-text.testing.js';
import { LessonParser, parseLesson } from './index.js';

const edit = fc.record({
  at: fc.nat(200),
  remove: fc.nat(3),
  insert: fc.array(line, { maxLength: 3 })
});

function hold(start: string, edits: { at: number; remove: number; insert: string[] }[]): void {
  const parser = new LessonParser();
  let source = start;
  expect(parser.parse(source)).toEqual(parseLesson(source));
  for (const { at, remove, insert } of edits) {
    const lines = source.split('\n');
    lines.splice(at % lines.length, remove, ...insert);
    source = lines.join('\n');
    expect(parser.parse(source)).toEqual(parseLesson(source));
  }
}

it('on any text', { timeout: 60_000 }, () => {
  fc.assert(fc.property(text, fc.array(edit, { maxLength: 5 }), hold), { numRuns: 200 });
});

it.each(['canonical', 'directives', 'challenge-parts', 'code-fences', 'references'])(
  'on a lesson: %s',
  { timeout: 60_000 },
  (name) => {
    const lesson = readFileSync(new URL(`../test/cases/${name}/input.md`, import.meta.url), 'utf8');
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => hold(lesson, edits)),
      { numRuns: 30 }
    );
  }
);

it('on one lesson after another', () => {
  const parser = new LessonParser();
  for (const source of [
    '# A\n\n[x]\n',
    '# A\n\n[x]\n\n[x]: y\n',
    '',
    '# A [x]\n\n[x]: y',
    '# A [x]'
  ]) {
    expect(parser.parse(source)).toEqual(parseLesson(source));
  }
});
