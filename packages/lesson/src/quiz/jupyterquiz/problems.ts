/** Collects what one of the two formats cannot say. */

import { RULES, type RuleId } from '../../rules.js';
import type { JupyterQuizProblem } from './format.js';

export class ConversionProblems {
  readonly found: JupyterQuizProblem[] = [];
  /** The question that is being converted, from 1. */
  question: number | null = null;

  report(rule: RuleId & `jupyterquiz/${string}`, message: string, remedy: string): void {
    const { severity } = RULES[rule];
    this.found.push({ rule, severity, message, remedy, question: this.question });
  }
}
