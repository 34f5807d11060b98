/** The line above a challenge's editor: its title, how hard it is, and whether it is solved. */

import { Widget } from '@lumino/widgets';
import { element } from '../dom.js';
import { icon } from './icons.js';
import type { ChallengeState } from './state.js';

export class ChallengeHeader extends Widget {
  constructor() {
    super();
    this.addClass('lectern-ChallengeHeader');
  }

  render({ definition, progress }: ChallengeState): void {
    const { title, difficulty, points } = definition;
    this.node.replaceChildren(
      element('span', { class: 'lectern-ChallengeHeader-kind' }, 'Challenge'),
      element('span', { class: 'lectern-ChallengeHeader-title' }, title),
      element(
        'span',
        { class: 'lectern-ChallengeHeader-facts' },
        difficulty === null ? null : element('span', {}, difficulty),
        points === null || points === 0
          ? null
          : element('span', {}, `${points} ${points === 1 ? 'point' : 'points'}`),
        progress.passed
          ? element('span', { class: 'lectern-ChallengeHeader-solved' }, icon('passed'), 'Solved')
          : null
      )
    );
  }
}
