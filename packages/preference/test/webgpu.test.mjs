// @ts-check
/** Training on WebGPU, in a real Chromium: its steps are those of plain TensorFlow.js, and a GPU that is lost gives no wrong number. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withWebGpuPage } from '../../../scripts/browser/webgpu-page.mjs';

const SCRIPT = `
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { parityOf, settingOf, firstParameters, TASKS } from './packages/preference/src/kernels/parity.testing.ts';
import { chooseBackend, createKernel } from './packages/preference/src/kernels/choose.ts';
import { untrained } from './packages/preference/src/kernels/kernel.ts';
import { findGpu } from './packages/preference/src/kernels/webgpu/device.ts';
import { fitRewardModel } from './packages/preference/src/index.ts';
import { Run, runChosen } from './packages/preference/src/train/run-task.ts';
tf.enableProdMode();
await tf.setBackend('cpu');
globalThis.lectern = { parityOf, settingOf, firstParameters, TASKS, chooseBackend, createKernel, untrained, findGpu, fitRewardModel, Run, runChosen };
globalThis.ready = true;
`;

/** @type {import('@playwright/test').Page} */
let page;
/** @type {() => void} */
let close = () => {};
/** @type {Promise<void>} */
let closed = Promise.resolve();

beforeAll(async () => {
  await new Promise((resolve, reject) => {
    closed = withWebGpuPage(SCRIPT, async (opened) => {
      page = opened;
      await page.waitForFunction(() => 'ready' in globalThis);
      await new Promise((done) => {
        close = () => done(undefined);
        resolve(undefined);
      });
    });
    closed.catch(reject);
  });
});

afterAll(async () => {
  close();
  await closed;
});

describe('against plain TensorFlow.js', () => {
  it.each([
    'linear',
    'linear, margins and centring',
    'hidden layer',
    'hidden layer, margins and centring',
    'tabular DPO',
    'tabular DPO, smoothed, of many cells'
  ])('%s: 300 gradients at the same state, and the loss in the end', async (name) => {
    const { gradient, finalLoss } = await page.evaluate(
      (task) => /** @type {any} */ (globalThis).lectern.parityOf('webgpu', task),
      name
    );
    expect(gradient).toBeLessThan(1e-5);
    expect(finalLoss).toBeLessThan(1e-3);
  });
});

it('says what it cannot hold, and what to do', async () => {
  await expect(
    page.evaluate(() =>
      /** @type {any} */ (globalThis).lectern.parityOf('webgpu', 'linear, more features than lanes')
    )
  ).rejects.toThrow(
    'On WebGPU a linear reward has at most 512 features, not 1030; choose the backend "wasm".'
  );
});

it('is never chosen unasked where it is software', async () => {
  const choice = await page.evaluate(() => {
    const { chooseBackend, settingOf, untrained, firstParameters, TASKS } = /** @type {any} */ (
      globalThis
    ).lectern;
    const task = TASKS['linear'];
    const large = { ...settingOf(task, { learningRate: 0.1 }), batchSize: 40_000 };
    return chooseBackend('auto', large, untrained(firstParameters(task)));
  });
  expect(choice).toEqual({
    backend: 'wasm',
    why: expect.stringMatching(/^the only GPU here is software \(.*swiftshader/)
  });
});

describe('a GPU that is lost on the way', () => {
  it('is a clear error where it was asked for by name', async () => {
    const message = await page.evaluate(async () => {
      const { fitRewardModel, findGpu, TASKS } = /** @type {any} */ (globalThis).lectern;
      const { device } = await findGpu();
      return fitRewardModel(TASKS['linear'].pairs, {
        steps: 100,
        backend: 'webgpu',
        onProgress: (/** @type {{ step: number }} */ { step }) => step === 50 && device.destroy()
      }).catch((/** @type {Error} */ error) => `${error.name}: ${error.message}`);
    });
    expect(message).toMatch(
      /^BackendError: The GPU was lost \(.*\); the steps since the last report/
    );
  });

  it('is replaced where it was not: the result is that of a run without it', async () => {
    const { reports, difference } = await page.evaluate(async () => {
      const {
        Run,
        runChosen,
        findGpu,
        settingOf,
        untrained,
        firstParameters,
        TASKS,
        createKernel
      } = /** @type {any} */ (globalThis).lectern;
      const task = TASKS['linear'];
      const setting = settingOf(task, { learningRate: 0.1 });
      const start = untrained(firstParameters(task));
      const { device } = await findGpu();
      const run = new Run(setting, {}, { backend: 'webgpu', why: 'a trial' }, true);
      const [learned, reports] = await runChosen(
        run,
        0,
        start,
        {
          steps: 100,
          onProgress: (/** @type {{ step: number }} */ { step }) => step === 50 && device.destroy()
        },
        () => ({ loss: 0 })
      );
      const kernel = await createKernel('cpu', setting, start);
      await kernel.advance(0, 100);
      const { parameters } = await kernel.read();
      return {
        reports: reports.map((/** @type {any} */ { step, backend }) => [step, backend]),
        difference: Math.max(
          ...learned.parameters.map((/** @type {number} */ value, /** @type {number} */ index) =>
            Math.abs(value - parameters[index])
          )
        )
      };
    });
    expect(reports[4]).toEqual([50, { backend: 'webgpu', why: 'a trial' }]);
    expect(reports[5]).toEqual([
      60,
      { backend: 'wasm', why: expect.stringMatching(/^the GPU failed: The GPU was lost/) }
    ]);
    expect(reports).toHaveLength(10);
    expect(difference).toBeLessThan(1e-4);
  });
});
