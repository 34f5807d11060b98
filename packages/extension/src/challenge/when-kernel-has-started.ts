/** Waits until the page has its hands free: a notebook's kernel has been idle once, or some seconds are over. */

import type { ISessionContext } from '@jupyterlab/apputils';

const LONGEST_WAIT_MS = 8000;

export function whenKernelHasStarted(
  session: ISessionContext,
  longestMs = LONGEST_WAIT_MS
): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      session.statusChanged.disconnect(look);
      resolve();
    };
    const look = (): void => {
      if (session.kernelDisplayStatus === 'idle') done();
    };
    const timer = setTimeout(done, longestMs);
    session.statusChanged.connect(look);
    look();
  });
}
