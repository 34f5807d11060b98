/** What an update changed: in a sentence for the notification, and in full for the dialog. */

import type { Change, ChangeGroup, ChangeKind } from '@lectern/notebook';
import { element } from '../dom.js';

/** First what asks for the learner's eyes. */
const PHRASES: Record<ChangeKind, (count: number) => string> = {
  'answer-kept': (count) => `${plural(count, 'answer')} to check again`,
  conflict: (count) => `${count} kept in two versions`,
  merged: (count) => `${count} joined with your changes`,
  kept: (count) => `${count} kept as yours`,
  copy: (count) => `${plural(count, 'copy', 'copies')} kept as yours`,
  added: (count) => `${count} new`,
  updated: (count) => `${count} changed`,
  restored: (count) => `${count} brought back`,
  removed: (count) => `${count} left out`
};

/** “1 answer to check again, 2 new, 3 changed” */
export function summary(changes: readonly Change[]): string {
  const parts = (Object.keys(PHRASES) as ChangeKind[]).flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count === 0 ? [] : [PHRASES[kind](count)];
  });
  return parts.length === 0 ? 'no cell has changed' : parts.join(', ');
}

export function changesList(groups: readonly ChangeGroup[], backup: string): HTMLElement {
  return element(
    'div',
    { class: 'lectern-Changes' },
    ...groups.flatMap(({ heading, labels }) => [
      element('h3', {}, heading),
      element('ul', {}, ...labels.map((label) => element('li', {}, label)))
    ]),
    element('p', {}, `Your notebook as it was: ${backup}`)
  );
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
