/** Which challenges this version can grade; the others are built ungraded, and their author is told. */

import type { Challenge } from '@lectern/lesson';

export function whyNotSupported(challenge: Challenge): { message: string; remedy: string } | null {
  if (challenge.language !== 'python') {
    return {
      message: `its language is ${challenge.language}, and only python can be graded.`,
      remedy: 'Set "language: python".'
    };
  }
  if (challenge.tests === null) return null;
  return {
    message: 'it uses Tests, which this version does not run yet.',
    remedy: 'Grade it by its Expected Output or by its functions, or wait for a version that does.'
  };
}
