/** Markers of locked lines in a starter that lock nothing. */

import type { PartValue } from './part-value.js';
import type { Problems } from './problems.js';
import { lockedLines } from './python/locked-lines.js';
import type { SourceText } from './source-text.js';

export function reportStrayMarkers(
  source: SourceText,
  { text, fenced, range }: PartValue,
  problems: Problems
): void {
  const first = range.start.line + (fenced ? 1 : 0);
  for (const { kind, line } of lockedLines(text).strays) {
    problems.report(
      'challenge/stray-locked-marker',
      source.lineRange(first + line - 1),
      kind === 'unclosed'
        ? 'These locked lines never end, so nothing is locked.'
        : 'This marker begins or ends no locked lines.',
      kind === 'unclosed'
        ? 'Write `# --- end` after the last line that may not change.'
        : 'Remove it, or give it its partner: `# --- locked` before the lines, `# --- end` after them.'
    );
  }
}
