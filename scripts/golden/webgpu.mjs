// @ts-check
/** Evaluates golden numbers on WebGPU, in a headless Chromium: Node has none. */

import { withWebGpuPage } from '../browser/webgpu-page.mjs';
import { SetupError } from '../setup/step.mjs';
import { Refusal } from './refusal.mjs';

const SCRIPT = `
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-webgpu';
import { evaluateGolden } from '@lectern/preference/golden';
globalThis.evaluate = async (numbers) => {
  tf.enableProdMode();
  const adapter = await navigator.gpu?.requestAdapter();
  if (!adapter) return { refusal: 'this Chromium has no WebGPU adapter' };
  // tfjs stays at another backend where this one does not come up, and only returns false.
  if (!(await tf.setBackend('webgpu')) || tf.getBackend() !== 'webgpu')
    return { refusal: 'it does not come up' };
  try {
    const { vendor, architecture } = adapter.info;
    return { report: await evaluateGolden(numbers), adapter: [vendor, architecture].join(' ') };
  } catch (error) {
    return { unreadable: error.message };
  }
};`;

/**
 * @param {unknown} numbers
 * @returns {Promise<{ report: import('@lectern/preference/golden').GoldenReport, adapter: string }>}
 * @throws {Refusal} where it cannot be had
 */
export async function evaluateOnWebGpu(numbers) {
  const result = await withWebGpuPage(SCRIPT, (page) =>
    page.evaluate((all) => /** @type {any} */ (globalThis).evaluate(all), numbers)
  ).catch((error) => {
    const [reason] = error.message.split('\n');
    if (error instanceof SetupError) throw new Refusal(reason);
    throw new Refusal(`the backend webgpu cannot be had: ${reason}`);
  });
  if (result.refusal) throw new Refusal(`the backend webgpu cannot be had: ${result.refusal}.`);
  if (result.unreadable) throw new Error(result.unreadable);
  return result;
}
