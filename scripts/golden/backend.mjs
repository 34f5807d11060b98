// @ts-check
/** Sets a backend of TensorFlow.js, or says in one line why it cannot be had. */

import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { Refusal } from './refusal.mjs';

/** @type {Record<string, () => Promise<unknown>>} loads and registers each */
const LOAD = {
  cpu: () => import('@tensorflow/tfjs-backend-cpu'),
  wasm: async () => {
    const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
    const main = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
    setWasmPaths(join(dirname(main), sep));
  }
};

/** WebGPU is evaluated in a browser: `webgpu.mjs`. */
export const BACKENDS = [...Object.keys(LOAD), 'webgpu'];

/** @param {string} name @throws {Refusal} */
export async function setBackend(name) {
  const tf = await import('@tensorflow/tfjs-core');
  // Without it, tfjs advertises its native backend for Node.
  tf.enableProdMode();
  let reason = 'it does not come up here';
  try {
    await LOAD[name]?.();
    // tfjs stays at another backend where this one does not come up, and only returns false.
    if ((await tf.setBackend(name)) && tf.getBackend() === name) return;
  } catch (error) {
    reason = /** @type {Error} */ (error).message.split('\n')[0] ?? reason;
  }
  throw new Refusal(`the backend ${name} cannot be had: ${reason}.`);
}
