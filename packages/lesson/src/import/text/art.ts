/** Text art in plain text. */

import { isArtCompanion, isArtLine } from '../art.js';
import { dedent } from '../code-guess.js';
import { draftLines } from '../draft.js';
import { fenced } from '../fence.js';
import type { Recogniser } from './piece.js';
import type { TextLines } from './text-lines.js';

export const readArt: Recogniser = (text, at) => {
  if (!startsArt(text, at)) return null;
  let end = at + 1;
  while (end < text.length && !text.isBlank(end) && isArtCompanion(text.at(end))) end++;
  // Lines that only stand beside art do not end it.
  while (end - 1 > at && !isArtLine(text.at(end - 1)) && !hangs(text, end - 1)) end--;
  const lines = dedent(text.slice(at, end));
  return {
    kind: 'code',
    end,
    draft: draftLines(fenced('diagram', lines), {
      rule: 'import/diagram',
      message: 'These lines look like text art, so they are a diagram.',
      remedy: 'After the word `diagram`, say what it shows, for those who cannot see it.'
    })
  };
};

function startsArt(text: TextLines, at: number): boolean {
  if (isArtLine(text.at(at))) return true;
  if (!isArtLine(text.at(at + 1))) return false;
  // The root of a tree of folders, a row of labels, the top of an arrow.
  const line = text.at(at);
  return /^\s*[\w.-]+\/$/.test(line) || (isArtCompanion(line) && !/[.?!:]\s*$/.test(line));
}

/** Part of the picture: symbols, or words far in. */
function hangs(text: TextLines, index: number): boolean {
  const line = text.at(index);
  return /^[\s|/\\^v+-]+$/.test(line) || text.indent(index) >= 2 || /\S {3,}\S/.test(line);
}
