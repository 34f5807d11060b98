/** Paragraphs of Markdown whose lines begin with bullets that Markdown does not know. */

import { type Edit } from '../draft.js';
import { readList } from '../text/lists.js';
import { readMark } from '../text/items.js';
import { TextLines } from '../text/text-lines.js';
import { itemLines, type Body } from './body.js';

export function listEdits({ source, items }: Body): Edit[] {
  return items.flatMap((item): Edit[] => {
    if (item.kind !== 'block' || item.node.type !== 'paragraph' || item.inDirective) return [];
    const lines = itemLines(source, item);
    const start = lines.findIndex((line) => isForeignBullet(line));
    // Text above the bullets stays a paragraph, and needs a blank line below it.
    if (
      start === -1 ||
      !lines.slice(start).every((line) => isForeignBullet(line) || /^\s/.test(line))
    ) {
      return [];
    }
    const piece = readList(new TextLines(lines.slice(start)), 0);
    if (piece === null || piece.end < lines.length - start) return [];
    const gap = start === 0 ? [] : [{ text: '', guesses: [] }];
    return [
      { first: item.first - 1 + start, last: item.last - 1, lines: [...gap, ...piece.draft] }
    ];
  });
}

function isForeignBullet(line: string): boolean {
  const mark = readMark(line);
  return mark !== null && /^[•◦▪‣●○■□∙·☐☑☒\uF0B7\uF0A7➢➤]$/.test(mark.glyph);
}
