/** The list of a verdict's checks: what each one found, and the two sides where something was compared. */

import type { CheckResult, CheckStatus } from '@lectern/grader';
import { element } from '../dom.js';
import { statusIcon } from '../cell-ui/icons.js';

const WORDS: Record<CheckStatus, string> = {
  passed: 'passed',
  failed: 'failed',
  error: 'error',
  'timed-out': 'timed out',
  'out-of-memory': 'out of memory',
  'broken-check': 'checker failed'
};

export function checkList(checks: readonly CheckResult[]): HTMLElement {
  return element(
    'ul',
    { class: 'lectern-Checks', 'aria-label': 'Checks' },
    ...checks.map((check) => checkItem(check))
  );
}

function checkItem(check: CheckResult): HTMLElement {
  const { name, status, message, expected, actual } = check;
  const compared = status !== 'passed' && (expected !== undefined || actual !== undefined);
  return element(
    'li',
    { class: 'lectern-Check', 'data-status': status },
    statusIcon(status),
    element(
      'div',
      { class: 'lectern-Check-body' },
      element(
        'div',
        { class: 'lectern-Check-title' },
        element('code', { class: 'lectern-Check-name' }, name),
        element('span', { class: 'lectern-Check-status' }, WORDS[status] ?? status)
      ),
      element('div', { class: 'lectern-Check-message' }, message),
      compared ? comparison(expected, actual) : null
    )
  );
}

function comparison(expected: string | undefined, actual: string | undefined): HTMLElement {
  return element(
    'dl',
    { class: 'lectern-Comparison' },
    ...(expected === undefined ? [] : side('expected', 'Expected', expected)),
    ...(actual === undefined
      ? []
      : side('actual', expected === undefined ? 'Details' : 'Yours', actual))
  );
}

function side(kind: string, label: string, text: string): HTMLElement[] {
  return [
    element('dt', { class: `lectern-mod-${kind}` }, label),
    element(
      'dd',
      { class: `lectern-mod-${kind}` },
      text === '' ? element('i', {}, 'nothing') : element('pre', { tabindex: '0' }, text)
    )
  ];
}
