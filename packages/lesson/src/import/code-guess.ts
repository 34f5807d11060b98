/** What a stretch of code is: its language, whether it may run, and what to tell its author. */

import { draftLines, type Draft, type Guess } from './draft.js';
import { fenced } from './fence.js';
import {
  hasLostIndentation,
  hasSmartQuotes,
  lineShape,
  parses,
  straightQuotes
} from './python-shape.js';

/** Lines that were found to be Python, as a fence. */
export function pythonFence(found: readonly string[]): Draft {
  const lines = dedent(found);
  const code: Guess = {
    rule: 'import/code',
    message: 'These lines look like Python.',
    remedy:
      'Check where the code begins and ends; write `python listing` if it is not meant to run.'
  };
  if (hasLostIndentation(lines)) {
    return draftLines(fenced('python listing', lines), {
      rule: 'import/lost-indentation',
      message: 'This Python lost its indentation on the way, so it is a listing that does not run.',
      remedy: 'Indent it again, and take the word `listing` away.'
    });
  }
  const source = lines.join('\n');
  const straight = straightQuotes(source);
  if (hasSmartQuotes(source) && parses(straight)) {
    return draftLines(fenced('python', straight.split('\n')), code, smartQuotes());
  }
  if (parses(source)) return draftLines(fenced('python', lines), code);
  return draftLines(fenced('python listing', lines), {
    rule: 'import/listing',
    message:
      'These lines look like Python and do not parse, so they are a listing that does not run.',
    remedy: 'Correct them, and take the word `listing` away.'
  });
}

export function smartQuotes(): Guess {
  return {
    rule: 'import/smart-quotes',
    message: 'Typographic quotation marks in this code were made straight, so that it parses.',
    remedy: 'Check the texts in it.'
  };
}

/** Whether a whole block is Python beyond doubt: it parses, and its lines have the shape. */
export function isPythonBlock(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '');
  if (written.length === 0) return false;
  const shapes = written.map(lineShape);
  const sure = shapes.filter((shape) => shape === 'sure').length;
  const likely = shapes.filter((shape) => shape === 'likely').length;
  if (sure + likely === 0 || (sure === 0 && likely < 2)) return false;
  return parses(dedent(lines).join('\n'));
}

export function dedent(lines: readonly string[]): string[] {
  const expanded = lines.map((line) => expandTabs(line).trimEnd());
  const indents = expanded.filter((line) => line !== '').map((line) => line.search(/\S/));
  const least = Math.min(...indents, Infinity);
  return expanded.map((line) => line.slice(Number.isFinite(least) ? least : 0));
}

/** Leading tabs as four columns each; a tab between words as one space would not keep columns, so it stays. */
function expandTabs(line: string): string {
  return line.replace(/^[ \t]+/, (space) => space.replaceAll('\t', '    '));
}
