/** The results as JSON: for programs, and for the instructor alone, since withheld checks are in it. */

import type { Results, SubmissionResult } from '../results.js';

export const JSON_FORMAT = 1;

export function jsonReport(results: Results): string {
  const { submissions, broken, lessons, ...rest } = results;
  const report = {
    format: JSON_FORMAT,
    ...rest,
    lessons,
    submissions: submissions.map(withoutInner),
    brokenChecks: broken
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Without what only other parts of this program use. */
function withoutInner(submission: SubmissionResult): object {
  const { prefix: _, student, challenges, quizzes, ...rest } = submission;
  return {
    student: { name: student.name, id: student.id },
    ...rest,
    challenges: challenges.map(({ source, ...challenge }) => ({ ...challenge, answer: source })),
    quizzes: quizzes.map(({ isTyped: _typed, ...quiz }) => quiz)
  };
}
