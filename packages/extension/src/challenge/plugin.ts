/** `@lectern/extension:challenges`: challenge cells check themselves. */

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { INotebookTracker, type NotebookPanel } from '@jupyterlab/notebook';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { saveDocument } from '../documents/save.js';
import { ISandbox } from '../tokens.js';
import { addChallengeCommands } from './commands.js';
import { NotebookChallenges } from './notebook-challenges.js';
import { METADATA_KEY } from '../metadata-key.js';
import { lessonName } from './broken-check.js';
import { processShortcut } from '../cell-ui/shortcuts.js';
import { whenKernelHasStarted } from './when-kernel-has-started.js';

export const challenges: JupyterFrontEndPlugin<void> = {
  id: '@lectern/extension:challenges',
  description: 'Gives challenge cells their buttons, status and checks.',
  autoStart: true,
  requires: [INotebookTracker, IRenderMimeRegistry, ISandbox],
  optional: [ICommandPalette],
  activate: (
    app: JupyterFrontEnd,
    tracker: INotebookTracker,
    rendermime: IRenderMimeRegistry,
    sandbox: ISandbox,
    palette: ICommandPalette | null
  ) => {
    const notebooks = new WeakMap<NotebookPanel, NotebookChallenges>();
    const watch = (panel: NotebookPanel): void => {
      const services = {
        sandbox,
        rendermime: panel.content.rendermime ?? rendermime,
        processShortcut: (event: KeyboardEvent) => processShortcut(app.commands, event),
        save: () => void saveDocument(panel.context),
        lesson: () => lessonName(panel.content.model?.getMetadata(METADATA_KEY))
      };
      const prewarm = async (): Promise<void> => {
        // The kernel's start comes first: the learner is waiting for that one.
        await whenKernelHasStarted(panel.sessionContext);
        // A sandbox that does not start is reported when an answer is checked.
        await sandbox.prewarm().catch(() => undefined);
      };
      notebooks.set(panel, new NotebookChallenges(panel, services, () => void prewarm()));
    };
    tracker.forEach(watch);
    tracker.widgetAdded.connect((_, panel) => watch(panel));
    addChallengeCommands(app.commands, palette, () => {
      const panel = tracker.currentWidget;
      return panel === null ? null : (notebooks.get(panel) ?? null);
    });
    tracker.currentChanged.connect(() => app.commands.notifyCommandChanged());
  }
};
