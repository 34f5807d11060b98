/** What a run of `lectern grade` found: the one thing that all its reports are made of. */

import type { CheckResult, QuizResult, VerdictStatus } from '@lectern/grader';
import type { Student } from './submissions/collect.js';

export interface Results {
  course: { title: string; hash: string };
  seed: string;
  grader: { version: string; build: string };
  /** Those that somebody handed in, in the course's order. */
  lessons: LessonFacts[];
  /** By student, then by file. */
  submissions: SubmissionResult[];
  broken: BrokenCheck[];
}

export interface LessonFacts {
  id: string;
  title: string;
  version: string;
  /** What can be had: of all that is graded. */
  points: number;
  challenges: { id: string; title: string; points: number; ungraded: string | null }[];
  quizzes: {
    id: string;
    title: string | null;
    question: string;
    points: number;
    graded: boolean;
  }[];
}

export interface SubmissionResult {
  student: Student;
  file: string;
  late: boolean;
  status: 'graded' | 'superseded' | 'not-read';
  /** Of one that was not read: a sentence's end. */
  reason: string | null;
  lesson: string | null;
  /** As the notebook says it. */
  version: string | null;
  notes: string[];
  score: number;
  /** What this student could have had: without what a broken check decides. */
  points: number;
  challenges: ChallengeResult[];
  quizzes: AnsweredQuiz[];
  prefix: string | null;
}

export interface AnsweredQuiz extends QuizResult {
  notes: string[];
  /** The options that were chosen, as Markdown, or what was typed. */
  given: string[];
  isTyped: boolean;
}

export interface ChallengeResult {
  challenge: string;
  status: VerdictStatus;
  points: number;
  score: number;
  /** Whether its points are among the submission's. */
  counts: boolean;
  checks: CheckResult[];
  notes: string[];
  /** What the learner wrote; `null` where nothing was found. */
  source: string | null;
}

/** For the author: nobody's score depends on it. */
export interface BrokenCheck {
  lesson: string;
  challenge: string;
  check: string;
  message: string;
  /** How many submissions met it. */
  submissions: number;
}

/** A sum that does not show how binary fractions were added. */
export function rounded(value: number): number {
  return Number(value.toFixed(6));
}
