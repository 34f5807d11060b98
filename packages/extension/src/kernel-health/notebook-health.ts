/** One notebook's kernel: its end is told, and one press brings another. */

import type { NotebookPanel } from '@jupyterlab/notebook';
import type { ILogger } from '@jupyterlab/logconsole';
import type { Session } from '@jupyterlab/services';
import { DeathBanner } from './banner.js';
import { deathIn, deathNotice, type Death } from './death.js';

export class NotebookHealth {
  constructor(panel: NotebookPanel, sessions: Session.IManager) {
    this.#panel = panel;
    this.#sessions = sessions;
    const { sessionContext } = panel;
    sessionContext.statusChanged.connect((_, status) => {
      if (status === 'dead') this.#died();
      else if (status === 'idle' || status === 'busy') this.#last = 'unknown';
    });
    // Another kernel, whoever asked for it.
    sessionContext.kernelChanged.connect((_, { newValue }) => {
      if (newValue !== null) this.#began();
    });
  }

  /** Reads what the kernel logs: what a fatal error of Pyodide's was is said there, and nowhere else. */
  watchLog({ contentChanged, outputAreaModel }: ILogger): void {
    contentChanged.connect(() => {
      const last = outputAreaModel.length - 1;
      if (last < 0) return;
      const text = outputAreaModel.get(last).data['text/plain'];
      if (typeof text === 'string') this.#last = deathIn(text) ?? this.#last;
    });
  }

  #began(): void {
    this.#last = 'unstarted';
    this.#banner?.dispose();
    this.#banner = null;
  }

  #died(): void {
    const panel = this.#panel;
    if (this.#banner !== null || panel.isDisposed || panel.sessionContext.isTerminating) return;
    // JupyterLab would look for what is gone some seconds later, and until then offer to restart it, in vain.
    this.#cleared = this.#sessions.refreshRunning();
    this.#banner = new DeathBanner(deathNotice(this.#last), () => this.#restart());
    panel.contentHeader.addWidget(this.#banner);
  }

  async #restart(): Promise<void> {
    const { sessionContext, content } = this.#panel;
    await this.#cleared;
    await sessionContext.changeKernel({ name: sessionContext.prevKernelName });
    content.node.focus();
  }

  readonly #panel: NotebookPanel;
  readonly #sessions: Session.IManager;
  #banner: DeathBanner | null = null;
  #cleared: Promise<void> | null = null;
  /** What the kernel would have died of, by what is known. */
  #last: Death = 'unstarted';
}
