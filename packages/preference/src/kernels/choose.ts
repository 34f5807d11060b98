/** Which backend runs a task: by what was asked for, by its size, by what is there, and by a short trial. */

import {
  BackendError,
  multiplyAdds,
  copyOf,
  type Backend,
  type Kernel,
  type Learned,
  type Setting
} from './kernel.js';
import { createPlainKernel, type Losses } from './plain-tfjs.js';
import { createTypedArrayKernel } from './typed-arrays.js';
import { createWasmKernel, hasWasm } from './wasm/kernel.js';
import { findGpu } from './webgpu/device.js';
import { createWebGpuKernel } from './webgpu/kernel.js';

export interface Choice {
  backend: Backend;
  /** A sentence. */
  why: string;
}

/** Multiply-adds a step below which sending work to a GPU takes longer than doing it. */
const WORTH_A_GPU = 200_000;
/** Steps of a trial on each of two backends. */
const TRIAL_STEPS = 16;

/** What trials found, a backend for each kind and size of task on an adapter. */
const trials = new Map<string, Choice>();

/**
 * @param asked `auto`: WebAssembly, or typed arrays where that is missing; for steps of 200,000 multiply-adds or more also
 *   a hardware GPU, if a trial shows that it is faster here. A software adapter is never chosen unasked.
 */
export async function chooseBackend(
  asked: Backend | 'auto',
  setting: Setting,
  start: Learned,
  losses: Losses = {}
): Promise<Choice> {
  if (losses.reward || losses.policy) {
    if (asked !== 'auto' && asked !== 'tfjs') {
      throw new BackendError(
        `A loss of one's own runs on the backend "tfjs", not on "${asked}": leave the backend out.`
      );
    }
    return { backend: 'tfjs', why: 'this loss has no kernel of its own' };
  }
  if (asked !== 'auto') return { backend: asked, why: 'it was asked for' };
  const small = await withoutGpu();
  const work = multiplyAdds(setting.task, setting.batchSize);
  if (work < WORTH_A_GPU) return small;
  const gpu = await findGpu();
  if (gpu === null) return { ...small, why: `${small.why}, and there is no WebGPU` };
  if (gpu.isSoftware) return { ...small, why: `the only GPU here is software (${gpu.name})` };
  const key = [setting.task.kind, Math.round(Math.log2(work)), gpu.name].join();
  let found = trials.get(key);
  if (found === undefined) {
    found = await trial(small, gpu.name, setting, start);
    trials.set(key, found);
  }
  return found;
}

export async function withoutGpu(): Promise<Choice> {
  return (await hasWasm())
    ? { backend: 'wasm', why: 'WebAssembly with SIMD is the fastest here for a step of this size' }
    : { backend: 'cpu', why: 'there is no WebAssembly with SIMD here' };
}

/** Runs a few steps on both, which change nothing. */
async function trial(
  small: Choice,
  name: string,
  setting: Setting,
  start: Learned
): Promise<Choice> {
  const seconds = async (backend: Backend): Promise<number> => {
    const kernel = await createKernel(backend, setting, copyOf(start));
    try {
      // The first steps compile.
      await kernel.advance(0, 2);
      const startedAt = performance.now();
      await kernel.advance(2, 2 + TRIAL_STEPS);
      return (performance.now() - startedAt) / 1000;
    } finally {
      kernel.dispose();
    }
  };
  try {
    const own = await seconds(small.backend);
    const gpu = await seconds('webgpu');
    const ms = (value: number): string => `${((1000 * value) / TRIAL_STEPS).toPrecision(2)} ms`;
    const compared = `${ms(gpu)} a step on ${name}, ${ms(own)} on ${small.backend}`;
    return { backend: gpu < own ? 'webgpu' : small.backend, why: `a trial took ${compared}` };
  } catch (error) {
    return { ...small, why: `the GPU could not be used: ${(error as Error).message}` };
  }
}

/** @throws {BackendError} where it cannot be had */
export async function createKernel(
  backend: Backend,
  setting: Setting,
  start: Learned,
  losses: Losses = {}
): Promise<Kernel> {
  switch (backend) {
    case 'cpu':
      return createTypedArrayKernel(setting, start);
    case 'wasm':
      return createWasmKernel(setting, start);
    case 'webgpu':
      return createWebGpuKernel(setting, start);
    case 'tfjs':
      return createPlainKernel(setting, start, losses);
  }
}
