/** Code in plain text, found again where its shape shows. */

import { pythonFence } from '../code-guess.js';
import { draftLines } from '../draft.js';
import { fenced } from '../fence.js';
import { isOpen, lineShape } from '../python-shape.js';
import { endsSentence, wordCount } from '../words.js';
import type { Piece, Recogniser } from './piece.js';
import type { TextLines } from './text-lines.js';

export const readPython: Recogniser = (text, at) => {
  const run = pythonRun(text, at);
  if (run === null) return null;
  return { kind: 'code', end: run, draft: pythonFence(text.slice(at, run)) };
};

/** Where the Python that begins at a line ends; `null` when none begins there, or too little to be sure. */
function pythonRun(text: TextLines, at: number): number | null {
  let sure = 0;
  let likely = 0;
  let end = at;
  let base: number | null = null;
  let index = at;
  while (index < text.length) {
    const next = text.next(index);
    if (next > index && !continuesAfterGap(text, index, next, end > at)) break;
    index = next;
    if (index >= text.length) break;
    const shape = lineShape(text.at(index));
    if (shape === null && !(base !== null && text.indent(index) > base)) break;
    base ??= text.indent(index);
    if (shape === 'comment') {
      index++;
      if (end > at && index - end === 1) end = index;
      continue;
    }
    if (shape === 'sure') sure++;
    if (shape === 'likely') likely++;
    index = closed(text, index);
    end = index;
  }
  if (end === at || sure + likely === 0) return null;
  if (sure > 0 || likely > 1) return end;
  return standsAlone(text, at, end) && /[([{'"]/.test(text.at(at)) ? end : null;
}

/** Code goes on after a blank line, and after two before a definition or an indented line. */
function continuesAfterGap(text: TextLines, from: number, next: number, started: boolean): boolean {
  if (!started || next >= text.length) return false;
  const shape = lineShape(text.at(next));
  if (text.indent(next) > 0 && shape !== null) return true;
  if (next - from === 1) return shape !== null;
  return next - from === 2 && (shape === 'sure' || shape === 'comment');
}

const LONGEST_STATEMENT = 60;

/** The line after a statement, which may take several where it leaves a bracket open. */
function closed(text: TextLines, index: number): number {
  if (!isOpen(text.at(index))) return index + 1;
  const last = Math.min(text.length, index + LONGEST_STATEMENT);
  for (let end = index + 2; end <= last; end++) {
    if (!isOpen(text.slice(index, end).join('\n'))) return end;
  }
  return index + 1;
}

function standsAlone(text: TextLines, at: number, end: number): boolean {
  const isAfterColon = text.trimmed(text.previous(at - 1)).endsWith(':');
  const next = text.next(end);
  return (text.gapBefore(at) > 0 || isAfterColon) && (next > end || next >= text.length);
}

/** What a Python prompt showed: input and output, kept as they stand. */
export const readTranscript: Recogniser = (text, at) => {
  if (!/^\s*>>> \S/.test(text.at(at))) return null;
  let end = at + 1;
  while (end < text.length && !text.isBlank(end) && !endsTranscript(text, end)) end++;
  return listing(text, at, end, 'pycon', 'These lines look like a session at a Python prompt');
};

/** Output of one line may be anything; a sentence after it is the text going on. */
function endsTranscript(text: TextLines, index: number): boolean {
  const line = text.trimmed(index);
  return !/^(?:>>>|\.\.\.)/.test(line) && wordCount(line) > 6 && endsSentence(line);
}

const SHELL =
  /^(?:\$ \S.*|(?:sudo )?(?:pip3? install|npm (?:install|run|i)|npx|conda (?:install|create|activate)|git (?:clone|add|commit|push|pull|checkout)|apt(?:-get)? install|brew install|python3? -m|uv (?:add|run|pip)|curl -|docker (?:run|build)) ?\S*.*)$/;

export const readShell: Recogniser = (text, at) => {
  let end = at;
  while (end < text.length && isShell(text.trimmed(end))) end++;
  return end === at
    ? null
    : listing(text, at, end, 'sh', 'These lines look like commands for a terminal');
};

function isShell(line: string): boolean {
  return SHELL.test(line) && !endsSentence(line) && !/^\$ ?\d/.test(line);
}

/** Brackets, semicolons: code of some other language, or data. */
export const readOtherCode: Recogniser = (text, at) => {
  if (!/[{[;]\s*$/.test(text.at(at))) return null;
  let end = at;
  let marked = 0;
  while (end < text.length && !text.isBlank(end)) {
    const line = text.at(end);
    const isMarked = /[{}[\];,]\s*$|^\s*(?:\/\/|["}\]])/.test(line);
    if (!isMarked && text.indent(end) <= text.indent(at)) break;
    if (isMarked) marked++;
    end++;
  }
  if (end - at < 2 || marked < 2) return null;
  const source = text.slice(at, end).join('\n');
  return listing(text, at, end, isJson(source) ? 'json' : '', 'These lines look like code');
};

function isJson(source: string): boolean {
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}

/** Lines indented as code is in Markdown, after a blank line, that are not sentences. */
export const readIndented: Recogniser = (text, at) => {
  if (text.indent(at) < 4 || text.gapBefore(at) === 0) return null;
  let end = at;
  for (let index = at; index < text.length; index = text.next(index)) {
    if (text.isBlank(index)) continue;
    if (text.indent(index) < 4 || index - end > 1) break;
    end = ++index;
  }
  const written = text.slice(at, end).filter((line) => line.trim() !== '');
  const sentences = written.filter((line) => wordCount(line) >= 8 || endsSentence(line));
  if (sentences.length * 2 >= written.length) return null;
  return listing(text, at, end, '', 'These lines were indented as code is');
};

/**
 * A page that leaves one blank line between paragraphs and two or more around a block keeps its code that way:
 * short lines, at least two of them together, and none a sentence.
 */
export const readSetApart: Recogniser = (text, at) => {
  if (text.gapBefore(at) < 2) return null;
  let end = at;
  let together = false;
  for (;;) {
    while (end < text.length && !text.isBlank(end)) {
      if (!isShortLine(text.trimmed(end))) return null;
      if (end > at && !text.isBlank(end - 1)) together = true;
      end++;
    }
    const next = text.next(end);
    if (next >= text.length || next - end >= 2) break;
    end = next;
  }
  if (!together || text.gapBefore(at) === Infinity) return null;
  return listing(text, at, end, '', 'These lines were set apart by blank lines');
};

function isShortLine(line: string): boolean {
  return line.length <= 72 && !/[.?!:]["”’)]*$/.test(line) && !/^[•◦▪●○·*-]\s/.test(line);
}

function listing(
  text: TextLines,
  at: number,
  end: number,
  language: string,
  reason: string
): Piece {
  const lines = text.slice(at, end).map((line) => line.trimEnd());
  const indent = Math.min(
    ...lines.flatMap((line, index) => (line === '' ? [] : [text.indent(at + index)]))
  );
  return {
    kind: 'code',
    end,
    draft: draftLines(
      fenced(
        language,
        lines.map((line) => withoutIndent(line, indent))
      ),
      {
        rule: 'import/listing',
        message: `${reason}, so they are kept as they stand, in a listing.`,
        remedy: 'Name its language after the three backticks; take them away if it is prose.'
      }
    )
  };
}

function withoutIndent(line: string, indent: number): string {
  return line.replace(/^[ \t]+/, (space) => space.replaceAll('\t', '    ').slice(indent));
}
