/** Blocks on their way to being `Block`s: fences not yet decided, challenge markers not yet placed. */

import type { DiagramBlock, ListingBlock, ProseBlock, QuizBlock, Range } from './lesson.js';

export type DraftBlock =
  ProseBlock | ListingBlock | DiagramBlock | DraftFence | DraftDirective | DraftQuiz;

/** A `python` fence: runs, or is shown. */
export interface DraftFence {
  kind: 'python-fence';
  source: string;
  language: string;
  meta: string | null;
  range: Range;
}
export interface DraftDirective {
  kind: 'draft-directive';
  name: string;
  title: string | null;
  attributes: Record<string, string>;
  children: DraftBlock[];
  /** The opening line and those of its options: what a diagnostic points at. */
  opening: Range;
  range: Range;
}
/** A quiz whose id may be taken. */
export interface DraftQuiz {
  kind: 'draft-quiz';
  quiz: Omit<QuizBlock, 'id'>;
  /** The id that the author wrote. */
  writtenId: string | null;
  /** The opening line: what a diagnostic points at. */
  opening: Range;
}
