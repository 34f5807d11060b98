/** The `lectern` command: parses the arguments, runs one command, and turns what went wrong into one line. */

import { Command, CommanderError } from 'commander';
import { SandboxError } from '@lectern/grader';
import { addBuild } from './commands/build.js';
import { addCheck } from './commands/check.js';
import { addConvert } from './commands/convert.js';
import { addGrade } from './commands/grade.js';
import { addImport } from './commands/import.js';
import { addStart } from './commands/start.js';
import { addTry } from './commands/try.js';
import { addUpgrade } from './commands/upgrade.js';
import { CommandError } from './errors.js';
import { SiteError } from './site/index.js';
import { version } from './version.js';

/** What a command ends with; `2` means that it could not do what was asked, `130` that it was told to stop. */
export type ExitCode = 0 | 1 | 2 | 130;

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
  addStart(program);
  addBuild(program);
  addCheck(program, onExit);
  addConvert(program, onExit);
  addGrade(program, onExit);
  addImport(program);
  addTry(program, onExit);
  addUpgrade(program);
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

/** Commander puts its suggestion on a second line. */
function oneLine(text: string): string {
  return `lectern: ${text
    .replace(/^error: /, '')
    .trim()
    .replace(/\s*\n\s*/g, ' ')}\n`;
}
