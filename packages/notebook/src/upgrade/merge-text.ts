/** Two edits of one text, joined line by line where they do not meet. */

import { diff3Merge } from 'node-diff3';

/** Longer texts would take long to compare; both versions of them are kept instead. */
const MOST_LINES = 5_000;

/** `null` where the edits meet, or joining would lose a line that either side wrote. */
export function mergeText(base: string, mine: string, theirs: string): string | null {
  const [from, left, right] = [base, mine, theirs].map((text) => text.split('\n')) as [
    string[],
    string[],
    string[]
  ];
  if (Math.max(from.length, left.length, right.length) > MOST_LINES) return null;
  const merged: string[] = [];
  for (const region of diff3Merge(left, from, right, { excludeFalseConflicts: true })) {
    if (region.ok === undefined) return null;
    merged.push(...region.ok);
  }
  const kept = (side: string[]): boolean => missing(missing(side, from), merged).length === 0;
  return kept(left) && kept(right) ? merged.join('\n') : null;
}

/** The lines of `lines` that are not in `among`, each as often as it is there too often; blank ones do not count. */
export function missing(lines: readonly string[], among: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of among) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0 && line.trim() !== '';
  });
}
