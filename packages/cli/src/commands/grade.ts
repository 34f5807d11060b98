/** `lectern grade`: what a class handed in, graded on the instructor's machine. */

import { InvalidArgumentError, type Command } from 'commander';
import { defaultCourse } from '../course/default-course.js';
import { CommandError } from '../errors.js';
import { isFolder, writeText } from '../files.js';
import { assertFeedbackFolder, writeFeedback } from '../grade/feedback/write-feedback.js';
import { gradeCourse, Interrupted } from '../grade/grade-course.js';
import { jobsFor } from '../grade/jobs.js';
import { csvReport } from '../grade/report/csv.js';
import { jsonReport } from '../grade/report/json.js';
import { tableReport } from '../grade/report/table.js';
import type { Results } from '../grade/results.js';
import type { ExitCode } from '../main.js';
import { plural } from '../terminal.js';

interface GradeFlags {
  course?: string;
  json?: string;
  csv?: string;
  feedback?: string;
  jobs?: number;
  seed?: string;
  state: string;
  resume: boolean;
}

export function addGrade(program: Command, onExit: (code: ExitCode) => void): void {
  program
    .command('grade')
    .summary('grade what a class handed in')
    .description(
      'Grades notebooks that students handed in: all challenges and quizzes of their lessons, each answer in an interpreter as if nothing had used it before. Of a notebook only the answers are read; what is right comes from the course. The same submissions, course and seed give the same output, to the byte.'
    )
    .argument(
      '<submissions...>',
      'notebooks, folders of them, or zip archives as Canvas and Moodle make them'
    )
    .option(
      '--course <folder>',
      'the folder of lessons, or one lesson (default: notebooks, or else this folder)'
    )
    .option('--json <file>', 'write everything as JSON; "-" for standard output')
    .option('--csv <file>', 'write a row a student and lesson as CSV; "-" for standard output')
    .option('--feedback <folder>', 'write a page of HTML for each student')
    .option('--jobs <number>', 'answers at a time (default: one less than the cores)', toCount)
    .option('--seed <text>', 'of the checks that learners do not have (default: from the course)')
    .option('--state <file>', 'where what is graded is kept until the end', 'lectern-grade.state')
    .option('--resume', 'go on where a run was stopped', false)
    .addHelpText(
      'after',
      `
Examples:
  lectern grade submissions.zip --course notebooks --csv grades.csv --feedback feedback
  lectern grade submitted/ ada.ipynb --course notebooks --json -

Whose a file is: Canvas's and Moodle's own names say it; below a folder "submitted", the folder
after it; else the first folder, or else the file's name. Of one student's notebooks of a lesson
the newest counts (name-1.ipynb, name-2.ipynb, …).

Ctrl-C keeps what is graded; --resume goes on. The table is printed to standard error where JSON or
CSV goes to standard output.

Exit status: 0 graded; 1 graded, but something that was handed in could not be read, or was of no
lesson of the course; 2 a check is broken, or it could not run; 130 stopped.`
    )
    .action(async (submissions: string[], flags: GradeFlags) =>
      onExit(await gradeAndReport(submissions, flags))
    );
}

function toCount(value: string): number {
  if (!/^[1-9]\d{0,2}$/.test(value)) throw new InvalidArgumentError('Say a number from 1 to 999.');
  return Number(value);
}

async function gradeAndReport(
  submissions: readonly string[],
  flags: GradeFlags
): Promise<ExitCode> {
  await refuseOutputs(flags);
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  let exitCode: ExitCode = 0;
  try {
    const { seed, state, resume } = flags;
    const course = flags.course ?? (await defaultCourse());
    const jobs = jobsFor(flags.jobs);
    if (flags.jobs !== undefined && jobs < flags.jobs) {
      process.stderr.write(`The memory is enough for ${plural(jobs, 'answer')} at a time.\n`);
    }
    await gradeCourse(
      { submissions, course, seed, jobs, state, resume, signal: stopping.signal },
      async (results) => {
        await write(results, flags);
        exitCode = exitCodeOf(results);
      }
    );
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 130;
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
  return exitCode;
}

/** Before an hour of grading, and not after it. */
async function refuseOutputs({ json, csv, feedback }: GradeFlags): Promise<void> {
  if (json === '-' && csv === '-') {
    throw new CommandError('--json and --csv cannot both go to standard output. Name a file.');
  }
  for (const file of [json, csv]) {
    if (file !== undefined && file !== '-' && (await isFolder(file))) {
      throw new CommandError(`${file}: is a folder, and a file is wanted`);
    }
  }
  if (feedback !== undefined) await assertFeedbackFolder(feedback);
}

async function write(results: Results, { json, csv, feedback }: GradeFlags): Promise<void> {
  const told: string[] = [];
  let isStdoutTaken = false;
  for (const [file, text] of [
    [json, jsonReport],
    [csv, csvReport]
  ] as const) {
    if (file === undefined) continue;
    if (file === '-') {
      process.stdout.write(text(results));
      isStdoutTaken = true;
    } else {
      await writeText(file, text(results));
      told.push(`Wrote ${file}\n`);
    }
  }
  if (feedback !== undefined) {
    told.push(`Wrote ${feedback}: ${plural(await writeFeedback(feedback, results), 'page')}\n`);
  }
  (isStdoutTaken ? process.stderr : process.stdout).write(tableReport(results));
  process.stderr.write(told.join(''));
}

function exitCodeOf({ submissions, broken }: Results): ExitCode {
  if (broken.length > 0) return 2;
  return submissions.some(({ status }) => status === 'not-read') ? 1 : 0;
}
