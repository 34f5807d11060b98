/** Markdown to a lesson's Markdown, one kind of guess after the other. What is a lesson's already stays as it is. */

import { applyEdits, draftLines, type Draft } from '../draft.js';
import type { ImportKind } from '../kind.js';
import { parseLesson } from '../../parse-lesson.js';
import { draftText } from '../draft.js';
import { readBody } from './body.js';
import { calloutEdits } from './callouts.js';
import { fenceEdits } from './fences.js';
import { inlineEdits } from './inline.js';
import { listEdits } from './lists.js';
import { lostListEdits } from './lost-lists.js';
import { withQuestions } from './question-edits.js';

export function refine(read: Draft, kind: ImportKind): Draft {
  let draft = closeFence(read);
  draft = applyEdits(draft, fenceEdits(readBody(draft)));
  draft = applyEdits(draft, listEdits(readBody(draft)));
  if (kind === 'text') draft = applyEdits(draft, lostListEdits(draft, readBody(draft)));
  draft = applyEdits(draft, calloutEdits(readBody(draft)));
  draft = withQuestions(draft, readBody(draft));
  return applyEdits(draft, inlineEdits(draft, readBody(draft), kind));
}

/** A fence that is never closed would make code of everything that comes after the draft. */
function closeFence(draft: Draft): Draft {
  const unclosed = parseLesson(draftText(draft)).diagnostics.find(
    ({ rule }) => rule === 'markdown/unclosed-fence'
  );
  if (unclosed === undefined) return draft;
  const index = unclosed.range.start.line - 1;
  const opening = draft[index];
  const mark = /^ {0,3}(`{3,}|~{3,}|\${2,})/.exec(opening?.text ?? '')?.[1];
  if (opening === undefined || mark === undefined) return draft;
  const end = draft.findLastIndex(({ text }) => text.trim() !== '');
  const closed = [...draft.slice(0, end + 1), ...draftLines([mark])];
  closed[index] = {
    text: opening.text,
    guesses: [
      ...opening.guesses,
      {
        rule: 'import/unclosed-fence',
        message: 'This fence was never closed; it is closed at the end of the draft.',
        remedy: 'Move its last line to where it ends.'
      }
    ]
  };
  return closed;
}
