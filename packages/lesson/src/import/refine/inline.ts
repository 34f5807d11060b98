/** What is inside paragraphs, headings and cells: dollars, formulas, glossary text, and what was lost on the way. */

import { walk } from '../../markdown.js';
import type { Draft, DraftLine, Edit, Guess } from '../draft.js';
import type { ImportKind } from '../kind.js';
import { quoted } from '../words.js';
import type { Body } from './body.js';
import { plainDollars } from './dollars.js';
import { findGlue, findPossibleGlue } from './glossary.js';

/** Replaces the text from `at` on, `length` long, and says so; with neither, it only says something. */
interface Change {
  at: number;
  length: number;
  text: string;
  guess: Omit<Guess, 'lines' | 'columns'> | null;
}

export function inlineEdits(draft: Draft, { source, items }: Body, kind: ImportKind): Edit[] {
  const changes: Change[] = [];
  const said = new Set<string>();
  for (const item of items) {
    if (item.kind !== 'block') continue;
    walk(item.node, (node) => {
      const start = offsetOf(node.position?.start);
      const end = offsetOf(node.position?.end);
      if (start === null || end === null) return;
      const text = source.text.slice(start, end);
      if (/^(?:paragraph|heading|tableCell)$/.test(node.type)) {
        changes.push(...formulaChanges(text, start), ...dollarChanges(text, start));
      } else if (node.type === 'text') {
        changes.push(...glossaryChanges(text, start, said));
        if (kind === 'text') changes.push(...gapChanges(text, start));
      }
    });
  }
  return toEdits(draft, source, changes);

  function offsetOf(point: { line: number; column: number } | undefined): number | null {
    return point === undefined ? null : source.lineStart(point.line) + point.column - 1;
  }
}

function dollarChanges(text: string, start: number): Change[] {
  return plainDollars(text).map((at, index) => ({
    at: start + at,
    length: 0,
    text: '\\',
    guess:
      index > 0
        ? null
        : {
            rule: 'import/dollar',
            message: 'A dollar sign here does not look like mathematics, so it is escaped.',
            remedy: 'Take the backslash away if a formula begins here.'
          }
  }));
}

/** `\(x\)`, as some tools write formulas, is to Markdown a bracket with a needless backslash. */
function formulaChanges(text: string, start: number): Change[] {
  return [...text.matchAll(/(?<!\\)\\\([ ]*([^\n]+?)[ ]*\\\)/g)].map((match) => ({
    at: start + match.index,
    length: match[0].length,
    text: `$${match[1] ?? ''}$`,
    guess: {
      rule: 'import/formula',
      message: 'This formula was marked by `\\(` and `\\)`; here it has the marks of the format.',
      remedy: 'Check that it is one.'
    }
  }));
}

function glossaryChanges(text: string, start: number, said: Set<string>): Change[] {
  const changes = findGlue(text).flatMap(({ at, end, term }): Change[] => {
    const shown = quoted(text.slice(at, end ?? undefined));
    const guess = (remedy: string): Change['guess'] => ({
      rule: 'import/glossary',
      message: `${shown} was glued onto “${term}”, and seems to explain it.`,
      remedy
    });
    if (end === null) {
      const remedy =
        'Find where the explanation ends, which the text does not tell; move it into a `:::definition`.';
      return [{ at: start + at, length: 0, text: ' – ', guess: guess(remedy) }];
    }
    return [
      { at: start + at, length: 0, text: ' (', guess: guess('Check it.') },
      { at: start + end, length: 0, text: ')', guess: null }
    ];
  });
  for (const { at, term } of findPossibleGlue(text)) {
    if (said.has(term)) continue;
    said.add(term);
    changes.push({
      at: start + at - term.length,
      length: 0,
      text: '',
      guess: {
        rule: 'import/possible-glossary',
        message: `Here an explanation may be glued onto “${term}”.`,
        remedy: 'If it is, move it into a `:::definition`.'
      }
    });
  }
  return changes;
}

/** A space before a full stop: nobody types it, but a picture of a formula leaves it. */
function gapChanges(text: string, start: number): Change[] {
  return [...text.matchAll(/(?<=[\p{L}\p{N}]) +(?=[.,;](?:\s|$))/gu)].map((match) => ({
    at: start + match.index,
    length: 0,
    text: '',
    guess: {
      rule: 'import/lost-formula',
      message: 'A formula or a word seems to have been lost here.',
      remedy: 'Look at the original, and write it as `$…$`.'
    }
  }));
}

/** One edit for each line that has changes. None of them reaches over a line's end. */
function toEdits(draft: Draft, source: Body['source'], changes: readonly Change[]): Edit[] {
  const byLine = new Map<number, Change[]>();
  for (const change of changes.toSorted((a, b) => a.at - b.at)) {
    const line = source.point(change.at).line;
    const known = byLine.get(line);
    if (known === undefined) byLine.set(line, [change]);
    else known.push(change);
  }
  return [...byLine].map(([line, own]) => ({
    first: line - 1,
    last: line - 1,
    lines: [changed(draft[line - 1]?.text ?? '', own, source.lineStart(line))]
  }));
}

function changed(line: string, changes: readonly Change[], lineStart: number): DraftLine {
  const guesses: Guess[] = [];
  let text = '';
  let from = 0;
  for (const change of changes) {
    const at = change.at - lineStart;
    // A formula already made holds what lies in it.
    if (at < from) continue;
    text += line.slice(from, at);
    const column = text.length;
    text += change.text;
    from = at + change.length;
    if (change.guess !== null) {
      const width = Math.max(change.text.length, 1);
      guesses.push({ ...change.guess, columns: [column, column + width] });
    }
  }
  return { text: text + line.slice(from), guesses };
}
