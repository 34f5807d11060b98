/** The conversation with the learner: a newer lesson is here; this is what changed; it can be undone. */

import { Dialog, Notification, showDialog } from '@jupyterlab/apputils';
import { Widget } from '@lumino/widgets';
import { changesList, summary } from './changes-view.js';
import {
  updateLesson,
  type Files,
  type LessonUpdate,
  type Notebook,
  type OpenNotebook
} from './lesson-update.js';

/** Gives a function that takes back what is still shown, for when the notebook is closed. */
export function offerUpdate(notebook: OpenNotebook, served: Notebook, files: Files): () => void {
  const shown = new Set<string>();
  const show = (
    message: string,
    type: Notification.TypeOptions,
    actions: Notification.IAction[]
  ): void => {
    shown.add(Notification.emit(message, type, { autoClose: false, actions }));
  };
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (reason) {
      console.error('Lectern could not update a lesson.', reason);
      const why = reason instanceof Error ? reason.message : String(reason);
      show(`The lesson could not be updated; your notebook is kept. (${why})`, 'error', []);
    }
  };

  const update = async (): Promise<void> => {
    const { upgradeNotebook } = await import('@lectern/notebook');
    const done = await updateLesson(notebook, served, { files, merge: upgradeNotebook });
    show(`The lesson is updated: ${summary(done.upgrade.changes)}.`, 'success', [
      {
        label: 'What changed',
        callback: (event) => {
          // The notification stays, for its Undo.
          event.preventDefault();
          void attempt(() => showChanges(done));
        }
      },
      { label: 'Undo', callback: () => void attempt(() => undo(done)) }
    ]);
  };
  const undo = async (done: LessonUpdate): Promise<void> => {
    const kept = await done.undo();
    const since = kept === null ? '' : ` What you did since is in “${kept}”.`;
    show(`Your notebook is as it was before the update.${since}`, 'info', [offer]);
  };
  const offer: Notification.IAction = {
    label: 'Update',
    displayType: 'accent',
    callback: () => void attempt(update)
  };
  show('A newer version of this lesson is here. Your answers and notes are kept.', 'info', [
    offer,
    { label: 'Not now', callback: () => undefined }
  ]);
  return () => {
    for (const id of shown) Notification.dismiss(id);
  };
}

async function showChanges({ upgrade, backup }: LessonUpdate): Promise<void> {
  const { describeChanges } = await import('@lectern/notebook');
  await showDialog({
    title: 'What changed in this lesson',
    body: new Widget({ node: changesList(describeChanges(upgrade.changes), backup) }),
    buttons: [Dialog.okButton({ label: 'Close' })]
  });
}
