/** What an author is told: one problem, where it is, and what to do about it. */

import type { Range } from './lesson.js';

export type Severity = 'error' | 'warning' | 'info';

export interface Diagnostic {
  /** Stable, `subject/problem`, e.g. `front-matter/unknown-key`. */
  rule: string;
  severity: Severity;
  /** One sentence: what is wrong. */
  message: string;
  /** One sentence: what to do. */
  remedy: string;
  range: Range;
}
