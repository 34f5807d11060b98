/** Keeps the challenge cells of one notebook decorated, however its cells come and go. */

import { CodeCell, type Cell } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { decorateCells } from '../documents/decorate-cells.js';
import { METADATA_KEY } from '../metadata-key.js';
import { ChallengeController, type ChallengeServices } from './controller.js';
import { readDefinition } from './definition.js';
import { nearestTarget } from './nearest-target.js';

export class NotebookChallenges {
  /** `onFirst` is called once, when the notebook turns out to hold a challenge. */
  constructor(panel: NotebookPanel, services: ChallengeServices, onFirst: () => void) {
    this.#panel = panel;
    this.#onFirst = onFirst;
    this.#controllers = decorateCells(panel, {
      accepts: (cell) => cell instanceof CodeCell,
      decorate: (cell, metadata) => {
        const definition = readDefinition(metadata);
        if (definition === null) return null;
        this.#found();
        return new ChallengeController(cell, definition, services);
      }
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
    return this.#controllers.of(cell);
  }

  #found(): void {
    if (this.#announced) return;
    this.#announced = true;
    this.#onFirst();
  }

  readonly #panel: NotebookPanel;
  readonly #onFirst: () => void;
  readonly #controllers: { of(cell: Cell): ChallengeController | null };
  #announced = false;
}

function isChallenge(cell: Cell): boolean {
  return cell instanceof CodeCell && readDefinition(cell.model.getMetadata(METADATA_KEY)) !== null;
}
