/** JupyterLab marks a document as clean when a save ends, also what was changed while it went on, and is not in it. */

import type { DocumentRegistry } from '@jupyterlab/docregistry';

type Context = Pick<DocumentRegistry.Context, 'saveState'> & {
  model: Pick<DocumentRegistry.IModel, 'contentChanged' | 'dirty'>;
};

/** From now on such a document is marked as changed again, so that the next save is made. */
export function keepChangesWhileSaving({ model, saveState }: Context): void {
  let hasChanged = false;
  model.contentChanged.connect(() => (hasChanged = true));
  saveState.connect((_, state) => {
    // What is saved is what it is when the save begins.
    if (state === 'started') hasChanged = false;
    else if (state === 'completed' && hasChanged) model.dirty = true;
  });
}
