/** Markdown to a lesson's Markdown, one kind of guess after the other. What is a lesson's already stays as it is. */

import { applyEdits, draftLines, type Draft, type Edit } from '../draft.js';
import type { ImportKind } from '../kind.js';
import { Problems } from '../../problems.js';
import { reportUnclosedFence } from '../../unclosed-fence.js';
import { readBody, type Body } from './body.js';
import { calloutEdits } from './callouts.js';
import { fenceEdits } from './fences.js';
import { inlineEdits } from './inline.js';
import { listEdits } from './lists.js';
import { lostListEdits } from './lost-lists.js';
import { questionEdits } from './question-edits.js';

export function refine(read: Draft, kind: ImportKind): Draft {
  let draft = read;
  let body = readBody(draft);
  const apply = (edits: readonly Edit[]): void => {
    if (edits.length === 0) return;
    draft = applyEdits(draft, edits);
    body = readBody(draft);
  };
  apply(unclosedFenceEdits(draft, body));
  apply(
    withoutOverlap([
      ...fenceEdits(body),
      ...listEdits(body),
      ...(kind === 'text' ? lostListEdits(draft, body) : [])
    ])
  );
  apply(calloutEdits(body));
  apply(questionEdits(body));
  return applyEdits(draft, inlineEdits(draft, body, kind));
}

/** Where two readings meet, the one named first counts. */
function withoutOverlap(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  const taken = new Set<number>();
  for (const edit of edits) {
    const lines = Array.from({ length: edit.last - edit.first + 1 }, (_, at) => edit.first + at);
    if (lines.some((line) => taken.has(line))) continue;
    for (const line of lines) taken.add(line);
    kept.push(edit);
  }
  return kept;
}

/** A fence that is never closed would make code of everything that comes after the draft. */
function unclosedFenceEdits(draft: Draft, { source, items }: Body): Edit[] {
  const problems = new Problems();
  reportUnclosedFence(items, source, problems);
  const [unclosed] = problems.diagnostics();
  const index = (unclosed?.range.start.line ?? 0) - 1;
  const opening = draft[index]?.text;
  const mark = /^ {0,3}(`{3,}|~{3,}|\${2,})/.exec(opening ?? '')?.[1];
  if (opening === undefined || mark === undefined) return [];
  const end = draft.findLastIndex(({ text }) => text.trim() !== '');
  const opened = draftLines([opening, ...(end === index ? [mark] : [])], {
    rule: 'import/unclosed-fence',
    message: 'This fence was never closed; it is closed at the end of the draft.',
    remedy: 'Move its last line to where it ends.',
    lines: 1
  });
  const edits = [{ first: index, last: index, lines: opened }];
  if (end === index) return edits;
  const last = draftLines([draft[end]?.text ?? '', mark]);
  return [...edits, { first: end, last: end, lines: last }];
}
