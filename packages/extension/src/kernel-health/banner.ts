/** Says above a notebook that its Python has ended, with the one button that brings it back. */

import { Widget } from '@lumino/widgets';

export class DeathBanner extends Widget {
  /** @param restart settles when Python is there again, or rejects with why it is not */
  constructor(notice: string, restart: () => Promise<void>) {
    super();
    this.addClass('lectern-DeathBanner');
    // An alert is read out when its text comes, so that comes when the banner is on the page.
    this.#text.setAttribute('role', 'alert');
    this.#notice = notice;
    this.#button.type = 'button';
    this.#button.className = 'jp-mod-styled jp-mod-accept';
    this.#button.textContent = 'Restart Python';
    this.#button.addEventListener('click', () => void this.#restart(restart));
    this.node.append(this.#text, this.#button);
  }

  protected override onAfterAttach(): void {
    this.#text.textContent = this.#notice;
  }

  async #restart(restart: () => Promise<void>): Promise<void> {
    this.#button.disabled = true;
    this.#text.textContent = 'Python is starting again.';
    try {
      await restart();
    } catch (reason) {
      console.error('Lectern could not restart the kernel.', reason);
      this.#text.textContent =
        'Python could not be started again. Try once more, or reload the page.';
      this.#button.disabled = false;
    }
  }

  readonly #notice: string;
  readonly #text = document.createElement('p');
  readonly #button = document.createElement('button');
}
