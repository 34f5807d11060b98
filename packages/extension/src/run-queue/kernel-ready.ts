/** Waits for a session's kernel to be there and connected, while one is on its way. */

import type { ISessionContext } from '@jupyterlab/apputils';

/** What the wait needs of a session. */
export type Session = Pick<
  ISessionContext,
  | 'ready'
  | 'isReady'
  | 'isDisposed'
  | 'hasNoKernel'
  | 'isTerminating'
  | 'session'
  | 'sessionChanged'
  | 'kernelChanged'
  | 'connectionStatusChanged'
  | 'statusChanged'
  | 'disposed'
>;

export type Outcome =
  /** Connected, or not to be waited for. */
  | 'go'
  /** None is on its way: none is wanted, or the last one has died. */
  | 'no-kernel'
  /** The document was closed. */
  | 'gone'
  | 'timed-out';

/** Calls for one session share one wait, so that what waits goes on in the order it came. */
const waits = new WeakMap<Session, Promise<Outcome>>();

export function isKernelConnected(session: Session): boolean {
  return session.session?.kernel?.connectionStatus === 'connected';
}

export function kernelReady(session: Session, longestMs: number): Promise<Outcome> {
  let wait = waits.get(session);
  if (wait === undefined) {
    wait = waitForKernel(session, longestMs).finally(() => waits.delete(session));
    waits.set(session, wait);
  }
  return wait;
}

function waitForKernel(session: Session, longestMs: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const done = (outcome: Outcome): void => {
      clearTimeout(timer);
      for (const signal of signals) signal.disconnect(look);
      resolve(outcome);
    };
    const look = (): void => {
      if (session.isDisposed) done('gone');
      else if (isKernelConnected(session) || session.isTerminating) done('go');
      // Until the session has been set up, “no kernel” only means “no kernel yet”.
      else if (session.isReady && session.hasNoKernel) done('no-kernel');
    };
    const signals = [
      session.sessionChanged,
      session.kernelChanged,
      session.connectionStatusChanged,
      session.statusChanged,
      session.disposed
    ] as { connect(slot: () => void): void; disconnect(slot: () => void): void }[];
    for (const signal of signals) signal.connect(look);
    const timer = setTimeout(() => done('timed-out'), longestMs);
    // Not `initialize()`: called before the document has said which kernel it wants, it would start none.
    void session.ready.then(look);
    look();
  });
}
