/** Saves a document on its reader's behalf: one save at a time, and no more after one that failed. */

import { Notification } from '@jupyterlab/apputils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import { keepChangesWhileSaving } from './changed-while-saving.js';
import { SaveQueue } from './save-queue.js';

type Context = DocumentRegistry.Context;

const queues = new WeakMap<Context, SaveQueue>();

/** Never rejects: a failure is told to the reader, once, and forgiven when a save by hand succeeds. */
export function saveDocument(context: Context): Promise<void> {
  let queue = queues.get(context);
  if (queue === undefined) {
    queue = new SaveQueue({
      isWanted: () => !context.isDisposed && context.model.dirty && canSave(context),
      save: () => context.save(),
      onFailure: (reason) => {
        if (!context.isDisposed) tell(context, reason);
      }
    });
    // Before the queue hears of a save's end, since it then asks whether another one is wanted.
    keepChangesWhileSaving(context);
    const { onSaveState } = queue;
    context.saveState.connect((_, state) => onSaveState(state));
    queues.set(context, queue);
  }
  return queue.request();
}

function canSave(context: Context): boolean {
  return !context.model.readOnly && context.contentsModel?.writable !== false;
}

function tell(context: Context, reason: unknown): void {
  const why = reason instanceof Error ? reason.message : String(reason);
  Notification.warning(
    `Your work in “${context.localPath}” is not being saved (${why}). Save it yourself or download it before you leave this page.`,
    { autoClose: false }
  );
}
