/** The JSON of jupyterquiz (PyPI), as far as quizzes have the same: what a file may hold, and what we write. */

export interface Question {
  question: string;
  type: 'multiple_choice' | 'many_choice' | 'numeric' | 'string';
  /** Shown below the question, highlighted. */
  code?: string;
  answers: Answer[];
  /** What jupyterquiz has no key for; it leaves alone what it does not know. */
  lectern?: {
    id: string;
    title?: string;
    /** The title is the question, and there is no other. */
    titleOnly?: true;
    partial?: true;
  };
}

export type Answer =
  | ({ answer: string; match_case?: true } & Judged)
  | ({ code: string } & Judged)
  | ({ type: 'value'; value: number } & Judged)
  /** The lower end is in the range, the upper end is not. */
  | ({ type: 'range'; range: [number, number] } & Judged)
  | { type: 'default'; feedback: string };

interface Judged {
  correct: boolean;
  feedback?: string;
}

/** jupyterquiz needs a feedback in some places; these say no more than the verdict does. */
export const PLAIN_FEEDBACK = { right: 'Correct.', wrong: 'Incorrect.' };

/** What a quiz writes for `default`: any number, any text. */
export const ANY_NUMBER = '0 ± ∞';
export const ANY_TEXT = '/.*/';

/** An option must begin with text: this stands before code of several lines. */
export const CODE_LABEL = 'This code:';

export interface JupyterQuizProblem {
  rule: string;
  severity: 'error' | 'warning' | 'info';
  message: string;
  remedy: string;
  /** Which question, from 1; `null` for the file. */
  question: number | null;
}
