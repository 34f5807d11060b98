/** `@lectern/extension:autosave`: a lesson's notebook is saved a second after the learner's last change. */

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { INotebookTracker, type NotebookPanel } from '@jupyterlab/notebook';
import { METADATA_KEY } from '../metadata-key.js';
import { saveOneAtATime } from '../documents/one-save-at-a-time.js';
import { saveDocument } from '../documents/save.js';
import { Debounce } from '../debounce.js';

/** Long enough not to save while typing, short enough to lose nothing; output that streams is saved too. */
const TIMING = { quietMs: 1000, longestMs: 10_000 };

export const autosave: JupyterFrontEndPlugin<void> = {
  id: '@lectern/extension:autosave',
  description: 'Saves lesson notebooks soon after every change.',
  autoStart: true,
  requires: [INotebookTracker],
  activate: (_: JupyterFrontEnd, tracker: INotebookTracker) => {
    tracker.forEach(watch);
    tracker.widgetAdded.connect((_, panel) => watch(panel));
  }
};

function watch(panel: NotebookPanel): void {
  const { context } = panel;
  saveOneAtATime(context);
  void context.ready.then(() => {
    if (panel.isDisposed) return;
    const saving = new Debounce(() => {
      if (isLesson(panel)) void saveDocument(context);
    }, TIMING);
    // The model says that it has changed before it says that it is dirty; whether it is, is asked when it is saved.
    const onChange = (): void => saving.touch();
    // `pagehide` may be too late for a save to end; `visibilitychange` comes first on most ways out.
    const onLeave = (): void => {
      if (document.visibilityState === 'hidden') saving.flush();
    };
    const onHide = (): void => saving.flush();
    context.model.contentChanged.connect(onChange);
    document.addEventListener('visibilitychange', onLeave);
    window.addEventListener('pagehide', onHide);
    context.disposed.connect(() => {
      saving.cancel();
      document.removeEventListener('visibilitychange', onLeave);
      window.removeEventListener('pagehide', onHide);
    });
  });
}

function isLesson(panel: NotebookPanel): boolean {
  return !panel.isDisposed && panel.content.model?.getMetadata(METADATA_KEY) !== undefined;
}
