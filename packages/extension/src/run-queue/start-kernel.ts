/** Starts the kernel of a notebook that has none: as `runCell` would, but once for all the cells that were run. */

import type { ISessionContext } from '@jupyterlab/apputils';

type Context = Pick<ISessionContext, 'startKernel'>;
type Dialogs<C> = { selectKernel(session: C): Promise<void> };

const starts = new WeakMap<Context, Promise<void>>();

/** @param dialogs asks the learner which kernel, where none is named */
export function startKernel<C extends Context>(session: C, dialogs?: Dialogs<C>): Promise<void> {
  let start = starts.get(session);
  if (start === undefined) {
    start = startOrAsk(session, dialogs).finally(() => starts.delete(session));
    starts.set(session, start);
  }
  return start;
}

async function startOrAsk<C extends Context>(session: C, dialogs?: Dialogs<C>): Promise<void> {
  if (await session.startKernel()) await dialogs?.selectKernel(session);
}
