/** `lectern convert`: one lesson to one file of another format, or back. */

import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { isUnedited } from '@lectern/notebook';
import { parseSource } from '../course/read-lesson.js';
import { CommandError } from '../errors.js';
import { readText, writeText } from '../files.js';
import { EDITIONS, FORMATS, READERS } from '../formats/index.js';
import type { ExitCode } from '../main.js';
import { printDiagnostics } from '../terminal.js';

/** `--from`, where it is not said. */
const READER_BY_NAME: Readonly<Record<string, string>> = {
  '.ipynb': 'notebook',
  '.json': 'jupyterquiz'
};

interface ConvertOptions {
  output?: string;
  force: boolean;
  edition?: string;
  to?: string;
  from?: string;
  solutions: boolean;
}

export function addConvert(program: Command, onExit: (code: ExitCode) => void): void {
  program
    .command('convert')
    .summary('turn a lesson into a notebook or another format, or back')
    .description(
      'Turns a lesson (Markdown) into the notebook that a student opens, into another edition or format; or an instructor’s notebook back into its lesson.'
    )
    .argument('<lesson>', 'the lesson, a Markdown file; or a file to make a lesson of')
    .option(
      '-o, --output <file>',
      'the file to write; "-" for standard output (default: beside it)'
    )
    .addOption(new Option('--edition <edition>', 'for whom').choices(Object.keys(EDITIONS)))
    .addOption(new Option('--to <format>', 'another format').choices(Object.keys(FORMATS)))
    .addOption(
      new Option('--from <format>', 'what to make a lesson of (default: by the name)').choices(
        Object.keys(READERS)
      )
    )
    .option('--solutions', 'in the print edition: add the solutions, for instructors', false)
    .option('--force', 'overwrite a file that somebody has worked in', false)
    .addHelpText(
      'after',
      '\nExit status: 0 written; 1 written, and something was left out, as said; 2 it could not run.'
    )
    .action(async (path: string, options: ConvertOptions) => onExit(await convert(path, options)));
}

async function convert(path: string, options: ConvertOptions): Promise<ExitCode> {
  const from = options.from ?? READER_BY_NAME[extname(path).toLowerCase()];
  if (from === undefined) return writeFormat(path, options);
  if (options.edition !== undefined || options.to !== undefined) {
    throw new CommandError(`${path}: is made into a lesson; --edition and --to need a lesson.`);
  }
  return writeLesson(path, from, options);
}

async function writeFormat(path: string, options: ConvertOptions): Promise<ExitCode> {
  const { edition, to, solutions } = options;
  if (edition !== undefined && to !== undefined) {
    throw new CommandError('--edition and --to name two files; say one of them.');
  }
  const format = to === undefined ? EDITIONS[edition ?? 'student'] : FORMATS[to];
  if (format === undefined) throw new Error(`no format ${to ?? edition}`);
  if (solutions && edition !== 'print') {
    throw new CommandError('--solutions belongs to --edition print.');
  }
  const target = options.output ?? path.replace(/(\.(md|markdown))?$/i, format.extension);
  if (resolve(target) === resolve(path)) {
    throw new CommandError(`${target}: is the lesson itself. Name another file with -o.`);
  }
  const text = await readText(path);
  const lesson = await parseSource(path, text);
  await refuseToLose(target, options);
  const written = await format.write({ path, text, lesson, solutions });
  printDiagnostics(written.diagnostics.map((diagnostic) => ({ path, ...diagnostic })));
  await write(target, written.text);
  return 0;
}

async function writeLesson(path: string, from: string, options: ConvertOptions): Promise<ExitCode> {
  const read = READERS[from];
  if (read === undefined) throw new Error(`no format ${from}`);
  const target = options.output ?? path.replace(/(\.[^./\\]*)?$/, '.md');
  const { text, problems } = read(await readText(path), path);
  await refuseToLose(target, options, text);
  for (const problem of problems) process.stderr.write(`${path}: ${problem}\n`);
  await write(target, text);
  return problems.length === 0 ? 0 : 1;
}

async function write(target: string, text: string): Promise<void> {
  if (target === '-') {
    process.stdout.write(text);
    return;
  }
  await writeText(target, text);
  process.stderr.write(`Wrote ${target}\n`);
}

/** A notebook as it was built may be written over, and a file with the same text; others only when told to. */
async function refuseToLose(
  target: string,
  { force, output }: ConvertOptions,
  text?: string
): Promise<void> {
  if (target === '-' || force) return;
  const existing = await readFile(target, 'utf8').catch(() => null);
  if (existing === null || existing === text) return;
  if (
    /\.ipynb$/i.test(target) ? isUnedited(existing) : text === undefined && output !== undefined
  ) {
    return;
  }
  throw new CommandError(
    `${target}: has work in it that would be lost. Name another file with -o, or say --force.`
  );
}
