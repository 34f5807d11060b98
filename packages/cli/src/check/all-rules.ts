/** Every rule that a diagnostic can name, from all packages: for SARIF, and for the reference in the documentation. */

import { GRADING_RULES } from '@lectern/grader';
import { RULES, type Severity } from '@lectern/lesson';
import { IMPORT_RULES } from '@lectern/lesson/import';
import { CHECK_RULES } from './rules.js';

export interface ListedRule {
  /** `subject/problem` */
  id: string;
  severity: Severity;
  /** One line of Markdown. */
  description: string;
}

/** By subject, in the order of a lesson; within one, as the code lists them. */
export function allRules(): ListedRule[] {
  const rules = [RULES, GRADING_RULES, CHECK_RULES, IMPORT_RULES].flatMap((table) =>
    Object.entries(table).map(([id, rule]) => ({ id, ...rule }))
  );
  const subjects = [...new Set(rules.map(({ id }) => subjectOf(id)))];
  return subjects.flatMap((subject) => rules.filter(({ id }) => subjectOf(id) === subject));
}

export function subjectOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}
