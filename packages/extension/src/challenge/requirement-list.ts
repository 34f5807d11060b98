/** The list of what a challenge asks for: before a check as a plan, after it with what was found. */

import type { CheckStatus, Requirement } from '@lectern/grader';
import { inlineCode } from '../cell-ui/inline-code.js';
import { statusIcon } from '../cell-ui/icons.js';
import { element } from '../dom.js';
import { checkDetails, type GoToLine } from './check-details.js';
import { tally, type Findings, type Item } from './findings.js';

const WORDS: Record<Exclude<CheckStatus, 'broken-check'>, string> = {
  passed: 'passed',
  failed: 'failed',
  error: 'error',
  'timed-out': 'timed out',
  'out-of-memory': 'out of memory'
};

/** More than these begin folded, until a check has something to say about them. */
const SHOWN_AT_FIRST = 4;

/** `isChecked`: there is a verdict about them. */
export function requirementList(
  found: Findings,
  isChecked: boolean,
  goToLine: GoToLine
): HTMLElement[] {
  const { ending, items } = found;
  const list = element(
    'ul',
    { class: 'lectern-Checks' },
    ...items.map((item) => element('li', {}, checkItem(item, isChecked, goToLine)))
  );
  const isOpen = isChecked || items.length <= SHOWN_AT_FIRST;
  return [
    ...(ending === null
      ? []
      : [
          element(
            'section',
            {
              class: 'lectern-Ending',
              'data-status': ending.status,
              'aria-label': 'What happened'
            },
            checkDetails(ending, goToLine)
          )
        ]),
    ...(items.length === 0
      ? []
      : [
          element(
            'details',
            { class: 'lectern-Requirements', ...(isOpen ? { open: '' } : {}) },
            element(
              'summary',
              {},
              'What is checked',
              element('span', { class: 'lectern-Requirements-tally' }, tally(found))
            ),
            list
          )
        ])
  ];
}

function checkItem(
  { requirement, status, finding }: Item,
  isChecked: boolean,
  goToLine: GoToLine
): HTMLElement {
  const word = status === null ? (isChecked ? 'not checked' : null) : WORDS[status];
  const head = [
    statusIcon(status ?? ''),
    element('span', { class: 'lectern-Check-text' }, ...inlineCode(textOf(requirement))),
    word === null ? null : element('span', { class: 'lectern-Check-status' }, word)
  ];
  const attributes = { class: 'lectern-Check', 'data-status': status ?? '' };
  if (finding === null || status === null) return element('div', attributes, ...head);
  return element(
    'details',
    { ...attributes, ...(status === 'passed' ? {} : { open: '' }) },
    element('summary', {}, ...head),
    checkDetails(finding, goToLine)
  );
}

/** A function is known to the learner by its name: it is shown as code. */
function textOf({ kind, name, text }: Requirement): string {
  const code = `\`${name}\``;
  if (kind !== 'behaviour' || text.includes(code)) return text;
  const words = text.split(' ');
  return words.includes(name)
    ? words.map((word) => (word === name ? code : word)).join(' ')
    : `${text} ${code}`;
}
