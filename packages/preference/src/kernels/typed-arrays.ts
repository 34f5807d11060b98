/** Training on typed arrays: runs everywhere, in float32 with float64 in between. */

import { adamStep } from './adam.js';
import { copyOf, parametersOf, type Kernel, type Learned, type Setting } from './kernel.js';
import { linearBradleyTerry } from './linear-bradley-terry.js';
import { mlpBradleyTerry } from './mlp-bradley-terry.js';
import { tabularDpo } from './tabular-dpo.js';

export function createTypedArrayKernel(setting: Setting, start: Learned): Kernel {
  const { adam, batchAt } = setting;
  const { parameters, moments } = copyOf(start);
  const gradient = new Float32Array(parametersOf(setting.task));
  const slopes = gradientOf(setting);
  return {
    backend: 'cpu',
    advance(from, to) {
      for (let step = from; step < to; step++) {
        slopes(parameters, batchAt(step), gradient);
        adamStep(parameters, gradient, moments, step + 1, adam);
      }
    },
    read: () => copyOf({ parameters, moments }),
    dispose() {}
  };
}

function gradientOf({
  task
}: Setting): (parameters: Float32Array, batch: Int32Array, gradient: Float32Array) => void {
  if (task.kind === 'tabular-dpo') {
    const { pairs, reference, responses, beta, labelSmoothing } = task;
    return (logits, batch, gradient) =>
      tabularDpo(pairs, logits, reference, responses, batch, gradient, { beta, labelSmoothing });
  }
  const { pairs, hidden, centerRewardsCoefficient } = task;
  return hidden === 0
    ? (weights, batch, gradient) =>
        linearBradleyTerry(pairs, weights, batch, gradient, centerRewardsCoefficient)
    : (weights, batch, gradient) =>
        mlpBradleyTerry(pairs, weights, hidden, batch, gradient, centerRewardsCoefficient);
}
