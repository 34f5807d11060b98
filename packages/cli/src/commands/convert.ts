/** `lectern convert`: one lesson to one notebook, or to another format. */

import { readFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { isUnedited } from '@lectern/notebook';
import { readLesson } from '../course/read-lesson.js';
import { CommandError } from '../errors.js';
import { writeText } from '../files.js';
import { withSandbox } from '../prepare/lazy-sandbox.js';
import { notebookText, prepareLesson } from '../prepare/prepare-lesson.js';
import { endProgress, printDiagnostics, progress } from '../terminal.js';
import { readJupyterQuiz, writeJupyterQuiz } from './convert-jupyterquiz.js';

interface ConvertOptions {
  output?: string;
  force?: boolean;
  to: (typeof FORMATS)[number];
}

const FORMATS = ['notebook', 'jupyterquiz'] as const;

export function addConvert(program: Command): void {
  program
    .command('convert')
    .summary('turn a lesson into a notebook')
    .description(
      'Turns a lesson (Markdown) into the notebook that a student opens, or its quizzes into the questions of jupyterquiz; and such questions (JSON) into quizzes.'
    )
    .argument('<lesson>', 'the lesson, a Markdown file; or questions, a JSON file')
    .option(
      '-o, --output <file>',
      'the file to write; "-" for standard output (default: beside the lesson)'
    )
    .addOption(new Option('--to <format>', 'what to write').choices(FORMATS).default('notebook'))
    .option('--force', 'overwrite a file that somebody has worked in')
    .action(convert);
}

async function convert(path: string, { output, force = false, to }: ConvertOptions): Promise<void> {
  if (/\.json$/i.test(path)) return readJupyterQuiz(path, { output, force });
  if (to === 'jupyterquiz') return writeJupyterQuiz(path, { output, force });
  const target = output ?? path.replace(/(\.(md|markdown))?$/i, '.ipynb');
  const lesson = await readLesson(path);
  if (target !== '-' && !force) await refuseToLose(target);
  const prepared = await withSandbox((sandbox) =>
    prepareLesson(lesson, sandbox, {
      onChallenge: (id) => progress(`Running the solution of ${id} …`)
    })
  );
  endProgress();
  printDiagnostics(prepared.diagnostics.map((diagnostic) => ({ path, ...diagnostic })));
  const text = notebookText(prepared, 'student');
  if (target === '-') {
    process.stdout.write(text);
    return;
  }
  await writeText(target, text);
  process.stderr.write(`Wrote ${target}\n`);
}

/** A notebook as it was built may be written over; one that somebody has worked in may not. */
async function refuseToLose(target: string): Promise<void> {
  const existing = await readFile(target, 'utf8').catch(() => null);
  if (existing !== null && !isUnedited(existing)) {
    throw new CommandError(
      `${target}: has work in it that would be lost. Name another file with -o, or say --force.`
    );
  }
}
