/** "Did you mean": the known word nearest to a mistyped one. */

/** Of a hostile text, there are thousands; looking through all for each slip would take minutes. */
const MOST_CANDIDATES = 300;

/** The candidate at the least edit distance, if that is small enough to be a slip of the keyboard. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const typed = word.toLowerCase().slice(0, 40);
  let best: string | null = null;
  // Of a single letter nothing would be left.
  let least = Math.min(typed.length, Math.max(1, Math.floor(typed.length / 3)) + 1);
  let seen = 0;
  for (const candidate of candidates) {
    if (++seen > MOST_CANDIDATES) break;
    if (Math.abs(candidate.length - typed.length) >= least) continue;
    const distance = editDistance(typed, candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** Levenshtein's distance, a swap of neighbours counted as one (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let value = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1)
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (beforeLast[j - 2] as number) + 1);
      }
      row.push(value);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}
