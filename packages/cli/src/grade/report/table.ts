/** The results for a person at a terminal: students × lessons, then what is worth a look. */

import colors from 'picocolors';
import { plural } from '../../terminal.js';
import type { Results, SubmissionResult } from '../results.js';

export function tableReport(results: Results): string {
  const { submissions, broken, seed, course } = results;
  const parts = [
    table(results),
    ...section('Notes', submissions.filter(({ status }) => status === 'graded').flatMap(notesOf)),
    ...section(
      'Not read',
      submissions
        .filter(({ status }) => status === 'not-read')
        .map(({ student, file, reason }) => `${student.name}: ${file} ${reason}`)
    ),
    ...section(
      'Broken checks, which count for nobody: mend them and grade again',
      broken.map(
        ({ lesson, challenge, check, message, submissions: count }) =>
          `${lesson} / ${challenge} / ${check} (${plural(count, 'submission')}): ${message}`
      )
    ),
    `${summary(submissions)} Course ${printable(course.title)}, seed ${seed}.\n`
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function table({ lessons, submissions }: Results): string {
  const graded = submissions.filter(({ status }) => status === 'graded');
  if (graded.length === 0) return '';
  const students = [...new Map(submissions.map(({ student }) => [student.key, student])).values()];
  const rows = students.map(({ key, name }) => {
    const own = graded.filter(({ student }) => student.key === key);
    const cells = lessons.map(({ id }) => shown(own.filter(({ lesson }) => lesson === id)));
    return [printable(name), ...cells, shown(own)];
  });
  const means = [
    'mean',
    ...lessons.map(({ id }) => mean(graded.filter(({ lesson }) => lesson === id))),
    ''
  ];
  const header = ['student', ...lessons.map(({ id }) => id), 'total'];
  const lines = [header, ...rows, means];
  const widths = header.map((_, column) =>
    Math.max(...lines.map((line) => [...(line[column] ?? '')].length))
  );
  const text = lines.map((line) =>
    line
      .map((cell, column) => pad(cell, widths[column] ?? 0, column > 0))
      .join('  ')
      .trimEnd()
  );
  const [first = '', ...others] = text;
  const last = others.pop() ?? '';
  return `${[colors.bold(first), ...others, colors.dim(last)].join('\n')}\n`;
}

function shown(submissions: readonly SubmissionResult[]): string {
  if (submissions.length === 0) return '–';
  const sum = (key: 'score' | 'points'): number =>
    submissions.reduce((total, one) => total + one[key], 0);
  return `${short(sum('score'))} of ${short(sum('points'))}`;
}

function mean(submissions: readonly SubmissionResult[]): string {
  const counted = submissions.filter(({ points }) => points > 0);
  if (counted.length === 0) return '';
  const shares = counted.reduce((sum, { score, points }) => sum + score / points, 0);
  return `${Math.round((100 * shares) / counted.length)} %`;
}

function short(value: number): string {
  return String(Number(value.toFixed(2)));
}

function pad(cell: string, width: number, isNumber: boolean): string {
  const space = ' '.repeat(Math.max(0, width - [...cell].length));
  return isNumber ? space + cell : cell + space;
}

function notesOf({ student, file, late, notes, challenges, quizzes }: SubmissionResult): string[] {
  const all = [
    ...(late ? ['Handed in late.'] : []),
    ...notes,
    ...challenges.flatMap(({ challenge, notes: own }) =>
      own.map((note) => `${challenge}: ${note}`)
    ),
    ...quizzes.flatMap(({ quiz, notes: own }) => own.map((note) => `${quiz}: ${note}`))
  ];
  return all.map((note) => `${student.name}: ${file}: ${note}`);
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [`${colors.bold(title)}\n${lines.map((line) => `  ${printable(line)}\n`).join('')}`];
}

function summary(submissions: readonly SubmissionResult[]): string {
  const count = (status: SubmissionResult['status']): number =>
    submissions.filter((one) => one.status === status).length;
  const parts = [`${plural(count('graded'), 'submission')} graded`];
  if (count('superseded') > 0) parts.push(`${count('superseded')} replaced by newer ones`);
  if (count('not-read') > 0) parts.push(`${count('not-read')} not read`);
  return `${parts.join(', ')}.`;
}

/** Names of files may hold what a terminal obeys. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');
}
