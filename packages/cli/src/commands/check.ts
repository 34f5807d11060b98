/** `lectern check`: what is wrong with lessons, proven by running them. */

import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { findCPython } from '@lectern/grader/node';
import { checkCourse, type CourseReport } from '../check/check-course.js';
import { jsonReport } from '../check/report/json.js';
import { sarifReport } from '../check/report/sarif.js';
import { printReport, verdictOf } from '../check/report/text.js';
import { defaultCourse } from '../course/default-course.js';
import { CommandError } from '../errors.js';
import type { ExitCode } from '../main.js';
import { withSandbox } from '../prepare/lazy-sandbox.js';
import { endProgress, progress } from '../terminal.js';
import { onChange, untilInterrupted } from '../watch.js';

interface CheckFlags {
  json?: boolean;
  sarif?: boolean;
  strict?: boolean;
  watch?: boolean;
}

/** Each takes a core, and its interpreters up to 600 MB. */
const MAX_JOBS = 4;

export function addCheck(program: Command, onExit: (code: ExitCode) => void): void {
  program
    .command('check')
    .summary('say what is wrong with lessons, and prove their challenges')
    .description(
      'Says what is wrong with lessons, and proves each challenge by running it: the solution and every accepted answer pass; the starter, every rejected answer and small mistakes made in the solution (mutants) fail; cells run from top to bottom; links lead somewhere. What was proven is kept until the lesson changes.'
    )
    .argument('[paths...]', 'lessons, or folders of them (default: notebooks, or else this folder)')
    .option('--json', 'print the report as JSON')
    .option('--sarif', 'print the diagnostics as SARIF 2.1.0, which code hosts show on a change')
    .option('--strict', 'let warnings count as errors')
    .option('--watch', 'check again whenever a file changes')
    .addHelpText('after', '\nExit status: 0 clean, or warnings only; 1 errors; 2 it could not run.')
    .action(async (paths: string[], flags: CheckFlags) => {
      if (flags.json === true && flags.sarif === true) {
        throw new CommandError('--json and --sarif cannot be printed together. Leave one out.');
      }
      const wanted = paths.length > 0 ? paths : [await defaultCourse()];
      onExit(await checkOnce(wanted, flags));
      if (flags.watch !== true) return;
      const watcher = onChange(wanted, async () => onExit(await checkOnce(wanted, flags)));
      process.stderr.write('Watching. Press Ctrl-C to stop.\n');
      await untilInterrupted();
      watcher.close();
    });
}

async function checkOnce(paths: readonly string[], flags: CheckFlags): Promise<ExitCode> {
  const startedAt = performance.now();
  const jobs = Math.min(MAX_JOBS, availableParallelism());
  const cpython = findCPython();
  const reports = await withSandbox(
    async (sandbox) => {
      const checked: CourseReport[] = [];
      for (const path of paths) {
        checked.push(await checkCourse(path, { sandbox, cpython, jobs, onProgress: progress }));
      }
      return checked;
    },
    { spares: true }
  );
  endProgress();
  if (flags.json === true) process.stdout.write(jsonReport(reports));
  else if (flags.sarif === true) process.stdout.write(sarifReport(reports));
  else printReport(reports, { seconds: (performance.now() - startedAt) / 1_000, cpython });
  return verdictOf(reports, flags.strict === true);
}
