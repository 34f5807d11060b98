/**
 * JupyterLab saves by itself, too, and takes a save that overlaps another for a file that somebody else has changed: on a
 * slow machine a learner was then asked whether to overwrite the lesson.
 */

import type { DocumentRegistry } from '@jupyterlab/docregistry';

type Context = Pick<DocumentRegistry.Context, 'save'>;

/** From now on a save of the document begins when the one before it has ended, whoever asks for it. */
export function saveOneAtATime(context: Context): void {
  const save = context.save.bind(context);
  let last: Promise<void> = Promise.resolve();
  context.save = () => {
    const next = last.then(save);
    last = next.catch(() => undefined);
    return next;
  };
}
