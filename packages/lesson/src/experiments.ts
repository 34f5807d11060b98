/** Experiments of a lesson are of a kind that there is. */

import type { DraftBlock } from './draft.js';
import { nearest } from './nearest.js';
import type { Problems } from './problems.js';

/** @param kinds those that there are; without any, every kind is right */
export function reportExperiments(
  blocks: readonly DraftBlock[],
  kinds: readonly string[],
  problems: Problems
): void {
  for (const block of blocks) {
    if (block.kind !== 'draft-directive') continue;
    reportExperiments(block.children, kinds, problems);
    if (block.name !== 'experiment') continue;
    const { kind } = block.attributes;
    const known = kinds.map((one) => `\`${one}\``).join(', ');
    if (kind === undefined) {
      problems.report(
        'experiment/missing-kind',
        block.opening,
        'This experiment has no kind; its text is kept.',
        `Write \`:::experiment{kind=…}\`${known === '' ? '.' : ` with one of ${known}.`}`
      );
    } else if (kinds.length > 0 && !kinds.includes(kind)) {
      const guess = nearest(kind, kinds);
      problems.report(
        'experiment/unknown-kind',
        block.opening,
        `There is no experiment \`${kind}\`; its text is kept.`,
        guess === null ? `Write one of ${known}.` : `Did you mean \`${guess}\`?`
      );
    }
  }
}
