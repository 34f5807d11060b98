/** The buttons of a challenge: Check, Hint, Solution, Reset. */

import { UUID } from '@lumino/coreutils';
import { Widget } from '@lumino/widgets';
import { element } from '../dom.js';
import { suggestsHint } from './next-help.js';
import { solutionAccess } from './progress.js';
import type { ChallengeState } from './state.js';

export interface ChallengeActions {
  check(): void;
  hint(): void;
  solution(): void;
  reset(): void;
  undoReset(): void;
}

type ButtonName = 'check' | 'hint' | 'solution' | 'reset';

const LABELS: Record<ButtonName, string> = {
  check: 'Check',
  hint: 'Hint',
  solution: 'Solution',
  reset: 'Reset'
};

export class ButtonBar extends Widget {
  constructor(actions: ChallengeActions) {
    super();
    this.addClass('lectern-Buttons');
    this.node.setAttribute('role', 'group');
    this.node.setAttribute('aria-label', 'Challenge actions');
    for (const name of Object.keys(LABELS) as ButtonName[]) {
      const button = element(
        'button',
        { type: 'button', class: `lectern-Button lectern-mod-${name}` },
        LABELS[name]
      );
      button.addEventListener('click', () => actions[name]());
      this.#buttons[name] = button;
      this.node.append(button);
    }
  }

  /** Ties a button to the part of the page that it opens and closes. */
  controls(name: ButtonName, target: Widget): void {
    target.id ||= `lectern-${UUID.uuid4()}`;
    this.#buttons[name]?.setAttribute('aria-controls', target.id);
  }

  focus(name: ButtonName): void {
    this.#buttons[name]?.focus();
  }

  render(state: ChallengeState): void {
    const { definition, progress, solutionShown } = state;
    const left = definition.hints.length - progress.hintsShown;
    this.#explain('hint', hintReason(definition.hints.length, left));
    const access = solutionAccess(definition, progress);
    this.#explain('solution', access.open ? null : access.reason);
    this.#buttons.solution?.setAttribute('aria-expanded', String(access.open && solutionShown));
    this.#buttons.hint?.classList.toggle('lectern-mod-suggested', suggestsHint(state));
  }

  /** A button with nothing to give now looks so and says why; it stays a button, since pressing it explains. */
  #explain(name: ButtonName, reason: string | null): void {
    const button = this.#buttons[name];
    button?.classList.toggle('lectern-mod-unavailable', reason !== null);
    if (reason === null) button?.removeAttribute('title');
    else button?.setAttribute('title', reason);
  }

  readonly #buttons: Partial<Record<ButtonName, HTMLButtonElement>> = {};
}

/** Why there is no hint to give; `null` when there is one. */
export function hintReason(total: number, left: number): string | null {
  if (total === 0) return 'This challenge has no hints.';
  return left > 0 ? null : 'All hints are shown below.';
}
