/** The cpu backend with few kernels, set up at the first loss that is asked for. */

import * as tf from '@tensorflow/tfjs-core';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu/dist/backend_cpu.js';
import { registerGradients } from '@lectern/preference';
import { CPU_KERNELS } from './cpu-kernels.js';

let ready = false;

export function useCpuBackend(): void {
  if (ready) return;
  tf.enableProdMode();
  tf.registerBackend('cpu', () => new MathBackendCPU(), 1);
  for (const kernel of CPU_KERNELS) tf.registerKernel(kernel);
  registerGradients();
  ready = true;
}
