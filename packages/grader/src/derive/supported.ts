/** Which challenges this version can grade; the others are built ungraded, and their author is told. */

import type { Challenge } from '@lectern/lesson';

export function whyNotSupported(challenge: Challenge): { message: string; remedy: string } | null {
  if (challenge.language !== 'python') {
    return {
      message: `its language is ${challenge.language}, and only python can be graded.`,
      remedy: 'Set "language: python".'
    };
  }
  const parts = [
    challenge.forbid.length === 0 ? null : 'forbid',
    challenge.require.length === 0 ? null : 'require'
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return {
    message: `it uses ${parts.join(', ')}, which this version does not run yet.`,
    remedy: 'Grade it by its Expected Output or by its functions, or wait for a version that does.'
  };
}
