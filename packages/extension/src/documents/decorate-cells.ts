/** Keeps those cells of a notebook decorated whose metadata asks for it, however cells and metadata come and go. */

import type { Cell } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { IDisposable } from '@lumino/disposable';
import { METADATA_KEY } from '../metadata-key.js';
import { isRecord } from '../metadata-values.js';
import { watchCells } from './watch-cells.js';

export interface Decoration<C extends Cell, D extends IDisposable> {
  accepts: (cell: Cell) => cell is C;
  /** `null`: nothing is to be drawn at this cell. */
  decorate: (cell: C, metadata: unknown) => D | null;
}

/** What each cell is decorated with now. */
export function decorateCells<C extends Cell, D extends IDisposable>(
  panel: NotebookPanel,
  { accepts, decorate }: Decoration<C, D>
): { of(cell: Cell): D | null } {
  const decorations = new WeakMap<Cell, D>();
  const watch = (cell: C): void => {
    let drawn: string | null = null;
    const draw = (): void => {
      if (cell.isDisposed || cell.isPlaceholder()) return;
      const metadata: unknown = cell.model.getMetadata(METADATA_KEY);
      const key = drawingKey(metadata);
      if (key === drawn) return;
      drawn = key;
      decorations.get(cell)?.dispose();
      decorations.delete(cell);
      const decoration = decorate(cell, metadata);
      if (decoration !== null) decorations.set(cell, decoration);
    };
    cell.model.metadataChanged.connect((_, { key }) => {
      if (key === METADATA_KEY) draw();
    });
    cell.disposed.connect(() => decorations.get(cell)?.dispose());
    // A placeholder has no header and footer yet: it is drawn when it is first rendered.
    void cell.ready.then(draw);
  };
  watchCells(panel, (cell) => {
    if (accepts(cell)) watch(cell);
  });
  return { of: (cell) => decorations.get(cell) ?? null };
}

/** What would be drawn differently if it changed: everything but the learner's progress. */
export function drawingKey(metadata: unknown): string {
  return isRecord(metadata) ? JSON.stringify({ ...metadata, progress: undefined }) : '';
}
