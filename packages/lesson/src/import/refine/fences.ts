/** Fences that say nothing of what they hold, code by indentation, and art without a fence. */

import type { Code } from 'mdast';
import { isFence } from '../../markdown.js';
import { isPython } from '../../segments.js';
import { isArt, isArtLine } from '../art.js';
import { dedent, isPythonBlock, pythonFence, smartQuotes } from '../code-guess.js';
import { draftLines, type Edit, type Guess } from '../draft.js';
import { fenced } from '../fence.js';
import { hasLostIndentation, hasSmartQuotes, parses, straightQuotes } from '../python-shape.js';
import { itemLines, type Body } from './body.js';

export function fenceEdits({ source, items }: Body): Edit[] {
  return items.flatMap((item): Edit[] => {
    if (item.kind !== 'block') return [];
    const edit = (first: number, last: number, lines: string[], ...guesses: Guess[]): Edit => ({
      first: first - 1,
      last: last - 1,
      lines: draftLines(lines, ...guesses)
    });
    if (item.node.type === 'paragraph') {
      const lines = itemLines(source, item);
      if (!isArt(lines) || lines.filter(isArtLine).length < 2) return [];
      return [edit(item.first, item.last, fenced('diagram', lines), diagram())];
    }
    if (item.node.type !== 'code') return [];
    const code: Code = item.node;
    const lines = code.value.split('\n');
    if (!isFence(item, source.lines, 1)) {
      return isPythonBlock(lines)
        ? [{ first: item.first - 1, last: item.last - 1, lines: pythonFence(lines) }]
        : [];
    }
    const opening = source.line(item.first);
    if (code.lang == null) {
      if (isArt(lines))
        return [edit(item.first, item.first, [`${opening.trimEnd()}diagram`], diagram())];
      if (!isPythonBlock(lines) || hasLostIndentation(dedent(lines))) return [];
      return [edit(item.first, item.first, [`${opening.trimEnd()}python`], untagged())];
    }
    if (!isPython(code.lang) || code.meta != null) return [];
    return pythonEdits(code.value, opening, item, edit);
  });
}

/** Python that only its quotation marks, or the indentation that it lost, keep from running. */
function pythonEdits(
  value: string,
  opening: string,
  { first, last }: { first: number; last: number },
  edit: (first: number, last: number, lines: string[], ...guesses: Guess[]) => Edit
): Edit[] {
  if (hasLostIndentation(value.split('\n'))) {
    return [
      edit(first, first, [`${opening.trimEnd()} listing`], {
        rule: 'import/lost-indentation',
        message:
          'This Python lost its indentation on the way, so it is a listing that does not run.',
        remedy: 'Indent it again, and take the word `listing` away.'
      })
    ];
  }
  const straight = straightQuotes(value);
  if (!hasSmartQuotes(value) || !parses(straight)) return [];
  return [edit(first + 1, last - 1, straight.split('\n'), smartQuotes())];
}

function diagram(): Guess {
  return {
    rule: 'import/diagram',
    message: 'These lines look like text art, so they are a diagram.',
    remedy: 'After the word `diagram`, say what it shows, for those who cannot see it.'
  };
}

function untagged(): Guess {
  return {
    rule: 'import/code',
    message: 'This fence names no language, and looks like Python.',
    remedy: 'Write `python listing` if it is not meant to run.'
  };
}
