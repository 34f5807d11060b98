// @ts-check
/** How many times as fast our trainers are as plain TensorFlow.js, PyTorch and numpy: a step of each, in turn. */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { withWebGpuPage } from '../browser/webgpu-page.mjs';
import { setBackend } from '../golden/backend.mjs';
import { pythonFor } from './train/python.mjs';
import { ours } from './train/ours.mjs';
import { plainTfjs } from './train/plain-tfjs.mjs';

const RUNS = 7;
/** So many that a run takes about half a second: @type {Record<Task, { ours: number, tfjs: number, python: number }>} */
const STEPS = {
  linear: { ours: 20_000, tfjs: 300, python: 800 },
  dpo: { ours: 20_000, tfjs: 300, python: 800 },
  mlp: { ours: 400, tfjs: 40, python: 400 }
};

/** @typedef {import('./train/ours.mjs').Task} Task */

/**
 * @param {Task} task
 * @returns {Promise<number[]>} the fastest of plain TensorFlow.js's backends ÷ ours
 */
async function againstTfjs(task) {
  const runs = [];
  for (let run = 0; run < RUNS; run++) {
    const peers = [];
    for (const backend of ['cpu', 'wasm']) {
      await setBackend(backend);
      peers.push(await plainTfjs(task, STEPS[task].tfjs));
    }
    runs.push(Math.min(...peers) / (await ours(task, STEPS[task].ours)));
  }
  return runs;
}

/** @param {'numpy' | 'torch'} library @param {Task} task @returns {Promise<number[] | string>} */
async function againstPython(library, task) {
  const python = await pythonFor(library);
  if (python === null) {
    return `no Python with ${library} is here; name one in LECTERN_BENCH_PYTHON`;
  }
  const script = join(import.meta.dirname, 'train/peers.py');
  const runs = [];
  for (let run = 0; run < RUNS; run++) {
    const printed = execFileSync(python, [script, library, task, String(STEPS[task].python)], {
      encoding: 'utf8'
    });
    runs.push(Number(printed) / (await ours(task, STEPS[task].ours)));
  }
  return runs;
}

/** @param {'linear' | 'dpo'} task */
function fusedAgainstTfjs(task) {
  const script = `
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-webgpu';
import { ours } from './scripts/bench/train/ours.mjs';
import { plainTfjs } from './scripts/bench/train/plain-tfjs.mjs';
tf.enableProdMode();
globalThis.measure = async (task, runs) => {
  if (!(await tf.setBackend('webgpu'))) throw new Error('there is no WebGPU here');
  const ratios = [];
  await ours(task, 64, 'webgpu');
  for (let run = 0; run < runs; run++)
    ratios.push((await plainTfjs(task, 20)) / (await ours(task, 640, 'webgpu')));
  return ratios;
};`;
  return withWebGpuPage(script, (page) =>
    page.evaluate(
      ([name, runs]) => /** @type {any} */ (globalThis).measure(name, runs),
      [task, RUNS]
    )
  );
}

/** @type {{ name: string, want: string, measure: () => Promise<number[] | string> }[]} */
export default [
  { name: 'train/linear-vs-tfjs', want: '>=15', measure: () => againstTfjs('linear') },
  { name: 'train/dpo-vs-tfjs', want: '>=15', measure: () => againstTfjs('dpo') },
  { name: 'train/mlp-vs-tfjs', want: '>=4', measure: () => againstTfjs('mlp') },
  { name: 'train/linear-vs-torch', want: '>=10', measure: () => againstPython('torch', 'linear') },
  { name: 'train/dpo-vs-torch', want: '>=10', measure: () => againstPython('torch', 'dpo') },
  { name: 'train/mlp-vs-torch', want: '>=0.7', measure: () => againstPython('torch', 'mlp') },
  { name: 'train/linear-vs-numpy', want: '>=1', measure: () => againstPython('numpy', 'linear') },
  {
    name: 'train/linear-fused-vs-tfjs-webgpu',
    want: '>=15',
    measure: () => fusedAgainstTfjs('linear')
  },
  { name: 'train/dpo-fused-vs-tfjs-webgpu', want: '>=15', measure: () => fusedAgainstTfjs('dpo') }
];
