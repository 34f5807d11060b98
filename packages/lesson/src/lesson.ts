/** The total type that every later step works with: after `parseLesson`, nothing is left undefined by accident. */

import type { Diagnostic } from './diagnostics.js';

/** A half-open range of the source text. Lines and columns count from 1, offsets from 0. */
export interface Range {
  start: Point;
  end: Point;
}
export interface Point {
  line: number;
  column: number;
  offset: number;
}

export type Difficulty = 'beginner' | 'intermediate' | 'advanced';
/** When the learner may see the solution. */
export type SolutionPolicy = 'after-pass' | 'after-3' | 'always' | 'withheld';
export type CompareMode =
  'lines' | 'exact' | 'tokens' | 'contains' | 'regex' | 'numbers' | 'unordered';

export interface Lesson {
  id: string;
  title: string;
  /** Front matter's `version`, or else the first 12 hex digits of `sha256`. */
  version: string;
  /** SHA-256 (hex) of the source text with line ends normalised: the seed of the public variations. */
  sha256: string;
  moduleId: string | null;
  prerequisites: string[];
  estimatedTimeMinutes: number | null;
  difficulty: Difficulty | null;
  learningObjectives: string[];
  keywords: string[];
  packages: string[];
  /** Front matter keys that the format does not know: kept as they were. */
  extra: Record<string, unknown>;
  /** The body in reading order; a `challenge-place` stands where a challenge is to be shown. */
  body: Block[];
  challenges: Challenge[];
  diagnostics: Diagnostic[];
}

export type Block =
  | ProseBlock
  | CodeBlock
  | ListingBlock
  | DiagramBlock
  | DirectiveBlock
  | QuizBlock
  | ChallengePlace;

/**
 * Markdown that starts at a heading or follows another kind of block. `heading` is its first heading, if it begins with one.
 * Link and footnote definitions that it uses and that stand elsewhere in the lesson are added at its end.
 */
export interface ProseBlock {
  kind: 'prose';
  markdown: string;
  heading: { depth: number; text: string } | null;
  range: Range;
}
/** A fence that runs. */
export interface CodeBlock {
  kind: 'code';
  source: string;
  /** ```` ```python raises ````: the cell must raise. */
  raises: boolean;
  range: Range;
}
/** A fence that is shown and does not run. */
export interface ListingBlock {
  kind: 'listing';
  language: string | null;
  /** What stood after the language on the opening line. */
  meta: string | null;
  source: string;
  range: Range;
}
export interface DiagramBlock {
  kind: 'diagram';
  /** What stood after `diagram` on the opening line: says what the picture shows. */
  label: string | null;
  source: string;
  range: Range;
}
export type CalloutName = 'definition' | 'note' | 'tip' | 'warning' | 'example';
/** A container directive other than `challenge` and `quiz`; its children are blocks again. */
export interface DirectiveBlock {
  kind: 'directive';
  name: CalloutName | 'try-it' | 'experiment' | (string & {});
  title: string | null;
  attributes: Record<string, string>;
  children: Block[];
  range: Range;
}
export type QuizType = 'single' | 'multiple' | 'numeric' | 'text';
/** A question with its answers: options to choose from, or what a typed answer is compared with. */
export interface QuizBlock {
  kind: 'quiz';
  /** Unique among the lesson's quizzes and challenges. */
  id: string;
  title: string | null;
  type: QuizType;
  /** Markdown; may be empty. */
  question: string;
  answers: QuizAnswer[];
  /** Markdown that follows the options; mostly empty. */
  closing: string;
  /** `multiple` only: some right choices give some of the point. */
  partial: boolean;
  points: 1;
  /** Whether anything tells a right answer from a wrong one. */
  graded: boolean;
  /** Attributes that the format does not know: kept as they were. */
  extra: Record<string, string>;
  range: Range;
}
export interface QuizAnswer {
  /** Made of the text, so that a saved choice outlives a change of order; unique in its quiz. */
  key: string;
  /** An option's Markdown; of `numeric` and `text`, what is expected, as it was written. */
  text: string;
  /** One that is not is an answer foreseen to be wrong. */
  correct: boolean;
  /** Markdown, shown when this answer was given. */
  feedback: string | null;
  /** What a typed answer is compared with; `null` for an option, and for what cannot be compared with. */
  match: QuizMatch | null;
}
export type QuizMatch =
  | { kind: 'number'; value: number; tolerance: number }
  /** Case and surrounding space do not count. */
  | { kind: 'text'; text: string }
  /** A JavaScript regular expression, looked for anywhere in the answer. */
  | { kind: 'pattern'; source: string; flags: '' | 'i' };
/** Where a challenge stands; every challenge of `Lesson.challenges` has exactly one. */
export interface ChallengePlace {
  kind: 'challenge-place';
  challengeId: string;
  /** The marker's own prose: goes before the challenge's own. Empty for a challenge that no marker placed. */
  children: Block[];
  range: Range;
}

export interface Challenge {
  id: string;
  title: string;
  language: string;
  difficulty: Difficulty | null;
  /** The task in Markdown; may be empty. */
  prose: string;
  setup: string | null;
  starter: string;
  stdin: string | null;
  expectedOutput: { text: string; sealed: boolean; range: Range } | null;
  tests: string | null;
  solution: string | null;
  hints: string[];
  /** The course's `hints: off` keeps hints out of what the learner gets. */
  showHints: boolean;
  accepted: Answer[];
  rejected: Answer[];
  explanation: string | null;
  points: number;
  timeLimitSeconds: number;
  memoryLimitMB: number;
  tolerance: number;
  compare: CompareMode;
  /** Unset in the source is `null`: on unless there are Tests. */
  behaviour: 'on' | 'off' | null;
  forbid: string[];
  require: string[];
  solutionPolicy: SolutionPolicy;
  /** Text in a part that has no place for it. Kept, and shown to no learner: it may stand beside a solution. */
  leftovers: Leftover[];
  range: Range;
}
export interface Leftover {
  /** The heading of the part that it stood in. */
  part: string;
  markdown: string;
  range: Range;
}
/** An answer that an author foresaw; `message` is what followed the colon in its heading: what the learner should be told of a rejected one. */
export interface Answer {
  source: string;
  message: string | null;
  range: Range | null;
  /** The file beside the lesson that it came from, as messages should name it. */
  file?: string;
}

/** What a course says for all its lessons, and a lesson for all its challenges; the narrower value wins. */
export interface LessonDefaults {
  hints?: 'on' | 'off' | undefined;
  solution?: SolutionPolicy | undefined;
  grading?: GradingDefaults | undefined;
}
export interface GradingDefaults {
  timeLimitSeconds?: number | undefined;
  memoryLimitMB?: number | undefined;
  points?: number | undefined;
  solution?: SolutionPolicy | undefined;
}
