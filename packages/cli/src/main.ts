/** The `lectern` command: parses the arguments, runs one command, and turns what went wrong into one line. */

import { Command, CommanderError } from 'commander';
import { SandboxError } from '@lectern/grader';
import { CommandError } from './errors.js';
import { SiteError } from './site/index.js';
import { version } from './version.js';

/** What a command ends with; `2` means that it could not do what was asked, `130` that it was told to stop. */
export type ExitCode = 0 | 1 | 2 | 130;

type Add = (program: Command, onExit: (code: ExitCode) => void) => void;

/** Each is loaded when it is called for: all of them take a second. */
const COMMANDS: Record<string, () => Promise<Add>> = {
  start: async () => (await import('./commands/start.js')).addStart,
  build: async () => (await import('./commands/build.js')).addBuild,
  check: async () => (await import('./commands/check.js')).addCheck,
  convert: async () => (await import('./commands/convert.js')).addConvert,
  grade: async () => (await import('./commands/grade.js')).addGrade,
  import: async () => (await import('./commands/import.js')).addImport,
  try: async () => (await import('./commands/try.js')).addTry,
  upgrade: async () => (await import('./commands/upgrade.js')).addUpgrade
};

/** Failures whose message is written for the person at the terminal. */
const EXPLAINED = [CommandError, SandboxError, SiteError];

export async function main(args: string[]): Promise<number> {
  let exitCode: ExitCode = 0;
  const program = new Command('lectern')
    .description(
      'Markdown lessons that become notebooks which run, and grade themselves, in a browser.'
    )
    .version(version())
    .showHelpAfterError(false)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(oneLine(text)) });
  const onExit = (code: ExitCode): void => {
    exitCode = code;
  };
  for (const load of needed(args)) (await load())(program, onExit);
  program.addHelpText('after', '\nRun "lectern COMMAND --help" for the options of one command.');
  try {
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (EXPLAINED.some((kind) => error instanceof kind)) {
      process.stderr.write(`lectern: ${(error as Error).message}\n`);
      return 2;
    }
    throw error;
  }
}

/** The one that is called; all of them for the help, or to suggest one. */
function needed([first = '']: readonly string[]): (() => Promise<Add>)[] {
  if (['--version', '-V'].includes(first)) return [];
  const called = Object.entries(COMMANDS).find(([name]) => name === first);
  return called === undefined ? Object.values(COMMANDS) : [called[1]];
}

/** Commander puts its suggestion on a second line. */
function oneLine(text: string): string {
  return `lectern: ${text
    .replace(/^error: /, '')
    .trim()
    .replace(/\s*\n\s*/g, ' ')}\n`;
}
