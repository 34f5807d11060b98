/** `lectern upgrade`: a learner's notebook brought to a newer version of its lesson, with their work in it. */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import colors from 'picocolors';
import type { Lesson } from '@lectern/lesson';
import {
  describeChanges,
  lessonOf,
  requireSameLesson,
  serializeNotebook,
  toNotebook,
  UpgradeError,
  upgradeNotebook,
  type Upgrade
} from '@lectern/notebook';
import { replaceWithBackup } from '../backup.js';
import { readLesson } from '../course/read-lesson.js';
import { CommandError } from '../errors.js';
import { readText, writeText } from '../files.js';
import { notebookText } from '../prepare/prepare-lesson.js';
import { prepared } from '../prepare/prepared.js';
import { printDiagnostics } from '../terminal.js';

interface UpgradeOptions {
  output?: string;
  dryRun?: boolean;
}

export function addUpgrade(program: Command): void {
  program
    .command('upgrade')
    .summary('bring a notebook to a newer version of its lesson')
    .description(
      'Brings a learner’s notebook to a newer version of its lesson. Answers, notes, outputs and progress stay; ' +
        'where both have changed the same lines, both are kept. A backup is written first.'
    )
    .argument('<notebook>', 'the notebook that somebody has worked in')
    .argument('<lesson>', 'its lesson as it is now, a Markdown file')
    .option(
      '-o, --output <file>',
      'write to another file, which must not exist; "-" for standard output (default: in place)'
    )
    .option('--dry-run', 'say what would change, and write nothing')
    .addHelpText(
      'after',
      '\nExit status: 0 upgraded, or nothing to do; 2 it could not be done, and the notebook is as it was.'
    )
    .action(upgrade);
}

async function upgrade(
  path: string,
  lessonPath: string,
  { output = path, dryRun = false }: UpgradeOptions
): Promise<void> {
  const text = await readText(path);
  const old = parseNotebook(text, path);
  const inPlace = resolve(output) === resolve(path);
  if (!inPlace && output !== '-') requireAbsent(output);
  const lesson = await readLesson(lessonPath);
  const done = await merge(path, old, lesson, lessonPath);
  const told = await write({ path, text, output, inPlace, dryRun }, done);
  report(path, done, output === '-' ? process.stderr : process.stdout);
  process.stderr.write(told);
}

interface Target {
  path: string;
  text: string;
  output: string;
  inPlace: boolean;
  dryRun: boolean;
}

/** Says what was written, and how to undo it. */
async function write(
  { path, text, output, inPlace, dryRun }: Target,
  { notebook, isCurrent, from }: Upgrade
): Promise<string> {
  if (dryRun) return 'A dry run: nothing was written.\n';
  const to = serializeNotebook(notebook);
  if (output === '-') {
    process.stdout.write(to);
    return '';
  }
  if (!inPlace) {
    await writeText(output, to);
    return `Wrote ${output}\n`;
  }
  if (isCurrent) return '';
  const backup = await replaceWithBackup({ path, from: text, to, version: from });
  return `Wrote ${path}\nYour notebook as it was: ${backup}\nTo go back, put that file in the place of ${path}.\n`;
}

type Notebook = Upgrade['notebook'];

function parseNotebook(text: string, path: string): Notebook {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Notebook;
  } catch (error) {
    throw new CommandError(
      `${path}: is not a notebook: ${(error as Error).message.replace(/\s+/g, ' ')}. If it is damaged, upgrade a backup of it.`
    );
  }
}

function requireAbsent(output: string): void {
  if (!existsSync(output)) return;
  throw new CommandError(`${output}: is there already, and was left alone. Name another file.`);
}

async function merge(
  path: string,
  old: Notebook,
  lesson: Lesson,
  lessonPath: string
): Promise<Upgrade> {
  if (lessonOf(old)?.edition === 'instructor') {
    throw new CommandError(
      `${path}: is an instructor’s notebook, which is made again and not upgraded: "lectern convert ${lessonPath} --edition instructor".`
    );
  }
  try {
    // Running solutions takes seconds: a notebook of another lesson is found out before.
    requireSameLesson(old, toNotebook(lesson, { edition: 'student', grading: new Map() }));
    const ready = await prepared(lesson);
    const errors = ready.diagnostics.filter(({ severity }) => severity === 'error');
    printDiagnostics(errors.map((diagnostic) => ({ path: lessonPath, ...diagnostic })));
    return upgradeNotebook(old, JSON.parse(notebookText(ready)) as Notebook);
  } catch (error) {
    if (error instanceof UpgradeError) throw new CommandError(`${path}: ${error.message}`);
    throw error;
  }
}

function report(
  path: string,
  { isCurrent, from, to, changes }: Upgrade,
  stream: NodeJS.WritableStream
): void {
  if (isCurrent) {
    stream.write(
      `${path}: is at version ${to} of its lesson already; there is nothing to change.\n`
    );
    return;
  }
  const lines = [
    from === to ? `${path}: a new build of version ${to}` : `${path}: ${from} → ${to}`
  ];
  for (const { heading, labels } of describeChanges(changes)) {
    lines.push(`${colors.bold(heading)}:`, ...labels.map((label) => `  ${label}`));
  }
  if (changes.length === 0) lines.push('No cell has changed.');
  stream.write(`${lines.join('\n')}\n`);
}
