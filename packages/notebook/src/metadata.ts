/** What Lectern keeps in a notebook, all under the one key `metadata.lectern`, of the notebook and of each cell. */

import type { Difficulty, QuizType, SolutionPolicy } from '@lectern/lesson';

export const METADATA_KEY = 'lectern';
export const METADATA_FORMAT = 1;

export type Edition = 'student' | 'instructor';

/** `notebook.metadata.lectern` */
export interface NotebookMetadata {
  format: typeof METADATA_FORMAT;
  edition: Edition;
  lesson: {
    id: string;
    version: string;
    title: string;
    /** Python packages that the lesson's code imports, beside the standard library. */
    packages: string[];
  };
  /** Of an instructor's edition that carries its lesson: the text before what the first cell shows. */
  front?: string;
}

/** A listing or a diagram is part of the prose around it, and has no cell of its own. */
export type CellKind =
  | 'prose'
  | 'code'
  | 'callout'
  | 'try-it'
  | 'quiz'
  /** Shows a widget. */
  | 'experiment'
  | 'answer-text'
  | 'answer-code'
  | 'challenge-task'
  | 'challenge-setup'
  | 'challenge-answer'
  | 'challenge-check'
  /** What the checks use. */
  | 'checks'
  /** The parts of the lesson that students may not see. */
  | 'lesson-source';

/** `cell.metadata.lectern` */
export interface CellMetadata {
  kind: CellKind;
  /**
   * The source as built: the base of a later three-way merge with what the learner wrote. Of a cell with parts that
   * nbgrader takes out of the students' copies, what it leaves there; `sha256` is then that of the whole source.
   */
  base: string;
  sha256?: string;
  /** In an instructor's edition, the lesson's text that the cell was made from. */
  source?: SourceSlice;
  /** What the learner has done in a challenge or a quiz: written by the extension, and never by a build. */
  progress?: unknown;
  /** Only on a `quiz` cell. */
  quiz?: QuizMetadata;
  /** Written by an upgrade: the answer is to an earlier version, whose verdict no longer counts. Oldest first. */
  earlier?: EarlierProgress[];
  /** Only on the cells of a challenge; everything but `id` only on its `challenge-answer` cell. */
  challenge?: ChallengeMetadata | { id: string };
}

export interface EarlierProgress {
  /** Of the lesson that it was about. */
  version: string;
  progress?: unknown;
}

/**
 * `cell.metadata.lectern` of a cell that an upgrade kept for the learner beside the lesson. It has no `base`: it is the
 * learner's own from then on.
 */
export interface KeptMetadata {
  kind: 'kept';
  /** The new lesson has it otherwise, in the cell before; has it no more; or has it once, and this was a copy. */
  reason: 'conflict' | 'dropped' | 'copy';
  /** Of the lesson that the cell was in. */
  version: string;
  progress?: unknown;
}

export interface SourceSlice {
  /** Its place among the slices. */
  at: number;
  text: string;
}

/** `cell.metadata.nbgrader`, schema 3. */
export interface NbgraderMetadata {
  schema_version: 3;
  grade_id: string;
  grade: boolean;
  solution: boolean;
  locked: boolean;
  task: false;
  points?: number;
}

export interface ChallengeMetadata {
  id: string;
  title: string;
  difficulty: Difficulty | null;
  points: number;
  /** Changes with what tells right answers from wrong ones. */
  revision?: string;
  /** Markdown; empty where the course keeps hints off. */
  hints: string[];
  solutionPolicy: SolutionPolicy;
  /** UTF-8 in base64, so that reading the file does not give it away; absent where the policy is `withheld`. */
  solution?: string;
  explanation?: string;
  /** What the public checks need, as the grader made it; opaque here: this package does not import the grader. */
  grading: unknown;
}

export interface QuizMetadata {
  id: string;
  title: string | null;
  type: QuizType;
  /** Markdown, as are the options' texts and `closing`. */
  question: string;
  /** Of `single` and `multiple`; empty for the others. */
  options: { key: string; text: string }[];
  /** What follows the options; may be empty. */
  closing: string;
  partial: boolean;
  points: number;
  graded: boolean;
  /** JSON of `QuizAnswer[]`, UTF-8 in base64, so that reading the file does not give it away. */
  answers: string;
}
