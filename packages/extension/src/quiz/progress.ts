/** What a learner has answered to one quiz; kept in the cell as `metadata.lectern.progress`. */

import { readResponse, sameResponse, type QuizResponse, type QuizResult } from '@lectern/grader';
import { isAmount, isRecord } from '../metadata-values.js';

export interface QuizProgress {
  /** What is in the form, checked or not. */
  response: QuizResponse | null;
  /** How often a response was checked that was not the one before. */
  attempts: number;
  /** Whether any response has passed, whatever came after it. */
  passed: boolean;
  last: { status: CheckedStatus; score: number; response: QuizResponse } | null;
}

type CheckedStatus = (typeof CHECKED)[number];

const CHECKED = ['passed', 'failed', 'ungraded'] as const;

export const NO_PROGRESS: QuizProgress = { response: null, attempts: 0, passed: false, last: null };

/** Reads `metadata.lectern.progress`; what does not make sense counts as not there. */
export function readProgress(value: unknown): QuizProgress {
  if (!isRecord(value)) return NO_PROGRESS;
  const { response, attempts, passed, last } = value;
  return {
    response: readResponse(response),
    attempts: isAmount(attempts) ? Math.floor(attempts) : 0,
    passed: passed === true,
    last: readLast(last)
  };
}

export function afterCheck(
  progress: QuizProgress,
  response: QuizResponse,
  { status, score }: Pick<QuizResult, 'status' | 'score'>
): QuizProgress {
  const checked = CHECKED.find((known) => known === status);
  if (checked === undefined) return { ...progress, response };
  const again = progress.last !== null && sameResponse(progress.last.response, response);
  return {
    response,
    attempts: progress.attempts + (again ? 0 : 1),
    passed: progress.passed || checked === 'passed',
    last: { status: checked, score, response }
  };
}

/** Whether what is in the form is what was checked last. */
export function isChecked({ response, last }: QuizProgress): boolean {
  return last !== null && sameResponse(response, last.response);
}

function readLast(value: unknown): QuizProgress['last'] {
  if (!isRecord(value)) return null;
  const response = readResponse(value.response);
  const status = CHECKED.find((known) => known === value.status);
  if (status === undefined || response === null) return null;
  return { status, score: isAmount(value.score) ? value.score : 0, response };
}
