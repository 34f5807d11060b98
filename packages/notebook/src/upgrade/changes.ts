/** What an upgrade did, cell by cell, and in words. */

import type { LessonCell } from './lesson-cell.js';
import { asObject, asText } from './records.js';

export type ChangeKind =
  | 'answer-kept'
  | 'conflict'
  | 'merged'
  | 'kept'
  | 'copy'
  | 'added'
  | 'updated'
  | 'restored'
  | 'removed';

export interface Change {
  kind: ChangeKind;
  /** In the new notebook; of a removed cell, in the old one. `null` where the notebook's format had no ids. */
  cell: string | null;
  /** How a person knows the cell: how it begins, or whose part it is. */
  label: string;
}

/** First what the learner has to look at. */
const HEADINGS: Record<ChangeKind, string> = {
  'answer-kept': 'Your answer is kept, and what is asked or checked has changed: check it again',
  conflict: 'Changed by you and by the lesson: the lesson’s cell, and yours after it',
  merged: 'Changed by you and by the lesson, and joined: read it through',
  kept: 'No longer in the lesson, kept because you worked in it',
  copy: 'Copies and parts that you made of the lesson’s cells, now cells of your own',
  added: 'New in the lesson, or deleted in your copy',
  updated: 'Changed in the lesson',
  restored: 'Emptied in your copy and changed in the lesson: the lesson’s text is back',
  removed: 'Not in the new lesson, and unchanged by you: left out'
};

export interface ChangeGroup {
  heading: string;
  labels: string[];
}

export function describeChanges(changes: readonly Change[]): ChangeGroup[] {
  return (Object.keys(HEADINGS) as ChangeKind[]).flatMap((kind) => {
    const labels = changes.filter((change) => change.kind === kind).map(({ label }) => label);
    return labels.length === 0 ? [] : [{ heading: HEADINGS[kind], labels }];
  });
}

const LONGEST = 60;
const PARTS: Readonly<Record<string, string>> = {
  'challenge-setup': 'the set-up',
  'challenge-answer': 'your answer',
  'challenge-solution': 'the solution',
  'answer-code': 'an open task’s code',
  'answer-text': 'an open task’s text',
  quiz: 'a quiz'
};

export function label(cell: LessonCell): string {
  const part = PARTS[cell.kind ?? ''] ?? null;
  const challenge = asObject(cell.lectern?.['challenge']);
  const name = asText(challenge['title']) ?? asText(challenge['id']);
  if (part !== null && name !== null) return `Challenge: ${name} (${part})`;
  const text = firstWords(cell.source) || firstWords(cell.base ?? '');
  if (text === '') return part ?? 'an empty cell';
  if (cell.kind === 'code') return `Code: ${text}`;
  return part === null ? text : `${text} (${part})`;
}

/** The first line that says something, without its markup. */
function firstWords(source: string): string {
  for (const line of source.split('\n')) {
    const text = line
      .replace(/<\/?[a-z][^>]*>/gi, '')
      .replace(/^[\s#>]+/, '')
      .replace(/[*`]/g, '')
      .trim();
    if (/[\p{L}\p{N}]/u.test(text)) {
      return text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;
    }
  }
  return '';
}
