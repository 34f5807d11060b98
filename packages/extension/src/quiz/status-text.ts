/** What the status line of a quiz says. */

import type { QuizType } from '@lectern/lesson';
import type { StatusText } from '../cell-ui/status-line.js';
import type { QuizState } from './state.js';

export function statusLine({ definition, result }: QuizState): StatusText {
  if (result === null) {
    const text = definition.graded
      ? 'Not checked yet.'
      : 'Nothing checks this quiz; your answer is kept.';
    return { verdict: '', headline: '', text };
  }
  const { status, message, score, points } = result;
  const partly = status === 'failed' && score > 0;
  return {
    verdict: status,
    headline: partly ? 'Partly right.' : HEADLINES[status],
    text: partly
      ? `${message} ${shown(score)} of ${shown(points)} ${points === 1 ? 'point' : 'points'}.`
      : message
  };
}

const HEADLINES = {
  passed: 'Passed.',
  failed: 'Not there yet.',
  'not-attempted': 'Nothing to check yet.',
  ungraded: 'Not graded.'
};

/** What kind of answer is asked for, in the header. */
export const TASKS: Record<QuizType, string> = {
  single: 'Choose one',
  multiple: 'Choose all that apply',
  numeric: 'Write a number',
  text: 'Write a short answer'
};

/** At most two digits after the point, and none that say nothing. */
function shown(value: number): string {
  return String(Number(value.toFixed(2)));
}
