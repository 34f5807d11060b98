/** Laws that hold for any text at all. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { text } from './any-text.testing.js';
import { parseLesson, quizzesOf } from './index.js';

/** Words that are syntax where they stand, so that their meaning is kept and not their letters. */
const SYNTAX = new Set(
  `challenges challenge starter code solution solutions expected output sealed hints rejected accepted explanation
   python exec diagram id key value points true false null x i type text numeric partial quiz`.split(
    /\s+/
  )
);

describe('any text', () => {
  it('is read without an exception, and no word of it is lost', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(text, (source) => {
        const lesson = parseLesson(source, { path: 'x.md' });
        const reported = lesson.diagnostics.map(({ range }) => range);
        const kept = new Set(words(strings(lesson).join('\n')));
        const lines = source.split(/\r\n|\r|\n/);
        lines.forEach((content, index) => {
          const number = index + 1;
          if (reported.some(({ start, end }) => start.line <= number && number <= end.line)) return;
          const lost = words(content).filter((word) => !SYNTAX.has(word) && !kept.has(word));
          expect({ number, content, lost }).toEqual({ number, content, lost: [] });
        });
      }),
      { numRuns: 1000 }
    );
  });

  it('has ranges that lie in it, in order', () => {
    fc.assert(
      fc.property(text, (source) => {
        const lesson = parseLesson(source);
        const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
        for (const { range } of [...lesson.diagnostics, ...lesson.body, ...lesson.challenges]) {
          for (const point of [range.start, range.end]) {
            expect(point.offset).toBeLessThanOrEqual(source.length);
            expect(point.line).toBeLessThanOrEqual(lines.length);
            expect(point.column - 1).toBeLessThanOrEqual(lines[point.line - 1]?.length ?? 0);
          }
          expect(range.start.offset).toBeLessThanOrEqual(range.end.offset);
        }
      }),
      { numRuns: 300 }
    );
  });

  it('has every challenge in exactly one place', () => {
    fc.assert(
      fc.property(text, (source) => {
        const lesson = parseLesson(source);
        const places: string[] = [];
        const visit = (blocks: typeof lesson.body): void => {
          for (const block of blocks) {
            if (block.kind === 'challenge-place') places.push(block.challengeId);
            if ('children' in block) visit(block.children);
          }
        };
        visit(lesson.body);
        expect(places.sort()).toEqual(lesson.challenges.map(({ id }) => id).sort());
      }),
      { numRuns: 300 }
    );
  });

  it('has quizzes with ids of their own, and options that can be told apart', () => {
    fc.assert(
      fc.property(text, (source) => {
        const lesson = parseLesson(source);
        const quizzes = quizzesOf(lesson);
        const ids = [...quizzes, ...lesson.challenges].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { answers } of quizzes) {
          expect(new Set(answers.map(({ key }) => key)).size).toBe(answers.length);
        }
      }),
      { numRuns: 300 }
    );
  });

  it('means the same with other line ends', () => {
    fc.assert(
      fc.property(text, (source) => {
        const withoutOffsets = (value: string): unknown =>
          JSON.parse(
            JSON.stringify(parseLesson(value), (key, inner: unknown) =>
              key === 'offset' ? undefined : inner
            )
          );
        const unix = source.replace(/\r\n?/g, '\n');
        expect(withoutOffsets(unix.replaceAll('\n', '\r\n'))).toEqual(withoutOffsets(unix));
      }),
      { numRuns: 200 }
    );
  });
});

function words(content: string): string[] {
  return content.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Every text in a value, and every key. */
function strings(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [String(value)];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...strings(inner)]);
}
