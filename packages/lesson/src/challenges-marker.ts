/** Where the body ends and the challenges begin: the line `---challenges---`, looked for before Markdown is parsed. */

import { findFences, type FenceLines } from './fence-lines.js';
import type { Problems } from './problems.js';
import type { SourceText } from './source-text.js';

const MARKER = /^---challenges---[ \t]*$/;

export interface Sections {
  bodyLast: number;
  /** First line after the marker; past the end when there is no marker. */
  challengesFirst: number;
  fences: FenceLines;
}

export function splitSections(source: SourceText, bodyFirst: number, problems: Problems): Sections {
  const fences = findFences(source, bodyFirst);
  const fenced: number[] = [];
  let marker = 0;
  for (let line = bodyFirst; line <= source.lines.length; line++) {
    if (!MARKER.test(source.line(line))) continue;
    if (fences.openedAt[line] !== 0) {
      fenced.push(line);
    } else if (marker === 0) {
      marker = line;
    } else {
      problems.report(
        'challenges/second-marker',
        source.lineRange(line),
        `\`---challenges---\` stands on line ${marker} already; this one is left out.`,
        'Keep one marker, and put every challenge after it.'
      );
      source.omit(line);
    }
  }
  if (marker === 0) {
    for (const line of fenced) {
      problems.report(
        'challenges/marker-in-fence',
        source.lineRange(line),
        `This marker is inside the fence that line ${fences.openedAt[line]} opens, so it is code.`,
        'If challenges are meant to begin here, close that fence first.'
      );
    }
    return { bodyLast: source.lines.length, challengesFirst: source.lines.length + 1, fences };
  }
  return { bodyLast: marker - 1, challengesFirst: marker + 1, fences };
}
