/** Collects what is wrong with an author's text. The only place where a `Diagnostic` is made. */

import type { Diagnostic } from './diagnostics.js';
import type { Range } from './lesson.js';
import { RULES, type RuleId } from './rules.js';

export class Problems {
  readonly #diagnostics: Diagnostic[] = [];

  /** `message` says what is wrong, `remedy` what to do; each is one sentence. */
  report(rule: RuleId, range: Range, message: string, remedy: string): void {
    this.#diagnostics.push({ rule, severity: RULES[rule].severity, message, remedy, range });
  }

  /** In the order of the text. */
  diagnostics(): Diagnostic[] {
    return this.#diagnostics.toSorted((a, b) => a.range.start.offset - b.range.start.offset);
  }
}
