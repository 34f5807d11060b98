/** Which lines are inside code fences, found line by line: the challenges marker is looked for before Markdown is parsed. */

import type { SourceText } from './source-text.js';

export interface FenceLines {
  /** Index = line number; the line that opened the fence around this line, or 0. Its own delimiters count as inside. */
  openedAt: Uint32Array;
}

// What may stand before a fence on its line: list markers and quotation marks.
const OPENING =
  /^((?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*)([ \t]*)(`{3,}(?=[^`]*$)|~{3,})/;
const LIST_ITEM = /^[ \t]*(?:>[ \t]?)*(?:[-*+]|\d{1,9}[.)])[ \t]+/;

interface OpenFence {
  line: number;
  mark: string;
  /** A fence in a list item ends where the item does: at text indented less than this. */
  leaveBelow: number;
  quoted: boolean;
}

export function findFences(source: SourceText, firstLine: number): FenceLines {
  const openedAt = new Uint32Array(source.lines.length + 2);
  let fence: OpenFence | null = null;
  let itemIndent = 0;
  for (let number = firstLine; number <= source.lines.length; number++) {
    const line = source.line(number);
    const indent = line.search(/\S/);
    if (indent === -1) {
      if (fence !== null) openedAt[number] = fence.line;
      continue;
    }
    if (fence !== null && (indent < fence.leaveBelow || (fence.quoted && !/^\s*>/.test(line)))) {
      fence = null;
    }
    if (fence !== null) {
      openedAt[number] = fence.line;
      const body = line.replace(/^[\s>]*/, '').trimEnd();
      const closes =
        body.length >= fence.mark.length && body === fence.mark.charAt(0).repeat(body.length);
      if (closes) fence = null;
      continue;
    }
    const opening = OPENING.exec(line);
    const item = LIST_ITEM.exec(line);
    if (item !== null && indent < 4 + itemIndent) itemIndent = item[0].length;
    else if (indent < itemIndent) itemIndent = 0;
    if (opening === null) continue;
    const [, containers = '', space = '', mark = ''] = opening;
    const inItem = item !== null || (itemIndent > 0 && indent >= itemIndent);
    if (containers === '' && !inItem && space.length > 3) continue;
    openedAt[number] = number;
    fence = {
      line: number,
      mark,
      leaveBelow: inItem ? Math.max(1, itemIndent) : 0,
      quoted: containers.includes('>')
    };
  }
  return { openedAt };
}
