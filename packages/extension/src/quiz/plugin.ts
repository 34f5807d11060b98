/** `@lectern/extension:quizzes`: quiz cells are forms. */

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { MarkdownCell } from '@jupyterlab/cells';
import { INotebookTracker, type NotebookPanel } from '@jupyterlab/notebook';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { processShortcut } from '../cell-ui/shortcuts.js';
import { decorateCells } from '../documents/decorate-cells.js';
import { saveDocument } from '../documents/save.js';
import { METADATA_KEY } from '../metadata-key.js';
import { QuizController } from './controller.js';
import { readQuiz } from './definition.js';

export const quizzes: JupyterFrontEndPlugin<void> = {
  id: '@lectern/extension:quizzes',
  description: 'Makes quiz cells forms that check what is answered, and keep it.',
  autoStart: true,
  requires: [INotebookTracker, IRenderMimeRegistry],
  activate: (app: JupyterFrontEnd, tracker: INotebookTracker, rendermime: IRenderMimeRegistry) => {
    const watch = (panel: NotebookPanel): void => {
      const services = {
        rendermime: panel.content.rendermime ?? rendermime,
        processShortcut: (event: KeyboardEvent) => processShortcut(app.commands, event),
        save: () => void saveDocument(panel.context)
      };
      decorateCells(panel, {
        accepts: (cell) => cell instanceof MarkdownCell,
        decorate: (cell, metadata) => {
          const definition = isInstructors(panel) ? null : readQuiz(metadata);
          return definition === null ? null : new QuizController(cell, definition, services);
        }
      });
    };
    tracker.forEach(watch);
    tracker.widgetAdded.connect((_, panel) => watch(panel));
  }
};

/** The instructor's edition is to be read: its quizzes show what is right. */
function isInstructors(panel: NotebookPanel): boolean {
  const metadata: unknown = panel.content.model?.getMetadata(METADATA_KEY);
  return (metadata as { edition?: unknown } | undefined)?.edition === 'instructor';
}
