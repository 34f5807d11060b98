/** Decides, in reading order, which `python` fences run, where the challenges stand and what the quizzes are called. */

import type { DraftBlock, DraftDirective, DraftFence, DraftQuiz } from './draft.js';
import type { Block, Challenge, ChallengePlace, CodeBlock, ListingBlock, Range } from './lesson.js';
import { type Names, reasonNotToRun } from './python/runnable.js';
import type { Problems } from './problems.js';
import type { Placement } from './placement.js';
import { nearest } from './nearest.js';

const OPTIONS = ['exec', 'listing', 'raises'];

export function settleBody(
  drafts: DraftBlock[],
  placement: Placement,
  quizIds: ReadonlyMap<DraftQuiz, string>,
  names: Names,
  problems: Problems
): Block[] {
  const settler = new Settler(placement, quizIds, names, problems);
  return settler.blocks(drafts);
}

class Settler {
  constructor(
    private readonly placement: Placement,
    private readonly quizIds: ReadonlyMap<DraftQuiz, string>,
    private readonly names: Names,
    private readonly problems: Problems
  ) {}

  blocks(drafts: DraftBlock[]): Block[] {
    return drafts.map((draft) => {
      if (draft.kind === 'python-fence') return this.#fence(draft);
      if (draft.kind === 'draft-directive') return this.#directive(draft);
      if (draft.kind === 'draft-quiz') {
        return { ...draft.quiz, id: this.quizIds.get(draft) as string };
      }
      return draft;
    });
  }

  #directive(draft: DraftDirective): Block {
    const { name, title, attributes, range } = draft;
    const children = this.blocks(draft.children);
    const challenge = this.placement.placed.get(draft);
    if (challenge !== undefined) {
      const introduction =
        title === null ? children : [titleProse(title, draft.opening), ...children];
      return this.#place(challenge, introduction, range);
    }
    return { kind: 'directive', name, title, attributes, children, range };
  }

  /** What a challenge's cells define, later cells may use. */
  #place(challenge: Challenge, children: Block[], range: Range): ChallengePlace {
    for (const source of [challenge.setup, challenge.starter]) {
      if (source !== null) this.names.define(source);
    }
    return { kind: 'challenge-place', challengeId: challenge.id, children, range };
  }

  #fence({ source, language, meta, range }: DraftFence): CodeBlock | ListingBlock {
    const words = (meta ?? '').split(/\s+/).filter((word) => word !== '');
    for (const word of words) if (!OPTIONS.includes(word)) this.#reportOption(word, range);
    const raises = words.includes('raises');
    const listing: ListingBlock = { kind: 'listing', language, meta: null, source, range };
    if (words.includes('listing')) return listing;
    if (!raises && !words.includes('exec')) {
      const reason = reasonNotToRun(source, this.names);
      if (reason !== null) {
        this.problems.report(reason.rule, range, reason.message, reason.remedy);
        return listing;
      }
    }
    this.names.define(source);
    return { kind: 'code', source, raises, range };
  }

  #reportOption(word: string, range: Range): void {
    const guess = nearest(word, OPTIONS);
    this.problems.report(
      'code/unknown-option',
      range,
      `\`${word}\` is not an option of a \`python\` fence.`,
      guess === null
        ? 'Write `exec`, `listing` or `raises`, or nothing.'
        : `Did you mean \`${guess}\`?`
    );
  }
}

/** A marker's title is part of its text: the challenge has a title of its own. */
function titleProse(title: string, range: Range): Block {
  return { kind: 'prose', markdown: `**${title}**`, heading: null, range };
}
