/** Tells of every cell of a notebook once: those that are there, and those that come later. */

import type { Cell } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';

export function watchCells(panel: NotebookPanel, onCell: (cell: Cell) => void): void {
  const seen = new WeakSet<Cell>();
  const look = (): void => {
    if (panel.isDisposed) return;
    for (const cell of panel.content.widgets) {
      if (seen.has(cell)) continue;
      seen.add(cell);
      onCell(cell);
    }
  };
  void panel.context.ready.then(() => {
    look();
    // The notebook makes the widgets of new cells in its own handler of this signal.
    if (!panel.isDisposed) panel.content.model?.cells.changed.connect(() => queueMicrotask(look));
  });
}
