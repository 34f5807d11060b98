/** Runs a task's steps on a backend: reports on the way, an end before the end, a GPU that is lost. */

import { chooseBackend, createKernel, withoutGpu, type Choice } from '../kernels/choose.js';
import {
  BACKENDS,
  BackendError,
  type Backend,
  type Kernel,
  type Learned,
  type Setting
} from '../kernels/kernel.js';
import type { Losses } from '../kernels/plain-tfjs.js';
import { LONGEST_STRETCH, Pace } from '../pace.js';
import { requireCount, type Report, type TrainOptions } from './train-loop.js';

export interface TaskOptions<Metrics> extends TrainOptions<Metrics> {
  /** Default `auto`: see `chooseBackend`. To have the same numbers to the bit on every machine, name one. */
  backend?: Backend | 'auto' | undefined;
}

/** A GPU does not hold the page up, only its drawing; and waiting for it takes a while each time. In milliseconds. */
const LONGEST_WAIT = 100;

/**
 * @param from steps that `start` has done
 * @param metricsOf of the parameters before a step, and its batch
 */
export async function runTask<Metrics extends { loss: number }>(
  setting: Setting,
  from: number,
  start: Learned,
  options: TaskOptions<Metrics>,
  metricsOf: (parameters: Float32Array, batch: Int32Array) => Metrics,
  losses: Losses = {}
): Promise<[Learned, Report<Metrics>[]]> {
  const { steps, reportEvery = 10, backend = 'auto' } = options;
  requireCount('steps', steps, 0);
  requireCount('reportEvery', reportEvery, 1);
  if (backend !== 'auto' && !BACKENDS.includes(backend)) {
    throw new RangeError(
      `There is no backend "${String(backend)}": choose auto, ${BACKENDS.join(', ')}.`
    );
  }
  if (from >= steps) return [start, []];
  const choice = await chooseBackend(backend, setting, start, losses);
  const run = new Run(setting, losses, choice, backend === 'auto');
  return runChosen(run, from, start, options, metricsOf);
}

/** As `runTask`, where the choice of a backend has been made. */
export async function runChosen<Metrics extends { loss: number }>(
  run: Run,
  from: number,
  start: Learned,
  { steps, reportEvery = 10, onProgress, signal }: TaskOptions<Metrics>,
  metricsOf: (parameters: Float32Array, batch: Int32Array) => Metrics
): Promise<[Learned, Report<Metrics>[]]> {
  const reports: Report<Metrics>[] = [];
  let learned = start;
  try {
    for (let done = from; done < steps;) {
      const next = Math.min(done + reportEvery - (done % reportEvery), steps);
      // Metrics are of the policy that the step's loss is of, as in TRL: before the step.
      learned = await run.advance(learned, done, next - 1, signal);
      const own = metricsOf(learned.parameters, run.setting.batchAt(next - 1));
      learned = await run.advance(learned, next - 1, next, signal);
      const metrics = { ...own, loss: run.loss ?? own.loss };
      if (!Number.isFinite(metrics.loss)) {
        throw new RangeError(
          `The loss is ${metrics.loss} at step ${next}: training diverged. Lower the learning rate.`
        );
      }
      done = next;
      const report = { step: done, steps, metrics, backend: run.choice };
      reports.push(report);
      onProgress?.(report);
    }
  } finally {
    run.dispose();
  }
  return [learned, reports];
}

/** One kernel after the other, where a GPU is lost on the way. */
export class Run {
  choice: Choice;
  #kernel: Kernel | undefined;
  /** Steps that take about as long as the page can do without. */
  #stretch = 1;
  readonly #pace = new Pace({});

  /** @param mayFallBack a GPU that was asked for by name is not replaced in silence */
  constructor(
    readonly setting: Setting,
    private readonly losses: Losses,
    choice: Choice,
    private readonly mayFallBack: boolean
  ) {
    this.choice = choice;
  }

  /** @param learned what was learned in the steps before `from` @returns what is learned by the steps before `to` */
  async advance(
    learned: Learned,
    from: number,
    to: number,
    signal: AbortSignal | undefined
  ): Promise<Learned> {
    if (from === to) return learned;
    try {
      this.#kernel ??= await createKernel(this.choice.backend, this.setting, learned, this.losses);
      for (let done = from; done < to;) {
        signal?.throwIfAborted();
        const until = Math.min(done + this.#stretch, to);
        const startedAt = performance.now();
        await this.#kernel.advance(done, until);
        const took = performance.now() - startedAt;
        const longest = this.#kernel.backend === 'webgpu' ? LONGEST_WAIT : LONGEST_STRETCH;
        if (took > longest) this.#stretch = Math.max(1, this.#stretch >> 1);
        else if (until - done === this.#stretch && took < longest / 2) this.#stretch *= 2;
        done = until;
        if (this.#pace.isDue) await this.#pace.breathe();
      }
      return await this.#kernel.read();
    } catch (error) {
      const isGpu = error instanceof BackendError && this.choice.backend === 'webgpu';
      if (!isGpu || !this.mayFallBack) throw error;
      this.dispose();
      this.choice = { ...(await withoutGpu()), why: `the GPU failed: ${error.message}` };
      return this.advance(learned, from, to, signal);
    }
  }

  /** Of the last step, where it is not the task's own. */
  get loss(): number | undefined {
    return this.#kernel?.loss?.();
  }

  dispose(): void {
    this.#kernel?.dispose();
    this.#kernel = undefined;
  }
}
