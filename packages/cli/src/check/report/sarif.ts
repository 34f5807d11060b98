/** The diagnostics as SARIF 2.1.0 (OASIS), which code hosts show beside the lines of a change. */

import { sep } from 'node:path';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { Diagnostic, Severity } from '@lectern/lesson';
import type { CourseReport } from '../check-course.js';
import { version } from '../../version.js';
import { allRules } from '../all-rules.js';

const LEVELS: Record<Severity, Result.level> = { error: 'error', warning: 'warning', info: 'note' };

export function sarifReport(reports: readonly CourseReport[]): string {
  const files = reports.flatMap(({ lessons, settings }) => [settings, ...lessons]);
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: { driver: { name: 'lectern', version: version(), rules: rules() } },
        // Columns count as JavaScript's strings do.
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ file, diagnostics }) =>
          diagnostics.map((diagnostic) => result(file, diagnostic))
        )
      }
    ]
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rules(): ReportingDescriptor[] {
  return allRules().map(({ id, severity, description }) => ({
    id,
    shortDescription: { text: description.replaceAll('`', "'") },
    defaultConfiguration: { level: LEVELS[severity] }
  }));
}

function result(
  file: string,
  { rule, severity, message, remedy, range: { start, end } }: Diagnostic
): Result {
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: { text: `${message}\n${remedy}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file.split(sep).join('/')) },
          region: {
            startLine: start.line,
            startColumn: start.column,
            endLine: end.line,
            endColumn: end.column
          }
        }
      }
    ]
  };
}
