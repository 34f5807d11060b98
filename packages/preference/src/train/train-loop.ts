/** What all trainers share: steps, the order of the data, reports on the way, an end before the end. */

import type { Choice } from '../kernels/choose.js';
import { Pace } from '../pace.js';
import { Random } from '../random.js';

export interface TrainOptions<Metrics> {
  /** How many in all, those of a state that is gone on with included. */
  steps: number;
  /** Examples a step; at most as many as there are, which is the default. */
  batchSize?: number | undefined;
  learningRate?: number | undefined;
  /** Of the order of the examples. The same seed gives the same numbers to the bit, on one backend. Default 0. */
  seed?: number | undefined;
  /** Report after each so many steps, and after the last. Default 10. */
  reportEvery?: number | undefined;
  onProgress?: ((report: Report<Metrics>) => void) | undefined;
  /** Aborted: the promise is rejected with the signal's reason, between two steps. */
  signal?: AbortSignal | undefined;
}

export interface Report<Metrics> {
  /** Steps done. */
  step: number;
  steps: number;
  metrics: Metrics;
  /** Of trainers that have kernels for several: which ran the step, and why. */
  backend?: Choice | undefined;
}

/**
 * Runs `step` with the number of steps done before, from `from` on, and lets whoever else waits go on in between. It
 * gives metrics where they are reported.
 * @returns what was reported
 */
export async function runSteps<Metrics>(
  from: number,
  {
    steps,
    reportEvery = 10,
    onProgress,
    signal
  }: Pick<TrainOptions<Metrics>, 'steps' | 'reportEvery' | 'onProgress' | 'signal'>,
  step: (
    done: number,
    isReported: boolean,
    /** For a long step to await now and then: the page goes on where it is time, and the signal is heeded. */
    pause: () => Promise<void>
  ) => Metrics | undefined | Promise<Metrics | undefined>
): Promise<Report<Metrics>[]> {
  requireCount('steps', steps, 0);
  requireCount('reportEvery', reportEvery, 1);
  const reports: Report<Metrics>[] = [];
  const pace = new Pace({ signal });
  const pause = () => pace.rest();
  for (let done = from; done < steps; done++) {
    signal?.throwIfAborted();
    const isReported = (done + 1) % reportEvery === 0 || done + 1 === steps;
    const given = step(done, isReported, pause);
    // Steps of microseconds need not wait for a microtask each.
    const metrics = given instanceof Promise ? await given : given;
    if (isReported && metrics !== undefined) {
      const report = { step: done + 1, steps, metrics };
      reports.push(report);
      onProgress?.(report);
    }
    if (pace.isDue) await pace.breathe();
  }
  return reports;
}

/** Which examples a step takes: all in a new order, then again. Depends on seed and step alone, so that it can be gone on with. */
export class Batches {
  readonly size: number;
  readonly #perEpoch: number;
  readonly #all: Int32Array;
  #epoch = -1;
  #order = new Int32Array();

  constructor(
    count: number,
    batchSize: number | undefined,
    private readonly seed: number
  ) {
    if (count === 0) throw new Error('There are no examples to learn from.');
    requireCount('batchSize', batchSize ?? count, 1);
    this.size = Math.min(batchSize ?? count, count);
    // What is left over comes in another epoch, which has another order.
    this.#perEpoch = Math.floor(count / this.size);
    this.#all = Int32Array.from({ length: count }, (_, index) => index);
  }

  at(step: number): Int32Array {
    // Of all of them the order makes no difference.
    if (this.size === this.#all.length) return this.#all;
    const epoch = Math.floor(step / this.#perEpoch);
    if (epoch !== this.#epoch) {
      this.#epoch = epoch;
      const random = new Random(this.seed + 7_919 * epoch);
      this.#order = this.#all.slice();
      random.shuffle(this.#order);
    }
    const from = (step % this.#perEpoch) * this.size;
    return this.#order.subarray(from, from + this.size);
  }
}

export function requireCount(name: string, value: number, least: number): void {
  if (!(Number.isInteger(value) && value >= least)) {
    throw new RangeError(`${name} is ${value}; it must be a whole number from ${least} on.`);
  }
}

/** @throws {RangeError} naming the first value that is not finite: trained on, it would make everything NaN */
export function requireFinite(name: string, values: Float32Array): void {
  const index = values.findIndex((value) => !Number.isFinite(value));
  if (index >= 0) throw new RangeError(`${name}[${index}] is ${values[index]}; it must be finite.`);
}

export function requireLength(name: string, actual: number, expected: number, why: string): void {
  if (actual !== expected)
    throw new RangeError(`${name} has ${actual} values; ${why} wants ${expected}.`);
}
