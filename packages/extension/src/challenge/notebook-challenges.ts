/** Keeps the challenge cells of one notebook decorated, however its cells come and go. */

import { CodeCell, type Cell } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { watchCells } from '../documents/watch-cells.js';
import { METADATA_KEY } from '../metadata-key.js';
import { ChallengeController, type ChallengeServices } from './controller.js';
import { definitionKey, readDefinition } from './definition.js';
import { nearestTarget } from './nearest-target.js';

export class NotebookChallenges {
  /** `onFirst` is called once, when the notebook turns out to hold a challenge. */
  constructor(panel: NotebookPanel, services: ChallengeServices, onFirst: () => void) {
    this.#panel = panel;
    this.#services = services;
    this.#onFirst = onFirst;
    watchCells(panel, (cell) => {
      if (cell instanceof CodeCell) this.#watch(cell);
    });
  }

  get hasChallenge(): boolean {
    return !this.#panel.isDisposed && this.#panel.content.widgets.some((cell) => isChallenge(cell));
  }

  /** The challenge that a command means: the active cell's, else the nearest one; brought into view. */
  async target(): Promise<ChallengeController | null> {
    const { content } = this.#panel;
    const index = nearestTarget(content.widgets.map(isChallenge), content.activeCellIndex);
    const cell = content.widgets[index];
    if (cell === undefined) return null;
    if (index !== content.activeCellIndex) content.activeCellIndex = index;
    await content.scrollToItem(index, 'smart').catch(() => undefined);
    await cell.ready;
    return this.#controllers.get(cell) ?? null;
  }

  #watch(cell: CodeCell): void {
    let drawn: string | null = null;
    const draw = (): void => {
      if (cell.isDisposed || cell.isPlaceholder()) return;
      const metadata: unknown = cell.model.getMetadata(METADATA_KEY);
      const key = definitionKey(metadata);
      if (key === drawn) return;
      drawn = key;
      this.#controllers.get(cell)?.dispose();
      this.#controllers.delete(cell);
      const definition = readDefinition(metadata);
      if (definition === null) return;
      this.#controllers.set(cell, new ChallengeController(cell, definition, this.#services));
      this.#found();
    };
    cell.model.metadataChanged.connect((_, { key }) => {
      if (key === METADATA_KEY) draw();
    });
    cell.disposed.connect(() => this.#controllers.get(cell)?.dispose());
    // A placeholder has no header and footer yet: it is drawn when it is first rendered.
    void cell.ready.then(draw);
  }

  #found(): void {
    if (this.#announced) return;
    this.#announced = true;
    this.#onFirst();
  }

  readonly #panel: NotebookPanel;
  readonly #services: ChallengeServices;
  readonly #onFirst: () => void;
  readonly #controllers = new WeakMap<Cell, ChallengeController>();
  #announced = false;
}

function isChallenge(cell: Cell): boolean {
  return cell instanceof CodeCell && readDefinition(cell.model.getMetadata(METADATA_KEY)) !== null;
}
