/** What stands below the status when the checker failed: details for the lesson's author, folded away. */

import { Clipboard } from '@jupyterlab/apputils';
import { Widget } from '@lumino/widgets';
import { element } from '../dom.js';

export class BrokenNotice extends Widget {
  constructor() {
    super();
    this.addClass('lectern-Broken');
    this.hide();
  }

  /** `null`: nothing is broken. */
  render(details: string | null): void {
    this.setHidden(details === null);
    if (details === this.#details) return;
    this.#details = details;
    this.node.replaceChildren(...(details === null ? [] : [notice(details)]));
  }

  #details: string | null = null;
}

function notice(details: string): HTMLElement {
  const copy = element('button', { type: 'button', class: 'lectern-Button' }, 'Copy');
  const copied = element('span', { class: 'lectern-Broken-copied', role: 'status' });
  copy.addEventListener('click', () => {
    Clipboard.copyToSystem(details);
    copied.textContent = 'Copied.';
  });
  return element(
    'details',
    { class: 'lectern-Folded' },
    element('summary', {}, 'Details for the lesson’s author'),
    element('pre', { tabindex: '0' }, details),
    element('div', { class: 'lectern-Broken-actions' }, copy, copied)
  );
}
