/** Runs cells as JupyterLab does, except that a cell run before its kernel is there waits for it. */

import type { CodeCell } from '@jupyterlab/cells';
import { runCell, type INotebookCellExecutor } from '@jupyterlab/notebook';
import { startKernel } from './start-kernel.js';
import { isKernelReady, kernelReady } from './kernel-ready.js';

const LONGEST_WAIT_MS = 180_000;

export interface WaitingExecutorOptions {
  /** Tells the learner that cells were given up because no kernel came. */
  onTimeout(): void;
}

export class WaitingExecutor implements INotebookCellExecutor {
  constructor(options: WaitingExecutorOptions) {
    this.#options = options;
  }

  async runCell(options: INotebookCellExecutor.IRunCellOptions): Promise<boolean> {
    const { cell, sessionContext } = options;
    if (cell.model.type !== 'code' || !sessionContext || isKernelReady(sessionContext)) {
      return runCell(options);
    }
    const { model } = cell as CodeCell;
    if (model.sharedModel.getSource().trim() !== '') {
      model.clearExecution();
      // The prompt reads [*].
      model.executionState = 'running';
    }
    const outcome = await kernelReady(sessionContext, LONGEST_WAIT_MS);
    if (cell.isDisposed) return false;
    if (outcome === 'no-kernel') await startKernel(sessionContext, options.sessionDialogs);
    if (outcome === 'go' || outcome === 'no-kernel') return runCell(options);
    model.executionState = 'idle';
    if (outcome === 'timed-out') this.#options.onTimeout();
    return false;
  }

  readonly #options: WaitingExecutorOptions;
}
