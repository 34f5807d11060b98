/**
 * A case is a folder: `input.txt`, `.md` or `.html`, the `draft.md` that it becomes, and the `guesses.txt` that were made.
 * `UPDATE=1` rewrites the expectations. The laws of an import hold for each.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseLesson } from '../index.js';
import { importLesson } from './index.js';
import { firstLostWord } from './testing/words.js';

const CASES = new URL('../../test/import/', import.meta.url);

for (const name of readdirSync(CASES)) {
  describe(name, () => {
    const folder = new URL(`${name}/`, CASES);
    const file = readdirSync(folder).find((entry) => entry.startsWith('input.')) ?? '';
    const text = readFileSync(new URL(file, folder), 'utf8');
    const path = `${name}${file.slice('input'.length)}`;
    const { markdown, diagnostics } = importLesson(text, { path });

    it('becomes its draft, with its guesses', () => {
      const guesses = diagnostics
        .map(({ range: { start, end }, severity, rule, message }) => {
          const place = `${start.line}:${start.column}-${end.line}:${end.column}`;
          return `${place} ${severity} ${rule}\n  ${message}\n`;
        })
        .join('');
      for (const [expected, actual] of [
        ['draft.md', markdown],
        ['guesses.txt', guesses]
      ] as const) {
        const url = new URL(expected, folder);
        if (process.env['UPDATE'] === '1') writeFileSync(url, actual);
        expect(actual).toBe(readFileSync(url, 'utf8'));
      }
    });

    it('is a lesson without errors, but for quizzes without an answer', () => {
      const errors = parseLesson(markdown, { path }).diagnostics.filter(
        ({ severity, rule }) => severity === 'error' && !rule.startsWith('quiz/')
      );
      expect(errors).toEqual([]);
    });

    it.runIf(!file.endsWith('.html'))('has every word of the text, in order', () => {
      // What says which choice is right moves up to that choice.
      const answers = text.match(/^Answer: .*$/gm) ?? [];
      const rest = withoutItemMarks(text.replace(/^Answer: .*$/gm, ''));
      expect(firstLostWord(rest, markdown)).toBe(null);
      for (const answer of answers) expect(markdown).toContain(answer);
    });

    it('stays as it is when it is imported again, with its front matter or without', () => {
      expect(importLesson(markdown, { path: 'draft.lesson.md' }).markdown).toBe(markdown);
      const body = withoutFrontMatter(markdown);
      expect(withoutFrontMatter(importLesson(body, { path: 'draft.md' }).markdown)).toBe(body);
    });

    it('has guesses that lie in it', () => {
      const lines = markdown.split('\n');
      for (const { range } of diagnostics) {
        expect(range.start.offset).toBeLessThanOrEqual(range.end.offset);
        for (const { line, column } of [range.start, range.end]) {
          expect(column - 1).toBeLessThanOrEqual(lines[line - 1]?.length ?? -1);
        }
      }
    });
  });
}

/** The letter of a choice is dropped where the choices of a quiz are a list. */
function withoutItemMarks(text: string): string {
  return text.replace(/^(\s*)\(?[A-Za-z][.)]\s/gm, '$1');
}

function withoutFrontMatter(markdown: string): string {
  return markdown.replace(/^---\n[\s\S]*?\n---\n\n?/, '');
}
