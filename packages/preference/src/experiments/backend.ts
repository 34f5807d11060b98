/** What the losses of PPO and GRPO compute on, where the page has chosen nothing. */

import * as tf from '@tensorflow/tfjs-core';
import { hasBackend } from '../tensor/differentiate.js';

/**
 * The cpu, since tensors of a few thousand numbers are faster there than on any GPU; a backend that was imported already
 * stays. Loaded when it is first needed.
 */
export async function useBackend(): Promise<void> {
  if (!hasBackend()) await import('@tensorflow/tfjs-backend-cpu');
  await tf.ready();
}
