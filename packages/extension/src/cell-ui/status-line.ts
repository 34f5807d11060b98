/** The one lasting element that says where the learner stands, with its icon. */

import { Widget } from '@lumino/widgets';
import { element } from '../dom.js';
import { statusIcon } from './icons.js';

export interface StatusText {
  /** The value of `data-verdict`. */
  verdict: string;
  headline: string;
  text: string;
}

export class StatusLine extends Widget {
  constructor() {
    super();
    this.addClass('lectern-StatusBar');
    this.node.append(this.#icon, this.#status);
  }

  say({ verdict, headline, text }: StatusText): void {
    this.node.dataset.verdict = verdict;
    // The same words are not written again: a live region would read them out again.
    const words = JSON.stringify([verdict, headline, text]);
    if (words === this.#words) return;
    this.#words = words;
    this.#icon.replaceChildren(statusIcon(verdict));
    this.#status.dataset.verdict = verdict;
    this.#status.replaceChildren(
      element('strong', { class: 'lectern-Status-headline' }, headline),
      ' ',
      element('span', {}, text)
    );
  }

  readonly #icon = element('span', { class: 'lectern-StatusBar-icon' });
  readonly #status = element('div', {
    class: 'lectern-Status',
    role: 'status',
    'aria-live': 'polite',
    'data-verdict': ''
  });
  #words = '';
}
