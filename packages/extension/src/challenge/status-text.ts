/** What the status line says: where the learner stands, and what to do next. */

import type { Verdict, VerdictStatus } from '@lectern/grader';
import { pointsText } from './findings.js';
import { helpOffer } from './next-help.js';
import { solutionAccess } from './progress.js';
import type { ChallengeState } from './state.js';

export interface StatusLine {
  /** The value of `data-verdict`. */
  verdict: VerdictStatus | 'checking' | '';
  headline: string;
  text: string;
}

const AGAIN = 'change your answer and press Check again.';

/** `undoKeys`: how this platform writes its undo shortcut. */
export function statusLine(state: ChallengeState, undoKeys = 'Ctrl+Z'): StatusLine {
  if (state.replaced !== null && state.phase === 'idle') {
    return {
      verdict: '',
      headline: 'Starter restored.',
      text: `Undo (${undoKeys}) brings your answer back.`
    };
  }
  const line = verdictLine(state);
  // A note answers the button just pressed; the verdict stays where it was, as a colour and an icon.
  return state.note === null || state.phase !== 'idle' ? line : { ...line, text: state.note };
}

function verdictLine(state: ChallengeState): StatusLine {
  if (state.phase === 'waiting') {
    return {
      verdict: 'checking',
      headline: 'Getting the checker ready…',
      text: 'Your answer is checked as soon as it is.'
    };
  }
  if (state.phase === 'checking') {
    return { verdict: 'checking', headline: 'Checking…', text: 'Your answer is being run.' };
  }
  const status = state.verdict?.status ?? state.progress.last?.status;
  if (status === undefined) return untouched(state);
  const text = [nextStep(status, state), helpOffer(state, status)].filter((part) => part !== null);
  const line = { verdict: status, headline: HEADLINES[status], text: text.join(' ') };
  if (!state.edited || status === 'ungraded') return line;
  return {
    ...line,
    headline: `Earlier answer: ${lowerFirst(line.headline)}`,
    text: 'You have edited your answer since; press Check to check it again.'
  };
}

function untouched(state: ChallengeState): StatusLine {
  const ungraded = state.definition.grading?.ungraded;
  if (ungraded) return { verdict: '', headline: 'Not graded.', text: ungraded };
  if (state.definition.hasChanged) {
    return {
      verdict: '',
      headline: 'This challenge has changed.',
      text: 'Your answer is kept. Read the task again and press Check; Reset brings the new starter.'
    };
  }
  return {
    verdict: '',
    headline: 'Not checked yet.',
    text: 'Write your answer in the cell above, then press Check.'
  };
}

const HEADLINES: Record<VerdictStatus, string> = {
  passed: 'Passed.',
  failed: 'Not there yet.',
  error: 'Your code stopped with an error.',
  'timed-out': 'Your code ran out of time.',
  'out-of-memory': 'Your code ran out of memory.',
  'not-attempted': 'Nothing to check yet.',
  ungraded: 'Not graded.',
  'broken-check': 'The checker failed, not you.'
};

function nextStep(status: VerdictStatus, state: ChallengeState): string {
  const { definition, progress, verdict } = state;
  if (state.empty && status !== 'passed' && status !== 'broken-check') {
    return 'The cell is empty. Write an answer and press Check, or press Reset to bring the starter back.';
  }
  switch (status) {
    case 'passed': {
      const points = verdict === null ? null : pointsText(verdict);
      const agrees = `Every check agrees with your answer${points === null ? '' : `: ${points}`}.`;
      return solutionAccess(definition, progress).open
        ? `${agrees} Compare it with the Solution, or read on.`
        : `${agrees} Read on.`;
    }
    case 'failed':
      return verdict === null
        ? 'Press Check to see what is missing.'
        : `${agreement(verdict)} ${AGAIN}`;
    case 'error':
      return verdict === null ? 'Press Check to see where.' : `Read the message below, ${AGAIN}`;
    case 'timed-out':
      return `It was stopped after its ${limit(definition.grading?.timeLimitSeconds, 's')}limit. Look for a loop that never ends, ${AGAIN}`;
    case 'out-of-memory':
      return `It was stopped at its ${limit(definition.grading?.memoryLimitMB, 'MB')}limit. Look for a list or text that keeps growing, ${AGAIN}`;
    case 'not-attempted':
      return 'This is still the starter. Change it, then press Check.';
    case 'ungraded':
      return (
        definition.grading?.ungraded ??
        'Nothing checks this challenge. Compare your answer with the Solution.'
      );
    case 'broken-check':
      return 'This is not about your answer, which is kept, and does not count as an attempt. Press Check again; if that does not help, reload the page.';
  }
}

function agreement(verdict: Verdict): string {
  const { checks } = verdict;
  if (checks.length < 2) return 'Read below what was expected,';
  const passed = checks.filter((check) => check.status === 'passed').length;
  const points = pointsText(verdict);
  const worth = points === null ? '' : `, worth ${points}`;
  const verb = passed === 1 ? 'agrees' : 'agree';
  return `${passed} of ${checks.length} checks ${verb} with your answer${worth}. Read the first that does not,`;
}

function limit(amount: number | undefined, unit: string): string {
  return amount === undefined ? '' : `${amount} ${unit} `;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
