/** Lists in plain text: whatever their bullets are, and nested where they are indented or change their bullet. */

import { draftLines, type Guess } from '../draft.js';
import { lineShape } from '../python-shape.js';
import { announcesList, isSentence } from '../words.js';
import { escapeInline } from './escape.js';
import { readMark, type Mark } from './items.js';
import { isNumberedHeading } from './numbered.js';
import type { Recogniser } from './piece.js';
import type { TextLines } from './text-lines.js';

interface Item {
  mark: Mark;
  indent: number;
  /** The lines after the first. */
  more: string[];
}

export const readList: Recogniser = (text, at) => {
  const items: Item[] = [];
  let end = at;
  for (let index = at; index < text.length;) {
    const mark = markAt(text, index);
    const previous = items.at(-1);
    if (mark !== null && (previous === undefined || follows(mark, previous, items))) {
      const isAlone = mark.rest === '';
      const rest = isAlone ? text.trimmed(index + 1) : mark.rest;
      items.push({ mark: { ...mark, rest }, indent: text.indent(index), more: [] });
      index += isAlone ? 2 : 1;
      end = index;
      continue;
    }
    if (previous === undefined) return null;
    if (text.isBlank(index)) {
      const next = text.next(index);
      const further = next - index === 1 ? markAt(text, next) : null;
      if (further === null || !follows(further, previous, items)) break;
      index = next;
    } else if (continues(text, index, previous)) {
      previous.more.push(text.trimmed(index));
      end = ++index;
    } else break;
  }
  if (!isList(items)) return null;
  return { kind: 'list', end, draft: draftLines(write(items), ...guesses(items)) };
};

/** Lines without bullets, right below a sentence that announces a list. */
export const readAnnouncedList: Recogniser = (text, at) => {
  const before = text.previous(at - 1);
  if (before === -1 || at - before > 2 || !announcesList(text.trimmed(before))) return null;
  let end = at;
  while (end < text.length && isItemLine(text.trimmed(end))) end++;
  if (end - at < 2 || !(text.isBlank(end) || isSentence(text.trimmed(end)))) return null;
  const lines = text.slice(at, end).map((line) => `- ${escapeInline(line.trim())}`);
  return { kind: 'list', end, draft: draftLines(lines, listGuess()) };
};

function isItemLine(line: string): boolean {
  return line !== '' && line.length <= 100 && !/[.?!:]$/.test(line) && lineShape(line) === null;
}

/** The mark that a line begins with; a bullet alone on its line goes with the line after it. */
function markAt(text: TextLines, index: number): Mark | null {
  if (isNumberedHeading(text, index)) return null;
  const mark = readMark(text.at(index));
  if (mark !== null && mark.rest !== '') return mark;
  const alone = readMark(`${text.trimmed(index)} x`);
  if (alone?.kind !== 'bullet' || alone.rest !== 'x' || /^[-*+–—]/.test(alone.glyph)) return null;
  if (text.isBlank(index + 1) || readMark(text.at(index + 1)) !== null) return null;
  return { ...alone, rest: '' };
}

/** Letters count up, and so does a list of numbers; a bullet may come after anything. */
function follows(mark: Mark, previous: Item, items: readonly Item[]): boolean {
  if (mark.kind === 'bullet' || mark.kind === 'box') return true;
  const last = items.findLast((item) => item.mark.kind === mark.kind);
  if (last === undefined) return mark.value === 1 && previous.mark.kind !== 'letter';
  return mark.value === last.mark.value + 1 || mark.value === 1;
}

/** Further in than its bullet, or going on with a small letter. */
function continues(text: TextLines, index: number, { indent, mark, more }: Item): boolean {
  if (text.indent(index) > indent) return true;
  const before = more.at(-1) ?? mark.rest;
  return before.length >= 45 && /^\p{Ll}/u.test(text.trimmed(index)) && !/[.?!:;]$/.test(before);
}

/** A letter or a dash alone may be anything: a name's initial, a line of a dialogue. */
function isList(items: readonly Item[]): boolean {
  const [first] = items;
  if (first === undefined) return false;
  const { kind, value, glyph } = first.mark;
  if (kind === 'letter') return value === 1 && items.length > 1;
  if (kind === 'number') return items.length > 1 || value === 1;
  return items.length > 1 || !/^[–—]$/.test(glyph);
}

function write(items: readonly Item[]): string[] {
  const levels: { indent: number; glyph: string; content: number }[] = [];
  return items.flatMap(({ mark, indent, more }) => {
    while (levels.length > 1 && indent < (levels.at(-1)?.indent ?? 0)) levels.pop();
    const known = levels.findIndex(
      (level) => level.glyph === mark.glyph && level.indent === indent
    );
    if (known !== -1) levels.length = known;
    else if (levels.length > 0 && !isDeeper(levels, indent, mark)) levels.pop();
    const column = levels.at(-1)?.content ?? 0;
    const width = mark.kind === 'number' ? mark.marker.length + 1 : 2;
    levels.push({ indent, glyph: mark.glyph, content: column + width });
    return [
      `${' '.repeat(column)}${mark.marker} ${escapeInline(mark.rest)}`,
      ...more.map((line) => `${' '.repeat(column + width)}${escapeInline(line)}`)
    ];
  });
}

function isDeeper(
  levels: readonly { indent: number; glyph: string }[],
  indent: number,
  { glyph }: Mark
): boolean {
  const last = levels.at(-1);
  return (
    last !== undefined && (indent > last.indent || (indent === last.indent && glyph !== last.glyph))
  );
}

function guesses(items: readonly Item[]): Guess[] {
  if (items.every(({ mark }) => /^[-*+1]$/.test(mark.glyph))) return [];
  return [listGuess()];
}

function listGuess(): Guess {
  return {
    rule: 'import/list',
    message: 'These lines look like a list, so its bullets are now those of Markdown.',
    remedy: 'Check where its items begin and end.'
  };
}
