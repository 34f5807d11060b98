/** The locked lines of a starter: each region must stand in the answer, in order, up to trailing space and line ends. */

import type { SyntaxNode } from '@lezer/common';
import { lockedLines, parsePython, type LockedRegion } from '@lectern/lesson/python';
import type { Finding } from '../finding.js';
import type { Say } from '../messages/messages.js';
import { shorten } from './show-value.js';

export function checkLocked(answer: string, starter: string, say: Say): Finding {
  const lines = linesOf(answer);
  const isInText = textLines(answer);
  let from = 0;
  for (const region of lockedLines(starter).regions.map(trimmed)) {
    const { at, matched } = bestPlace(lines, from, region.lines, isInText);
    const missing = region.lines[matched];
    if (missing !== undefined) {
      return {
        status: 'failed',
        message: say('locked.changed', {
          text: `\`${shorten(missing.trim(), 120)}\``,
          line: region.first + matched
        }),
        ...(matched > 0 && at + matched < lines.length ? { line: at + matched + 1 } : {})
      };
    }
    from = at + matched;
  }
  return { status: 'passed', message: say('locked.passed') };
}

function linesOf(source: string): string[] {
  return source.split(/\r\n?|\n/).map((line) => line.trimEnd());
}

/** Without the blank lines around it, and without trailing space. */
function trimmed({ first, lines }: LockedRegion): LockedRegion {
  const bare = lines.map((line) => line.trimEnd());
  const from = bare.findIndex((line) => line !== '');
  const to = bare.findLastIndex((line) => line !== '');
  return { first: first + from, lines: bare.slice(from, to + 1) };
}

/** Where most of the region's lines follow each other; it does not count as text between triple quotes. */
function bestPlace(
  lines: readonly string[],
  from: number,
  region: readonly string[],
  isInText: (line: number) => boolean
): { at: number; matched: number } {
  let best = { at: from, matched: 0 };
  for (let at = from; at < lines.length && best.matched < region.length; at++) {
    let matched = 0;
    while (matched < region.length && lines[at + matched] === region[matched]) matched++;
    if (matched > best.matched && !isInText(at)) best = { at, matched };
  }
  return best;
}

/** Whether a line (from 0) begins inside a string. */
function textLines(answer: string): (line: number) => boolean {
  const normalised = answer.replace(/\r\n?/g, '\n');
  const { tree } = parsePython(normalised);
  const starts = [0];
  for (const { index } of normalised.matchAll(/\n/g)) starts.push(index + 1);
  return (line) => {
    const offset = starts[line] ?? 0;
    for (let node: SyntaxNode | null = tree.resolveInner(offset, 1); node; node = node.parent) {
      if (/String$/.test(node.name) && node.from < offset) return true;
    }
    return false;
  };
}
