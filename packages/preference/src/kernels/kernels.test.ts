/** Every backend's steps are those of plain TensorFlow.js, whose gradients are those of finite differences. */

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useCpu } from '../cpu.testing.js';
import { chooseBackend } from './choose.js';
import { multiplyAdds, untrained, type Backend } from './kernel.js';
import { createPlainKernel } from './plain-tfjs.js';
import { firstParameters, parityOf, settingOf, TASKS, type TaskName } from './parity.testing.js';
import { createTypedArrayKernel } from './typed-arrays.js';
import { createWasmKernel } from './wasm/kernel.js';

beforeAll(useCpu);

const names = Object.keys(TASKS) as TaskName[];

describe.each(['cpu', 'wasm'] as const)('%s, against plain TensorFlow.js', (backend) => {
  it.each(names)('%s: 300 gradients at the same state, and the loss in the end', async (name) => {
    const { gradient, finalLoss } = await parityOf(backend, name);
    expect(gradient).toBeLessThan(1e-5);
    expect(finalLoss).toBeLessThan(1e-3);
  });
});

describe('plain TensorFlow.js, against finite differences', () => {
  it.each(names.filter((name) => !name.includes('many') && !name.includes('more')))(
    '%s',
    async (name) => {
      const task = TASKS[name];
      const setting = settingOf(task, { learningRate: 0.1, beta1: 0 });
      const at = firstParameters(task);
      const lossAt = async (parameters: Float32Array): Promise<number> => {
        const kernel = createPlainKernel(setting, untrained(parameters));
        await kernel.advance(0, 1);
        return kernel.loss!();
      };
      const kernel = createPlainKernel(setting, untrained(at));
      await kernel.advance(0, 1);
      const { moments } = await kernel.read();
      for (let index = 0; index < at.length; index += 3) {
        const moved = (by: number): Float32Array =>
          at.map((value, other) => (other === index ? value + by : value));
        const slope = ((await lossAt(moved(2e-4))) - (await lossAt(moved(-2e-4)))) / 4e-4;
        expect(Math.abs(slope - moments.first[index]!)).toBeLessThan(2e-3);
      }
    }
  );

  it('leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    const kernel = createPlainKernel(
      settingOf(TASKS['tabular DPO'], { learningRate: 0.1 }),
      untrained(firstParameters(TASKS['tabular DPO']))
    );
    await kernel.advance(0, 3);
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('the choice of a backend', () => {
  const task = TASKS.linear;
  const setting = settingOf(task, { learningRate: 0.1 });
  const start = untrained(firstParameters(task));

  it('is WebAssembly for what is small, and says why', async () => {
    expect(await chooseBackend('auto', setting, start)).toEqual({
      backend: 'wasm',
      why: 'WebAssembly with SIMD is the fastest here for a step of this size'
    });
  });

  it('says that there is no GPU for what is large', async () => {
    const large = { ...setting, batchSize: 40_000 };
    expect(multiplyAdds(task, large.batchSize)).toBeGreaterThan(200_000);
    expect(await chooseBackend('auto', large, start)).toMatchObject({
      backend: 'wasm',
      why: expect.stringContaining('there is no WebGPU') as string
    });
  });

  it.each(['cpu', 'wasm', 'webgpu', 'tfjs'] as Backend[])(
    'is %s where that is asked for',
    async (name) => {
      expect(await chooseBackend(name, setting, start)).toMatchObject({ backend: name });
    }
  );

  it('is TensorFlow.js for a loss of one’s own, and refuses another', async () => {
    const losses = { reward: () => tf.scalar(0) };
    expect((await chooseBackend('auto', setting, start, losses)).backend).toBe('tfjs');
    await expect(chooseBackend('wasm', setting, start, losses)).rejects.toThrow(
      'A loss of one\'s own runs on the backend "tfjs", not on "wasm"'
    );
  });
});

it('typed arrays and WebAssembly leave what they start from as it was', async () => {
  const task = TASKS['hidden layer'];
  const start = untrained(firstParameters(task));
  const kept = structuredClone(start);
  const setting = settingOf(task, { learningRate: 0.1 });
  const kernels = [createTypedArrayKernel(setting, start), await createWasmKernel(setting, start)];
  for (const kernel of kernels) {
    expect(await kernel.read()).toEqual(start);
    await kernel.advance(0, 5);
    expect(await kernel.read()).not.toEqual(start);
  }
  expect(start).toEqual(kept);
});
