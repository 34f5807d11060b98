// @ts-check
/** One attack in a sandbox: what came of it, and whether the next answer is as if it had never been. */

import { answerOf, gradingDataOf, limitOf, makeChallenge } from './corpus.mjs';

/** @typedef {import('./corpus.mjs').Sign} Sign */
/** @typedef {import('@lectern/grader').Verdict} Verdict */
/** @typedef {(data: import('@lectern/grader').GradingData, source: string) => Promise<import('./graded.mjs').Graded>} Grade */

/**
 * @param {import('./corpus.mjs').Attack} attack
 * @param {import('./canaries.mjs').Canaries} canaries
 * @param {Grade} grade
 * @returns {Promise<{ seen: Sign[], ranMs: number, verdict: Verdict, next: Verdict }>}
 */
export async function attempt(attack, canaries, grade) {
  const places = canaries.places();
  const challenge = makeChallenge();
  const data = gradingDataOf(challenge, limitOf(attack));
  const answer = answerOf(attack, places);
  const first = await grade(data, answer);
  /** @type {Set<Sign>} */
  const seen = new Set();
  let said = first.said;
  if (attack.seen.includes('left')) {
    const second = await grade(data, answer);
    said += second.said;
    if (second.said.includes('it was left')) seen.add('left');
  }
  const next = isFollowed(attack) ? await grade(gradingDataOf(challenge), challenge.honest) : first;
  for (const sign of canaries.signs(places)) seen.add(sign);
  if (said.includes(canaries.secret)) seen.add('secret');
  if (said.length > 1_000_000) seen.add('flood');
  if (first.verdict.score > 0) seen.add('forged');
  if (next !== first && next.verdict.status !== 'passed') seen.add('next');
  return { seen: [...seen], ranMs: first.ranMs, verdict: first.verdict, next: next.verdict };
}

const OF_THE_NEXT = ['next', 'left', 'memory', 'flood', 'killed', 'slowed'];
let attempts = 0;

/**
 * Every interpreter is a fresh one: what outlives an attack lies outside, and is there for all that come after. So
 * a right answer follows each attack that wants it to fail, and now and then one of the others.
 * @param {import('./corpus.mjs').Attack} attack
 */
function isFollowed({ seen }) {
  attempts += 1;
  return (
    attempts % 4 === 0 || OF_THE_NEXT.some((sign) => seen.includes(/** @type {Sign} */ (sign)))
  );
}
