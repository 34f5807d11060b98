/** The verdict for an answer that could not be judged, because the checker itself failed. */

import type { Verdict } from '@lectern/grader';

export function brokenCheck(challenge: string, points: number, reason: unknown): Verdict {
  const message = reason instanceof Error ? reason.message : String(reason);
  return {
    challenge,
    status: 'broken-check',
    points,
    score: 0,
    checks: [
      {
        kind: 'behaviour',
        name: 'checker',
        text: 'The answer can be checked.',
        weight: 1,
        status: 'broken-check',
        message
      }
    ],
    durationMs: 0
  };
}
