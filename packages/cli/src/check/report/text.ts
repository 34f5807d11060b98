/** The report for a person at a terminal: a lesson at a time, its problems where they are, then what was proven. */

import colors from 'picocolors';
import type { ChallengeProof, VerdictStatus } from '@lectern/grader';
import type { Diagnostic } from '@lectern/lesson';
import type { ExitCode } from '../../main.js';
import { countProblems, plural, printDiagnostics } from '../../terminal.js';
import type { CourseReport, LessonReport } from '../check-course.js';

export function printReport(
  reports: readonly CourseReport[],
  { seconds, cpython }: { seconds: number; cpython: { version: string } | null }
): void {
  const print = (text: string): void => void process.stdout.write(`${text}\n`);
  for (const { lessons, settings } of reports) {
    printDiagnostics(located(settings), { infos: true, to: process.stdout });
    for (const lesson of lessons) {
      print(colors.bold(lesson.file));
      printDiagnostics(located(lesson), { infos: true, to: process.stdout });
      for (const proof of lesson.challenges) print(describe(proof));
    }
  }
  print(`\n${summary(reports)} ${colors.dim(`(${seconds.toFixed(1)} s)`)}`);
  if (cpython === null && reports.some(({ lessons }) => lessons.some(hasChallenge))) {
    print(
      colors.dim(
        'Verdicts were not compared with CPython: none as new as the browser’s Python is on the PATH.'
      )
    );
  }
}

/** 1 where something must be mended. */
export function verdictOf(reports: readonly CourseReport[], strict: boolean): ExitCode {
  const bad = all(reports).some(
    ({ severity }) => severity === 'error' || (strict && severity === 'warning')
  );
  return bad ? 1 : 0;
}

function located({
  file,
  diagnostics
}: Pick<LessonReport, 'file' | 'diagnostics'>): (Diagnostic & { path: string })[] {
  return diagnostics.map((diagnostic) => ({ path: file, ...diagnostic }));
}

function hasChallenge({ challenges }: LessonReport): boolean {
  return challenges.length > 0;
}

/** `✓ score  by behaviour; solution passes, starter fails; …` */
function describe(proof: ChallengeProof): string {
  const { id, gradedBy, solution, starter, accepted, rejected, mutants, discrimination } = proof;
  if (gradedBy.length === 0) return `  ${colors.red('✗')} ${id}  ${colors.red('not graded')}`;
  const isRight =
    solution === 'passed' &&
    starter !== 'passed' &&
    accepted.every(passed) &&
    !rejected.some(passed);
  const parts = [
    `by ${gradedBy.join(' and ')}`,
    `solution ${solution}`,
    `starter ${starter}`,
    ...counted(accepted, 'accepted', passed),
    ...counted(rejected, 'rejected', (status) => !passed(status)),
    describeMutants(mutants, discrimination)
  ];
  return `  ${isRight ? colors.green('✓') : colors.red('✗')} ${id}  ${colors.dim(parts.join('; '))}`;
}

function passed(status: VerdictStatus): boolean {
  return status === 'passed';
}

function counted(
  statuses: readonly VerdictStatus[],
  kind: string,
  isRight: (status: VerdictStatus) => boolean
): string[] {
  if (statuses.length === 0) return [];
  return [`${statuses.filter(isRight).length} of ${statuses.length} ${kind}`];
}

function describeMutants(
  { killed, survived, equivalent }: ChallengeProof['mutants'],
  discrimination: number | null
): string {
  if (discrimination === null) return 'no mutants';
  const same = equivalent > 0 ? `, ${equivalent} equivalent` : '';
  return `${killed} of ${killed + survived} mutants killed${same} (discrimination ${discrimination.toFixed(2)})`;
}

function summary(reports: readonly CourseReport[]): string {
  const lessons = reports.flatMap((report) => report.lessons);
  const challenges = lessons.reduce((sum, lesson) => sum + lesson.challenges.length, 0);
  const found = countProblems(all(reports));
  const what = found.length === 0 ? 'nothing is wrong' : found.join(', ');
  return `${plural(lessons.length, 'lesson')}, ${plural(challenges, 'challenge')}: ${what}.`;
}

function all(reports: readonly CourseReport[]): Diagnostic[] {
  return reports.flatMap(({ lessons, settings }) => [
    ...settings.diagnostics,
    ...lessons.flatMap(({ diagnostics }) => diagnostics)
  ]);
}
