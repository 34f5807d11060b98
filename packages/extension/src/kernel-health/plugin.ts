/** `@lectern/extension:kernel-health`: a kernel that dies says so, and is restarted by one press. */

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ILoggerRegistry } from '@jupyterlab/logconsole';
import { INotebookTracker, type NotebookPanel } from '@jupyterlab/notebook';
import { NotebookHealth } from './notebook-health.js';

export const kernelHealth: JupyterFrontEndPlugin<void> = {
  id: '@lectern/extension:kernel-health',
  description: 'Tells the learner when Python has died, and restarts it at one press.',
  autoStart: true,
  requires: [INotebookTracker],
  optional: [ILoggerRegistry],
  activate: (
    { serviceManager }: JupyterFrontEnd,
    tracker: INotebookTracker,
    loggers: ILoggerRegistry | null
  ) => {
    const watch = (panel: NotebookPanel): void => {
      const health = new NotebookHealth(panel, serviceManager.sessions);
      if (loggers !== null) health.watchLog(loggers.getLogger(panel.context.path));
    };
    tracker.forEach(watch);
    tracker.widgetAdded.connect((_, panel) => watch(panel));
  }
};
