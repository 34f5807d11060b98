/** The line above what a learner works on: what it is, its title, some facts, and whether it is solved. */

import { Widget } from '@lumino/widgets';
import { element } from '../dom.js';
import { icon } from './icons.js';

export interface HeaderContent {
  /** In one word: what the cell is. */
  kind: string;
  title: string | null;
  facts: string[];
  solved: boolean;
}

export class CellHeader extends Widget {
  constructor() {
    super();
    this.addClass('lectern-CellHeader');
  }

  render({ kind, title, facts, solved }: HeaderContent): void {
    this.node.replaceChildren(
      element('span', { class: 'lectern-CellHeader-kind' }, kind),
      ...(title === null ? [] : [element('span', { class: 'lectern-CellHeader-title' }, title)]),
      element(
        'span',
        { class: 'lectern-CellHeader-facts' },
        ...facts.map((fact) => element('span', {}, fact)),
        solved
          ? element('span', { class: 'lectern-CellHeader-solved' }, icon('passed'), 'Solved')
          : null
      )
    );
  }
}

/** No word is lost on what is worth nothing. */
export function pointsFact(points: number | null): string[] {
  if (points === null || points === 0) return [];
  return [`${points} ${points === 1 ? 'point' : 'points'}`];
}
