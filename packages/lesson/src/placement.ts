/** Which `:::challenge` marker takes which challenge. */

import type { DraftBlock, DraftDirective } from './draft.js';
import type { Challenge } from './lesson.js';
import { nearest } from './nearest.js';
import type { Problems } from './problems.js';

export interface Placement {
  placed: ReadonlyMap<DraftDirective, Challenge>;
  /** In the order of the challenges section: they stand at the end. */
  unplaced: Challenge[];
}

/** A marker with an id takes that challenge; the n-th bare one takes the n-th that no id took. */
export function placeChallenges(
  body: DraftBlock[],
  challenges: Challenge[],
  problems: Problems
): Placement {
  const markers = findMarkers(body);
  for (const marker of markers) reportAttributes(marker, problems);
  const placed = new Map<DraftDirective, Challenge>();
  const byId = new Map(challenges.map((challenge) => [challenge.id, challenge]));
  const left = new Set(challenges);
  for (const marker of markers) {
    const id = marker.attributes['id'];
    if (id === undefined) continue;
    const challenge = byId.get(id);
    if (challenge === undefined) {
      const guess = nearest(id, byId.keys());
      problems.report(
        'challenge/unknown-place',
        marker.opening,
        `The lesson has no challenge \`${id}\`; the marker's text is kept.`,
        guess === null
          ? 'Write the id of a challenge of this lesson.'
          : `Did you mean \`${guess}\`?`
      );
    } else if (!left.delete(challenge)) {
      problems.report(
        'challenge/duplicate-place',
        marker.opening,
        `The challenge \`${id}\` has a place already; this marker's text is kept.`,
        'Remove one of the two markers.'
      );
    } else {
      placed.set(marker, challenge);
    }
  }
  const next = left.values();
  for (const marker of markers) {
    if (marker.attributes['id'] !== undefined) continue;
    const challenge = next.next().value;
    if (challenge !== undefined) {
      placed.set(marker, challenge);
      left.delete(challenge);
      continue;
    }
    problems.report(
      'challenge/surplus-place',
      marker.opening,
      'No challenge is left for this marker; its text is kept.',
      'Write a challenge after the line `---challenges---`, or use another directive.'
    );
  }
  return { placed, unplaced: [...left] };
}

function reportAttributes({ attributes, opening }: DraftDirective, problems: Problems): void {
  for (const name of Object.keys(attributes)) {
    if (name === 'id') continue;
    problems.report(
      'challenge/unknown-attribute',
      opening,
      `\`${name}\` is not an attribute of \`:::challenge\`, and is left out.`,
      nearest(name, ['id']) === null
        ? 'Remove it; what concerns a challenge is written in its list of keys.'
        : 'Did you mean `id`?'
    );
  }
}

function findMarkers(blocks: DraftBlock[]): DraftDirective[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'draft-directive') return [];
    const inner = findMarkers(block.children);
    return block.name === 'challenge' ? [block, ...inner] : inner;
  });
}
