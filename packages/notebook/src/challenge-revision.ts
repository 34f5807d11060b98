/** Names what tells right answers to a challenge from wrong ones, so that an upgrade sees whether an old verdict still counts. */

import { sha256, type Challenge } from '@lectern/lesson';

/**
 * Not the task's words, hints or points. Nor the grading data: its calls are varied anew whenever any part of the
 * lesson's text changes, and nobody's verdict is the worse for that.
 */
export function challengeRevision(challenge: Challenge): string {
  const { language, setup, starter, stdin, expectedOutput, tests, solution } = challenge;
  const { tolerance, compare, behaviour, forbid, require } = challenge;
  const output = expectedOutput?.text ?? null;
  const facts = [language, setup, starter, stdin, output, tests, solution];
  const rules = [tolerance, compare, behaviour, forbid, require];
  return sha256(JSON.stringify([...facts, ...rules])).slice(0, 12);
}
