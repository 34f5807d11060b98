/** Waits for a session's kernel to be there and connected, while one is on its way. */

import type { ISessionContext } from '@jupyterlab/apputils';
import { PromiseDelegate } from '@lumino/coreutils';

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
  | 'interrupted'
  | 'timed-out';

interface Wait {
  outcome: Promise<Outcome>;
  end(outcome: Outcome): void;
}

/** Calls for one session share one wait, so that what waits goes on in the order it came. */
const waits = new WeakMap<Session, Wait>();

/** Whether it has answered: what is sent to it before, JupyterLab keeps for it, and no interrupt reaches that. */
export function isKernelReady(session: Session): boolean {
  const kernel = session.session?.kernel;
  return kernel?.connectionStatus === 'connected' && kernel.status !== 'unknown';
}

export function kernelReady(session: Session, longestMs: number): Promise<Outcome> {
  let wait = waits.get(session);
  if (wait === undefined) {
    wait = waitForKernel(session, longestMs);
    waits.set(session, wait);
    void wait.outcome.finally(() => waits.delete(session));
  }
  return wait.outcome;
}

/** Ends the wait, if there is one. */
export function interruptWait(session: Session): void {
  waits.get(session)?.end('interrupted');
}

function waitForKernel(session: Session, longestMs: number): Wait {
  const delegate = new PromiseDelegate<Outcome>();
  const end = (found: Outcome): void => {
    clearTimeout(timer);
    for (const signal of signals) signal.disconnect(look);
    delegate.resolve(found);
  };
  const look = (): void => {
    if (session.isDisposed) end('gone');
    // What waited for one Python is not run by the next.
    else if (session.session?.kernel?.status === 'restarting') end('interrupted');
    else if (isKernelReady(session) || session.isTerminating) end('go');
    // Until the session has been set up, “no kernel” only means “no kernel yet”.
    else if (session.isReady && session.hasNoKernel) end('no-kernel');
  };
  const signals = [
    session.sessionChanged,
    session.kernelChanged,
    session.connectionStatusChanged,
    session.statusChanged,
    session.disposed
  ] as { connect(slot: () => void): void; disconnect(slot: () => void): void }[];
  for (const signal of signals) signal.connect(look);
  const timer = setTimeout(() => end('timed-out'), longestMs);
  // Not `initialize()`: called before the document has said which kernel it wants, it would start none.
  void session.ready.then(look);
  look();
  return { outcome: delegate.promise, end };
}
