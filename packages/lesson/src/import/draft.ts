/** A draft on its way: lines of Markdown, each with the guesses that made it what it is. */

import type { Diagnostic } from '../diagnostics.js';
import { SourceText } from '../source-text.js';
import { IMPORT_RULES, type ImportRuleId } from './rules.js';

export interface Guess {
  rule: ImportRuleId;
  /** One sentence: what was guessed. */
  message: string;
  /** One sentence: what a person should do. */
  remedy: string;
  /** How many lines it is about, from its own on; 1 unless said. */
  lines?: number;
  /** Where in its line, as offsets; the whole line unless said. */
  columns?: [start: number, end: number];
}
export interface DraftLine {
  text: string;
  guesses: Guess[];
}
export type Draft = DraftLine[];

/** `guesses` are about all of `lines`, unless they say otherwise. */
export function draftLines(lines: readonly string[], ...guesses: Guess[]): Draft {
  return lines.map((text, index) => ({
    text,
    guesses: index === 0 ? guesses.map((guess) => ({ lines: lines.length, ...guess })) : []
  }));
}

/** Blocks with a blank line between them; empty ones are left out. */
export function joinBlocks(blocks: readonly Draft[]): Draft {
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : [...draftLines(['']), ...block]));
}

export function draftText(draft: Draft): string {
  return draft.map(({ text }) => text).join('\n');
}

/** Replaces lines `first` to `last` (indices, both included); guesses about them go to the first new line. */
export interface Edit {
  first: number;
  last: number;
  lines: Draft;
  /** Guesses about the old lines that the new ones make void. */
  voids?: readonly ImportRuleId[];
}

/** `edits` do not overlap. */
export function applyEdits(draft: Draft, edits: readonly Edit[]): Draft {
  const result: Draft = [];
  let next = 0;
  for (const { first, last, lines, voids = [] } of edits.toSorted((a, b) => a.first - b.first)) {
    result.push(...draft.slice(next, first));
    const kept = draft
      .slice(first, last + 1)
      .flatMap(({ guesses }) => guesses.filter(({ rule }) => !voids.includes(rule)));
    lines.forEach((line, index) => {
      result.push(index === 0 ? { ...line, guesses: [...kept, ...line.guesses] } : line);
    });
    next = last + 1;
  }
  return [...result, ...draft.slice(next)];
}

/** What a person is told, in the order of the draft. */
export function draftDiagnostics(draft: Draft): Diagnostic[] {
  const source = new SourceText(draftText(draft));
  return draft.flatMap(({ guesses, text }, index) =>
    guesses.map(({ rule, message, remedy, lines = 1, columns }) => {
      const start = source.lineStart(index + 1);
      return {
        rule,
        severity: IMPORT_RULES[rule].severity,
        message,
        remedy,
        range:
          columns === undefined
            ? source.lineRange(index + 1, Math.min(draft.length, index + lines))
            : source.range(
                start + Math.min(columns[0], text.length),
                start + Math.min(columns[1], text.length)
              )
      };
    })
  );
}
