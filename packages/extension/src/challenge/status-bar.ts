/** A challenge's status line and, after a reset, the way back. */

import { Platform } from '@lumino/domutils';
import { StatusLine } from '../cell-ui/status-line.js';
import { element } from '../dom.js';
import type { ChallengeState } from './state.js';
import { statusLine } from './status-text.js';

const UNDO_KEYS = Platform.IS_MAC ? '⌘Z' : 'Ctrl+Z';

export class StatusBar extends StatusLine {
  constructor(undoReset: () => void) {
    super();
    this.#undo = element('button', { type: 'button', class: 'lectern-Button' }, 'Undo');
    this.#undo.addEventListener('click', undoReset);
    this.node.append(this.#undo);
  }

  render(state: ChallengeState): void {
    this.#undo.hidden = state.replaced === null;
    this.node.classList.toggle('lectern-mod-outdated', state.edited && state.phase === 'idle');
    this.say(statusLine(state, UNDO_KEYS));
  }

  readonly #undo: HTMLButtonElement;
}
