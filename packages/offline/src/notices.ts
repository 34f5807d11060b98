/** What a learner reads of releases, in the catalogue and in a notebook alike. */

import type { ReleaseStatus } from './messages.js';

export interface Notice {
  kind: 'ready' | 'gone' | 'full';
  text: string;
  /** Whether there is something to reload for. */
  reload: boolean;
}

export function noticesFor(status: ReleaseStatus): Notice[] {
  const notices: Notice[] = [];
  if (status.isGone) notices.push(gone(status.isNewReady));
  else if (status.isNewReady) {
    notices.push({ kind: 'ready', text: 'A new version of this course is ready.', reload: true });
  }
  if (status.full) notices.push({ kind: 'full', text: fullText(status.full), reload: false });
  return notices;
}

function gone(isNewReady: boolean): Notice {
  const what =
    'This page is of an older version of the course, and something it needs is no longer there.';
  const then = isNewReady
    ? 'Reload to go on with the new version.'
    : 'The new version could not be fetched yet: try again in a while.';
  return { kind: 'gone', text: `${what} ${then}`, reload: isNewReady };
}

function fullText({ usage, quota }: { usage: number; quota: number | null }): string {
  const figures = quota === null ? megabytes(usage) : `${megabytes(usage)} of ${megabytes(quota)}`;
  return (
    'This browser has no room to keep the course, so it works only with a network. ' +
    `Its storage for this site holds ${figures}: free space on this device, ` +
    'or delete files here that you no longer need.'
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: bytes < 1e7 ? 1 : 0 })} MB`;
}
