/** Sentences that announce a list which did not come along. */

import { draftLines, type Draft, type Edit } from '../draft.js';
import { announcesList } from '../words.js';
import { itemLines, type Body } from './body.js';

export function lostListEdits(draft: Draft, { source, items }: Body): Edit[] {
  return items.flatMap((item, index): Edit[] => {
    if (item.kind !== 'block' || item.node.type !== 'paragraph') return [];
    const lines = itemLines(source, item);
    if (!announcesList(lines.join(' '))) return [];
    const next = items[index + 1];
    if (next?.kind === 'block' && !/^(?:paragraph|heading)$/.test(next.node.type)) return [];
    return [
      {
        first: item.last - 1,
        last: item.last - 1,
        lines: draftLines([draft[item.last - 1]?.text ?? ''], {
          rule: 'import/lost-list',
          message: 'A list is announced here, and none follows.',
          remedy: 'Look at the original for it.'
        })
      }
    ];
  });
}
