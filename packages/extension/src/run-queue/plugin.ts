/**
 * `@lectern/extension:run-queue`: a cell run before the kernel is there is not lost.
 *
 * JupyterLab's executor clears such a cell and reports success. It is switched off in this package's
 * `jupyterlab.disabledExtensions`, and this one provides its token instead.
 */

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { Notification } from '@jupyterlab/apputils';
import { INotebookCellExecutor, INotebookTracker } from '@jupyterlab/notebook';
import { WaitingExecutor } from './executor.js';
import { interruptWait } from './kernel-ready.js';

/** JupyterLab's, which menu and keys lead to. It does nothing while there is no connection to a kernel. */
const INTERRUPT = 'notebook:interrupt-kernel';

export const runQueue: JupyterFrontEndPlugin<INotebookCellExecutor> = {
  id: '@lectern/extension:run-queue',
  description: 'Keeps cells that were run before the kernel was there, and runs them when it is.',
  autoStart: true,
  provides: INotebookCellExecutor,
  activate: (): INotebookCellExecutor => {
    let told: string | null = null;
    return new WaitingExecutor({
      onTimeout: () => {
        if (told !== null && Notification.manager.has(told)) return;
        told = Notification.error(
          'Python did not start, so your cells were not run. Your work is kept: reload the page and run them again.',
          { autoClose: false }
        );
      }
    });
  }
};

/** By itself, since JupyterLab's tracker of notebooks wants the executor first. */
export const runQueueInterrupt: JupyterFrontEndPlugin<void> = {
  id: '@lectern/extension:run-queue-interrupt',
  description: 'Interrupt gives up the cells that wait for their kernel.',
  autoStart: true,
  requires: [INotebookTracker],
  activate: ({ commands }: JupyterFrontEnd, tracker: INotebookTracker): void => {
    commands.commandExecuted.connect((_, { id }) => {
      const session = tracker.currentWidget?.sessionContext;
      if (id === INTERRUPT && session !== undefined) interruptWait(session);
    });
  }
};
