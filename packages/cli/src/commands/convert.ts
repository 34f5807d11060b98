/** `lectern convert`: one lesson to one notebook. */

import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { isUnedited } from '@lectern/notebook';
import { readLesson } from '../course/read-lesson.js';
import { CommandError } from '../errors.js';
import { writeText } from '../files.js';
import { withSandbox } from '../prepare/lazy-sandbox.js';
import { notebookText, prepareLesson } from '../prepare/prepare-lesson.js';
import { endProgress, printDiagnostics, progress } from '../terminal.js';

interface ConvertOptions {
  output?: string;
  force?: boolean;
}

export function addConvert(program: Command): void {
  program
    .command('convert')
    .summary('turn a lesson into a notebook')
    .description('Turns a lesson (Markdown) into the notebook that a student opens.')
    .argument('<lesson>', 'the lesson, a Markdown file')
    .option(
      '-o, --output <file>',
      'the notebook to write; "-" for standard output (default: beside the lesson)'
    )
    .option('--force', 'overwrite a notebook that somebody has worked in')
    .action(convert);
}

async function convert(path: string, { output, force = false }: ConvertOptions): Promise<void> {
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
