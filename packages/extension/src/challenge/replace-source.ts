/** Replaces a cell's whole source as one step of its undo history. */

import type { ISharedCodeCell } from '@jupyter/ydoc';

/** Yjs joins edits that follow each other closely; these must stand alone. */
interface WithUndoManager {
  undoManager?: { stopCapturing(): void } | null;
}

export function replaceSource(cell: ISharedCodeCell, source: string): void {
  const { undoManager } = cell as WithUndoManager;
  undoManager?.stopCapturing();
  cell.setSource(source);
  undoManager?.stopCapturing();
}

/** Undoes a replacement; where the history does not lead back to `source`, writes it. */
export function undoReplacement(cell: ISharedCodeCell, source: string): void {
  cell.undo();
  if (cell.getSource() !== source) replaceSource(cell, source);
}
