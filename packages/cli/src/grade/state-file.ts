/** What a run has graded so far, on the disk, so that stopping it loses at most the answers being graded. */

import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync
} from 'node:fs';
import { CommandError, describeSystemError } from '../errors.js';
import type { Graded } from './grade-answers.js';

const FORMAT = 1;

/** What the verdicts hold for, and for nothing else. */
export interface StateHeader {
  course: string;
  seed: string;
  /** The code that graded. */
  grader: string;
}

interface Line {
  key: string;
  verdict: Graded;
}

export class StateFile {
  /** By the answer's key: what earlier runs have graded. */
  readonly verdicts: ReadonlyMap<string, Graded>;
  readonly #file: number;
  #added = 0;

  private constructor(
    readonly path: string,
    file: number,
    verdicts: Map<string, Graded>
  ) {
    this.#file = file;
    this.verdicts = verdicts;
  }

  /** @throws {CommandError} where another run's is there, or none where one is to be gone on with. */
  static open(path: string, header: StateHeader, options: { resume: boolean }): StateFile {
    if (options.resume && existsSync(path))
      return resume(path, header, (...all) => new StateFile(...all));
    const file = attempt(path, () => openSync(path, 'wx'));
    append(file, { format: FORMAT, ...header });
    return new StateFile(path, file, new Map());
  }

  /** On the disk when it returns. */
  add(key: string, verdict: Graded): void {
    attempt(this.path, () => append(this.#file, { key, verdict } satisfies Line));
    this.#added++;
  }

  /** The answers in it. */
  get size(): number {
    return this.verdicts.size + this.#added;
  }

  /** The run ends early: one that has graded nothing leaves nothing. */
  leave(): void {
    if (this.size === 0) this.remove();
    else closeSync(this.#file);
  }

  /** The run is over, and what it found is written elsewhere. */
  remove(): void {
    closeSync(this.#file);
    rmSync(this.path, { force: true });
  }
}

function append(file: number, line: object): void {
  writeSync(file, `${JSON.stringify(line)}\n`);
  fsyncSync(file);
}

/** Reads whole lines only: the last may have been cut off, and is then written over. */
function resume(
  path: string,
  header: StateHeader,
  make: (path: string, file: number, verdicts: Map<string, Graded>) => StateFile
): StateFile {
  const bytes = attempt(path, () => readFileSync(path));
  const whole = bytes.lastIndexOf('\n'.charCodeAt(0)) + 1;
  const [first = '', ...lines] = bytes.subarray(0, whole).toString('utf8').split('\n').slice(0, -1);
  requireSame(path, first, header);
  const verdicts = new Map<string, Graded>();
  for (const line of lines) {
    const { key, verdict } = parseLine(path, line);
    verdicts.set(key, verdict);
  }
  const file = attempt(path, () => openSync(path, 'r+'));
  ftruncateSync(file, whole);
  closeSync(file);
  return make(
    path,
    attempt(path, () => openSync(path, 'a')),
    verdicts
  );
}

function requireSame(path: string, line: string, header: StateHeader): void {
  let found: Partial<StateHeader & { format: number }>;
  try {
    found = JSON.parse(line) as typeof found;
  } catch {
    throw new CommandError(
      `${path}: is not the state of a grading run. Name another with --state.`
    );
  }
  const otherwise = `Start anew without it: delete it, and leave out --resume.`;
  if (found.format !== FORMAT || found.grader !== header.grader) {
    throw new CommandError(`${path}: was begun with another version of Lectern. ${otherwise}`);
  }
  if (found.course !== header.course) {
    throw new CommandError(
      `${path}: was begun with another course, or the course has changed since. ${otherwise}`
    );
  }
  if (found.seed !== header.seed) {
    throw new CommandError(
      `${path}: was begun with the seed ${String(found.seed)}. Say --seed ${String(found.seed)} to go on.`
    );
  }
}

function parseLine(path: string, line: string): Line {
  try {
    return JSON.parse(line) as Line;
  } catch {
    throw new CommandError(`${path}: is damaged. Delete it, and start anew without --resume.`);
  }
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new CommandError(
        `${path}: holds what a run that was stopped has graded. Go on with --resume, or delete it.`
      );
    }
    throw describeSystemError(error, path);
  }
}
