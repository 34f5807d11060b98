/** `@lectern/extension:cell-kinds`: marks each cell with what it is in its lesson, for the style sheet. */

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import type { Cell } from '@jupyterlab/cells';
import { INotebookTracker, type NotebookPanel } from '@jupyterlab/notebook';
import { watchCells } from '../documents/watch-cells.js';
import { METADATA_KEY } from '../metadata-key.js';

export const cellKinds: JupyterFrontEndPlugin<void> = {
  id: '@lectern/extension:cell-kinds',
  description: 'Marks lesson cells with their kind, so that they can be styled.',
  autoStart: true,
  requires: [INotebookTracker],
  activate: (_: JupyterFrontEnd, tracker: INotebookTracker) => {
    const watch = (panel: NotebookPanel): void => watchCells(panel, mark);
    tracker.forEach(watch);
    tracker.widgetAdded.connect((_, panel) => watch(panel));
  }
};

function mark(cell: Cell): void {
  const metadata = cell.model.getMetadata(METADATA_KEY) as { kind?: unknown } | null | undefined;
  const kind = metadata?.kind;
  if (typeof kind === 'string') cell.node.dataset.lecternKind = kind;
}
