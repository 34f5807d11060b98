/** `lectern try`: one answer to one challenge, one verdict; or a learner's notebook, a verdict on each. */

import type { Command } from 'commander';
import { grade, type Verdict, type VerdictStatus } from '@lectern/grader';
import type { Lesson } from '@lectern/lesson';
import { readLesson } from '../course/read-lesson.js';
import { CommandError } from '../errors.js';
import { readText } from '../files.js';
import type { ExitCode } from '../main.js';
import { withSandbox } from '../prepare/lazy-sandbox.js';
import { prepareLesson } from '../prepare/prepare-lesson.js';
import { endProgress, printDiagnostics, progress } from '../terminal.js';
import { describeVerdict } from './describe-verdict.js';
import { describeQuiz, exitCodeOf, tryNotebook, type NotebookVerdicts } from './try-notebook.js';

const EXIT_CODES: Record<VerdictStatus, ExitCode> = {
  passed: 0,
  failed: 1,
  error: 1,
  'not-attempted': 1,
  'timed-out': 1,
  'out-of-memory': 1,
  ungraded: 2,
  'broken-check': 2
};

interface Options {
  json?: boolean;
}

export function addTry(program: Command, onExit: (code: ExitCode) => void): void {
  program
    .command('try')
    .summary('give a verdict on an answer, or on a notebook')
    .description(
      'Checks one answer to one challenge, or all challenges and quizzes of a learner’s notebook, as the learner’s browser does.'
    )
    .usage(
      '[options] <lesson> <challenge-id> <answer>\n       lectern try [options] <lesson> <notebook>'
    )
    .argument('<lesson>', 'the lesson, a Markdown file')
    .argument('<challenge-id>', 'the id of one of its challenges; or a notebook (.ipynb)')
    .argument('[answer]', 'a Python file: the finished cell')
    .option('--json', 'print the verdict as JSON')
    .addHelpText(
      'after',
      '\nExit status: 0 passed (of a notebook: all that is graded); 1 failed, error, not-attempted, timed-out, out-of-memory; 2 ungraded, broken-check, or it could not run.'
    )
    .action(
      async (path: string, id: string, answer: string | undefined, { json = false }: Options) => {
        if (/\.ipynb$/i.test(id) && answer === undefined) {
          const verdicts = await tryNotebook(path, id);
          process.stdout.write(json ? asJson(verdicts) : describeNotebook(verdicts));
          onExit(exitCodeOf(verdicts));
          return;
        }
        if (answer === undefined) throw new CommandError("missing required argument 'answer'");
        const verdict = await tryAnswer(path, id, answer);
        process.stdout.write(json ? asJson(verdict) : describeVerdict(verdict));
        onExit(EXIT_CODES[verdict.status]);
      }
    );
}

async function tryAnswer(path: string, id: string, answer: string): Promise<Verdict> {
  const lesson = await readLesson(path);
  requireChallenge(lesson, path, id);
  const source = await readText(answer);
  return withSandbox(async (sandbox) => {
    const { grading, diagnostics } = await prepareLesson(lesson, sandbox, {
      only: id,
      onChallenge: () => progress(`Running the solution of ${id} …`)
    });
    const data = grading.get(id);
    if (data === undefined) throw new Error(`no grading data for ${id}`);
    if (data.ungraded !== null) {
      endProgress();
      printDiagnostics(diagnostics.map((diagnostic) => ({ path, ...diagnostic })));
    }
    progress('Checking the answer …');
    const verdict = await grade(data, source, sandbox());
    endProgress();
    return verdict;
  });
}

function requireChallenge({ challenges }: Lesson, path: string, id: string): void {
  if (challenges.some((challenge) => challenge.id === id)) return;
  const known = challenges.map((challenge) => challenge.id);
  throw new CommandError(
    known.length === 0
      ? `${path}: has no challenges.`
      : `${path}: has no challenge "${id}". It has: ${known.join(', ')}.`
  );
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function describeNotebook(verdicts: NotebookVerdicts): string {
  const { lesson, score, points, challenges, quizzes } = verdicts;
  const total = `${lesson}: ${Number(score.toFixed(2))} of ${points} points\n`;
  return [...quizzes.map(describeQuiz), ...challenges.map(describeVerdict), total].join('');
}
