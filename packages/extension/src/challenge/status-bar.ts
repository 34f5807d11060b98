/** The one lasting element that says where the learner stands, with its icon and, after a reset, the way back. */

import { Platform } from '@lumino/domutils';
import { Widget } from '@lumino/widgets';
import { element } from '../dom.js';
import { statusIcon } from '../cell-ui/icons.js';
import type { ChallengeState } from './state.js';
import { statusLine } from './status-text.js';

const UNDO_KEYS = Platform.IS_MAC ? '⌘Z' : 'Ctrl+Z';

export class StatusBar extends Widget {
  constructor(undoReset: () => void) {
    super();
    this.addClass('lectern-StatusBar');
    this.#status = element('div', {
      class: 'lectern-Status',
      role: 'status',
      'aria-live': 'polite',
      'data-verdict': ''
    });
    this.#undo = element('button', { type: 'button', class: 'lectern-Button' }, 'Undo');
    this.#undo.addEventListener('click', undoReset);
    this.node.append(this.#icon, this.#status, this.#undo);
  }

  render(state: ChallengeState): void {
    const { verdict, headline, text } = statusLine(state, UNDO_KEYS);
    this.#undo.hidden = state.replaced === null;
    this.node.dataset.verdict = verdict;
    this.node.classList.toggle('lectern-mod-outdated', state.edited && state.phase === 'idle');
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
  readonly #status: HTMLElement;
  readonly #undo: HTMLButtonElement;
  #words = '';
}
