/** `lectern import`: drafts lessons from text that is none, for a person to finish. */

import { basename, dirname, join } from 'node:path';
import { Option, type Command } from 'commander';
import { IMPORT_KINDS, importLesson, type Imported, type ImportKind } from '@lectern/lesson/import';
import { CommandError } from '../errors.js';
import { exists, isFolder, readText, writeText } from '../files.js';
import { plural, printDiagnostics } from '../terminal.js';

interface ImportOptions {
  output?: string;
  as?: ImportKind;
  force?: boolean;
}
interface Draft extends Imported {
  path: string;
  target: string;
}

export function addImport(program: Command): void {
  program
    .command('import')
    .summary('draft a lesson from Markdown, a web page or pasted text')
    .description(
      'Drafts a lesson from plain Markdown, an HTML page or pasted text. Every guess is printed, with its place in the draft.'
    )
    .argument('<file...>', 'the texts to import')
    .option(
      '-o, --output <file>',
      'the draft to write, or a folder for drafts; "-" for standard output (default: NAME.lesson.md beside each file)'
    )
    .addOption(
      new Option('--as <kind>', 'what the files hold, where their names and texts mislead').choices(
        IMPORT_KINDS
      )
    )
    .option('--force', 'overwrite a file that exists')
    .action(importFiles);
}

/** Everything is read and looked at before the first draft is written. */
async function importFiles(paths: string[], options: ImportOptions): Promise<void> {
  const drafts: Draft[] = [];
  for (const { path, target } of await pair(paths, options.output)) {
    const imported = importLesson(await readText(path), { path, kind: options.as });
    drafts.push({ path, target, ...imported });
  }
  if (options.force !== true) await refuseToOverwrite(drafts);
  for (const { markdown, diagnostics, target } of drafts) {
    if (target === '-') process.stdout.write(markdown);
    else await writeText(target, markdown);
    printDiagnostics(
      diagnostics.map((diagnostic) => ({ path: target, ...diagnostic })),
      { infos: true }
    );
    process.stderr.write(summary(target, diagnostics));
  }
}

/** Each file with the draft that it becomes. */
async function pair(
  paths: readonly string[],
  output: string | undefined
): Promise<{ path: string; target: string }[]> {
  if (output === '-' && paths.length > 1) {
    throw new CommandError('only one file can be imported to standard output.');
  }
  const inFolder =
    output !== undefined && output !== '-' && (paths.length > 1 || (await isNamedAsFolder(output)));
  if (inFolder && (await exists(output)) && !(await isFolder(output))) {
    throw new CommandError(`${output}: is a file; name a folder for ${paths.length} drafts.`);
  }
  const pairs = paths.map((path) => {
    if (inFolder) return { path, target: join(output, draftName(path)) };
    return { path, target: output ?? join(dirname(path), draftName(path)) };
  });
  for (const { path, target } of pairs) {
    const other = pairs.find((one) => one.target === target && one.path !== path);
    if (other !== undefined) {
      throw new CommandError(
        `${path} and ${other.path} would both become ${target}. Import one at a time, with -o.`
      );
    }
  }
  return pairs;
}

async function isNamedAsFolder(output: string): Promise<boolean> {
  return /[\\/]$/.test(output) || (await isFolder(output));
}

function draftName(path: string): string {
  return `${basename(path).replace(/(?:\.lesson)?\.[^.]*$/, '')}.lesson.md`;
}

async function refuseToOverwrite(drafts: readonly Draft[]): Promise<void> {
  for (const { target } of drafts) {
    if (target !== '-' && (await exists(target)) && !(await isFolder(target))) {
      throw new CommandError(`${target}: exists. Name another file with -o, or say --force.`);
    }
  }
}

function summary(target: string, diagnostics: Imported['diagnostics']): string {
  const open = diagnostics.filter(({ severity }) => severity !== 'info').length;
  const guesses =
    diagnostics.length === 0 ? 'no guesses' : plural(diagnostics.length, 'guess', 'guesses');
  const wrote = target === '-' ? 'Drafted a lesson' : `Wrote ${target}`;
  const left = open === 0 ? '' : `, ${open} for you to settle`;
  return `${wrote}: ${guesses}${left}.\n`;
}
