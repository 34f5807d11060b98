/** What one check found: its message, the line it is about, an explanation, and the two sides that it compared. */

import type { CheckResult } from '@lectern/grader';
import { inlineCode } from '../cell-ui/inline-code.js';
import { element } from '../dom.js';

/** Puts the cursor on a line of the answer. */
export type GoToLine = (line: number) => void;

export function checkDetails(check: CheckResult, goToLine: GoToLine): HTMLElement {
  const { message, line, explanation, diff, status } = check;
  const sides = status === 'passed' ? null : comparison(check);
  const hasDiff = diff !== undefined && diff.length > 0;
  return element(
    'div',
    { class: 'lectern-Details' },
    element(
      'p',
      { class: 'lectern-Details-message' },
      ...inlineCode(message),
      line === undefined ? null : lineButton(line, goToLine)
    ),
    explanation === undefined
      ? null
      : element('p', { class: 'lectern-Details-explanation' }, ...inlineCode(explanation)),
    hasDiff ? listing(diff) : sides,
    hasDiff && sides !== null ? folded('Both sides in full', sides) : null
  );
}

function lineButton(line: number, goToLine: GoToLine): HTMLElement {
  const button = element(
    'button',
    { type: 'button', class: 'lectern-LineButton', title: 'Puts the cursor there' },
    `Go to line ${line}`
  );
  button.addEventListener('click', () => goToLine(line));
  return button;
}

const SIDES = { ' ': '', '-': 'expected: ', '+': 'yours: ' } as const;

/** Each line has its mark, and for those who cannot see it, its side in words. */
function listing(diff: NonNullable<CheckResult['diff']>): HTMLElement {
  return element(
    'div',
    { class: 'lectern-Diff' },
    element(
      'p',
      { class: 'lectern-Diff-legend', 'aria-hidden': 'true' },
      element('span', { 'data-mark': '-' }, '− expected'),
      element('span', { 'data-mark': '+' }, '+ yours')
    ),
    element(
      'pre',
      { tabindex: '0', 'aria-label': 'Difference, line by line' },
      ...diff.map(({ mark, text }) =>
        element(
          'span',
          { class: 'lectern-Diff-line', 'data-mark': mark },
          element(
            'span',
            { class: 'lectern-Diff-mark', 'aria-hidden': 'true' },
            mark === '-' ? '−' : mark
          ),
          element('span', { class: 'lectern-mod-spoken' }, SIDES[mark]),
          `${text}\n`
        )
      )
    )
  );
}

function comparison({ expected, actual }: CheckResult): HTMLElement | null {
  if (expected === undefined && actual === undefined) return null;
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

function folded(label: string, content: HTMLElement): HTMLElement {
  return element('details', { class: 'lectern-Folded' }, element('summary', {}, label), content);
}
