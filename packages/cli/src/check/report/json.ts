/** The report as JSON, for other programs: the shape is a promise, and grows by keys only. */

import type { Diagnostic } from '@lectern/lesson';
import type { CourseReport } from '../check-course.js';

export function jsonReport(reports: readonly CourseReport[]): string {
  const report = {
    lessons: reports.flatMap(({ lessons }) =>
      lessons.map(({ file, id, diagnostics, challenges }) => ({
        file,
        id,
        diagnostics: diagnostics.map(flat),
        challenges
      }))
    ),
    settings: reports
      .map(({ settings }) => settings)
      .filter(({ diagnostics }) => diagnostics.length > 0)
      .map(({ file, diagnostics }) => ({ file, diagnostics: diagnostics.map(flat) }))
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function flat({ rule, severity, range, message, remedy }: Diagnostic): Record<string, unknown> {
  const { start, end } = range;
  return {
    rule,
    severity,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    message,
    remedy
  };
}
