/** What the losses of PPO and GRPO compute on, where the page has chosen nothing. */

import * as tf from '@tensorflow/tfjs-core';
import { registerGradients } from '../tensor/gradients.js';

/**
 * The cpu, since tensors of a few thousand numbers are faster there than on any GPU; a backend that is active already
 * stays. Loaded when it is first needed.
 */
export async function useBackend(): Promise<void> {
  registerGradients();
  // Empty where none was registered.
  if (tf.getBackend()) return;
  await import('@tensorflow/tfjs-backend-cpu');
  await tf.ready();
}
