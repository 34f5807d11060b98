/** A verdict as text for a terminal: each check, what was compared, and what an exception means. */

import colors from 'picocolors';
import { english, sayIn, type CheckResult, type DiffLine, type Verdict } from '@lectern/grader';

export function describeVerdict({ challenge, status, score, points, checks }: Verdict): string {
  const paint = status === 'passed' ? colors.green : colors.red;
  const lines = [
    `${challenge}: ${paint(status)} (${Number(score.toFixed(2))} of ${points} points)`,
    ...together(checks).flatMap(describeChecks)
  ];
  const say = sayIn(english);
  if (status === 'not-attempted') lines.push(`  ${say('status.not-attempted')}`);
  if (status === 'ungraded') lines.push(`  ${say('status.ungraded')} See the diagnostics above.`);
  return `${lines.join('\n')}\n`;
}

/** Where a program stops, all its checks find the same: that is told once. */
function together(checks: readonly CheckResult[]): CheckResult[][] {
  const groups: CheckResult[][] = [];
  for (const check of checks) {
    const group = groups.at(-1);
    const [last] = group ?? [];
    if (last?.status === check.status && last.message === check.message) group?.push(check);
    else groups.push([check]);
  }
  return groups;
}

function describeChecks(group: CheckResult[]): string[] {
  const [check] = group;
  if (check === undefined) return [];
  const mark = check.status === 'passed' ? colors.green('✓') : colors.red('✗');
  const names = group.map(({ name }) => name).join(', ');
  return [
    `  ${mark} ${names}: ${withCode(check.message)}`,
    ...(check.diff === undefined ? [] : describeDiff(check.diff)),
    ...(isTraceback(check) ? indented(check.actual ?? '') : []),
    ...(check.explanation === undefined ? [] : [`      ${withCode(check.explanation)}`]),
    ...(check.instructor === undefined ? [] : [`      ${withCode(check.instructor)}`])
  ];
}

/** Of what raised, `actual` is the traceback. */
function isTraceback({ status, actual, explanation }: CheckResult): boolean {
  return (status === 'error' && actual !== undefined) || explanation !== undefined;
}

function describeDiff(diff: readonly DiffLine[]): string[] {
  const paint = { ' ': (text: string) => text, '-': colors.green, '+': colors.red };
  return [
    `      ${colors.green('- expected')}  ${colors.red('+ printed')}`,
    ...diff.map(({ mark, text }) => `      ${paint[mark](`${mark} ${text}`)}`.trimEnd())
  ];
}

function indented(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `      ${line}`);
}

/** Without colours the backticks stay. */
function withCode(text: string): string {
  return colors.isColorSupported
    ? text.replace(/`([^`]+)`/g, (_, code: string) => colors.cyan(code))
    : text;
}
