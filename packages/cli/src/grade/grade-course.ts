/** `lectern grade`: submissions and a course in, results out; what was graded is kept on the way. */

import { basename, resolve } from 'node:path';
import type { Sandbox } from '@lectern/grader';
import { WorkReader } from '@lectern/notebook';
import { codeIdentity } from '../content-cache.js';
import { readCourse, type ReadCourse } from '../course/read-course.js';
import { CommandError } from '../errors.js';
import { withSandbox } from '../prepare/lazy-sandbox.js';
import { gradingCache, type PreparedLesson } from '../prepare/prepare-lesson.js';
import { endProgress, plural, printDiagnostics, progress } from '../terminal.js';
import { version } from '../version.js';
import { gradeAnswers, type Graded } from './grade-answers.js';
import { brokenChecks, factsOf, resultOf, tasksOf } from './grade-submissions.js';
import { courseHash, defaultSeed, gradingFor } from './grading-for.js';
import { sparesFor } from './jobs.js';
import { gradingProgress } from './progress-bar.js';
import type { Results, SubmissionResult } from './results.js';
import { StateFile } from './state-file.js';
import { collectSubmissions, type Submission } from './submissions/collect.js';

export interface GradeRequest {
  submissions: readonly string[];
  course: string;
  seed: string | undefined;
  jobs: number;
  state: string;
  resume: boolean;
  /** Aborted: what is done is kept, and the promise rejected with an `Interrupted`. */
  signal: AbortSignal;
}

/** The run was stopped, and can be gone on with. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

/** `finish` is given the results; when it is done, what was kept for going on is removed. @throws {CommandError | Interrupted} */
export async function gradeCourse(
  request: GradeRequest,
  finish: (results: Results) => Promise<void>
): Promise<void> {
  const read = await readCourse(request.course);
  if (read.lessons.length === 0) {
    throw new CommandError(`${request.course}: holds no lessons. Name the course's folder.`);
  }
  const hash = courseHash(read);
  const seed = request.seed ?? defaultSeed(hash);
  const build = (await codeIdentity()).slice(0, 12);
  const header = { course: hash, seed, grader: `${version()} ${build}` };
  const state = StateFile.open(request.state, header, request);
  try {
    progress('Reading the submissions …');
    const readers = read.lessons.map(({ lesson }) => new WorkReader(lesson));
    const submissions = await collectSubmissions(request.submissions, readers);
    const { prepared, verdicts } = await gradeAll(request, { read, submissions, seed, state });
    const results = inOrder(
      submissions.map((one) => resultOf(one, prepared, verdicts)),
      [...prepared.keys()]
    );
    await finish({
      course: { title: read.course.title ?? titleOf(request.course, read), hash },
      seed,
      grader: { version: version(), build },
      lessons: [...prepared.values()].map(factsOf),
      submissions: results,
      broken: brokenChecks(results)
    });
    state.remove();
  } catch (error) {
    state.leave();
    throw error;
  } finally {
    endProgress();
  }
}

/** Of one student: by the course's order, what counts first. They are sorted by student and file already. */
function inOrder(results: SubmissionResult[], lessons: readonly string[]): SubmissionResult[] {
  const place = ({ lesson, status }: SubmissionResult): number =>
    (lesson === null ? lessons.length : lessons.indexOf(lesson)) +
    (status === 'superseded' ? 0.5 : 0);
  const students = [...new Set(results.map(({ student }) => student.key))];
  const rank = new Map(students.map((key, index) => [key, index]));
  return results.toSorted(
    (a, b) => (rank.get(a.student.key) ?? 0) - (rank.get(b.student.key) ?? 0) || place(a) - place(b)
  );
}

function titleOf(path: string, { lessons }: ReadCourse): string {
  const single = lessons.length === 1 ? lessons[0]?.lesson.title : undefined;
  return single ?? basename(resolve(path));
}

interface Work {
  read: ReadCourse;
  submissions: readonly Submission[];
  seed: string;
  state: StateFile;
}

async function gradeAll(
  { jobs, signal }: GradeRequest,
  work: Work
): Promise<{ prepared: Map<string, PreparedLesson>; verdicts: Map<string, Graded> }> {
  let stop: () => void = () => undefined;
  try {
    return await withSandbox(
      async (made) => {
        const sandbox = (): Sandbox => {
          const one = made();
          stop = () => one.dispose();
          return one;
        };
        signal.addEventListener('abort', () => stop(), { once: true });
        const prepared = await prepareAll(work, sandbox, signal);
        return { prepared, verdicts: await gradeRest(work, prepared, { sandbox, jobs, signal }) };
      },
      { spares: sparesFor(jobs) }
    );
  } catch (error) {
    // Stopping ends interpreters, of which somebody may have complained first.
    if (!signal.aborted) throw error;
    throw new Interrupted(stopped(work.state));
  }
}

function stopped({ path, size }: StateFile): string {
  if (size === 0) return 'Stopped before the first answer was graded.';
  return `Stopped. ${plural(size, 'answer')} graded so far ${size === 1 ? 'is' : 'are'} kept in ${path}. To go on, give the same command with --resume.`;
}

/** Of the lessons that somebody handed in. */
async function prepareAll(
  { read, submissions, seed }: Work,
  sandbox: () => Sandbox,
  signal: AbortSignal
): Promise<Map<string, PreparedLesson>> {
  const wanted = new Set(
    submissions.flatMap(({ found }) => ('reason' in found ? [] : [found.reader.lesson.id]))
  );
  const cache = gradingCache();
  const prepared = new Map<string, PreparedLesson>();
  for (const { lesson, path } of read.lessons) {
    if (!wanted.has(lesson.id)) continue;
    signal.throwIfAborted();
    const ready = await gradingFor(lesson, seed, {
      sandbox,
      cache,
      onChallenge: (id) => progress(`${path}: running the solution of ${id} …`)
    });
    const ungraded = [...ready.grading.values()].some(({ ungraded: reason }) => reason !== null);
    if (ungraded) {
      endProgress();
      const errors = ready.diagnostics.filter(({ severity }) => severity === 'error');
      printDiagnostics(errors.map((one) => ({ ...one, path: `${read.root}/${path}` })));
    }
    prepared.set(lesson.id, ready);
  }
  return prepared;
}

async function gradeRest(
  { submissions, state }: Work,
  prepared: ReadonlyMap<string, PreparedLesson>,
  options: { sandbox: () => Sandbox; jobs: number; signal: AbortSignal }
): Promise<Map<string, Graded>> {
  const tasks = tasksOf(submissions, prepared);
  const verdicts = new Map<string, Graded>();
  for (const { key } of tasks) {
    const known = state.verdicts.get(key);
    if (known !== undefined) verdicts.set(key, known);
  }
  const rest = tasks.filter(({ key }) => !verdicts.has(key));
  endProgress();
  const shown = gradingProgress(rest.length);
  try {
    await gradeAnswers(rest, {
      ...options,
      onVerdict: ({ key }, { durationMs: _, ...verdict }) => {
        verdicts.set(key, verdict);
        // What the checker could not do may be done the next time.
        if (verdict.status !== 'broken-check') state.add(key, verdict);
        shown.done();
      }
    });
  } finally {
    shown.end();
  }
  return verdicts;
}
