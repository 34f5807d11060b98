/** The state of one quiz's form, as plain data; the view draws it and the controller changes it. */

import { gradeQuiz, sameResponse, type QuizResponse, type QuizResult } from '@lectern/grader';
import type { QuizDefinition } from './definition.js';
import { afterCheck, isChecked, type QuizProgress } from './progress.js';

export interface QuizState {
  definition: QuizDefinition;
  progress: QuizProgress;
  /** Of what is in the form now; `null` where that was not checked. */
  result: QuizResult | null;
}

/** After a reload the result of what was checked is worked out again. */
export function initialState(definition: QuizDefinition, progress: QuizProgress): QuizState {
  const result = isChecked(progress) ? gradeQuiz(definition, progress.response) : null;
  return { definition, progress, result };
}

export function respond(state: QuizState, response: QuizResponse | null): QuizState {
  if (sameResponse(response, state.progress.response)) return state;
  return { ...state, progress: { ...state.progress, response }, result: null };
}

export function check(state: QuizState): QuizState {
  const response = state.progress.response ?? [];
  const result = gradeQuiz(state.definition, state.progress.response);
  return { ...state, progress: afterCheck(state.progress, response, result), result };
}

/** The form as it was at first; what was reached before stays. */
export function tryAgain(state: QuizState): QuizState {
  return { ...state, progress: { ...state.progress, response: null }, result: null };
}
