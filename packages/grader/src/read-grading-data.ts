/** Grading data as a notebook holds it: a file that anybody may have edited, or an earlier version wrote. */

import { GRADING_FORMAT, type GradingData } from './grading-data.js';

/** Format 1 had no tests and no rules of syntax; what it graded is graded as before. */
const OLDEST_FORMAT = 1;

/** Returns `null` where `value` is not grading data that this version can grade by. */
export function readGradingData(value: unknown): GradingData | null {
  if (!isRecord(value) || typeof value['format'] !== 'number') return null;
  if (value['format'] < OLDEST_FORMAT || value['format'] > GRADING_FORMAT) return null;
  const data = { tests: null, forbid: [], require: [], ...value, format: GRADING_FORMAT };
  return isGradingData(data) ? data : null;
}

function isGradingData(
  value: Record<string, unknown>
): value is Record<string, unknown> & GradingData {
  return (
    isText(value['challenge']) &&
    ['points', 'timeLimitSeconds', 'memoryLimitMB', 'tolerance'].every((key) =>
      isAmount(value[key])
    ) &&
    ['setup', 'stdin', 'ungraded'].every((key) => value[key] === null || isText(value[key])) &&
    isText(value['starter']) &&
    (value['output'] === null ||
      (isRecord(value['output']) && isText(value['output']['compare']))) &&
    isListOf(value['behaviour'], (graded) => isText(graded['name']) && isListOf(graded['calls'])) &&
    (value['tests'] === null || isTests(value['tests'])) &&
    isTexts(value['forbid']) &&
    isTexts(value['require'])
  );
}

function isTests(value: unknown): boolean {
  return (
    isRecord(value) &&
    isText(value['source']) &&
    isListOf(value['functions'], (test) => isText(test['name']) && isAmount(test['points']))
  );
}

function isListOf(
  value: unknown,
  isItem: (item: Record<string, unknown>) => boolean = () => true
): boolean {
  return Array.isArray(value) && value.every((item) => isRecord(item) && isItem(item));
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
