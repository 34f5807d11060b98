/** Problems that only running a lesson's cells, or looking at the files beside it, can show. */

import type { Diagnostic, Range, Rule } from '@lectern/lesson';

export const CHECK_RULES = {
  'code/cell-fails': {
    severity: 'error',
    description: 'A code cell raises when the cells are run from top to bottom.'
  },
  'code/does-not-raise': {
    severity: 'error',
    description: 'A fence marked `python raises` does not raise.'
  },
  'code/not-run': {
    severity: 'info',
    description: 'A cell that only a browser can run: it waits, asks, or needs a package.'
  },
  'challenge/unknown-answers': {
    severity: 'warning',
    description:
      'A folder of accepted or rejected answers to a challenge that the lesson does not have.'
  },
  'link/missing-file': {
    severity: 'error',
    description: 'A link or picture whose file is not there.'
  },
  'link/missing-heading': {
    severity: 'warning',
    description: 'A link within the lesson to a heading that it does not have.'
  },
  'course/duplicate-challenge-id': {
    severity: 'warning',
    description: 'Challenges of two lessons have the same id.'
  },
  'print/missing-picture': {
    severity: 'warning',
    description:
      'A picture that a printed page cannot hold, since its file is not beside the lesson.'
  }
} as const satisfies Record<string, Rule>;

export function checkDiagnostic(
  rule: keyof typeof CHECK_RULES,
  range: Range,
  message: string,
  remedy: string
): Diagnostic {
  return { rule, severity: CHECK_RULES[rule].severity, message, remedy, range };
}
