/** Adam in WGSL: see `../adam.ts`. */

import { completeAdam, type AdamOptions } from '../adam.js';

/** Wants `parameters`, `first` and `second`, arrays of f32, and the step's number in `run.corrections`. */
export function adamShader(options: AdamOptions): string {
  const { beta1, beta2, epsilon } = completeAdam(options);
  return /* wgsl */ `
fn adam(index: u32, slope: f32, done: u32) {
  let mean = f32(${beta1}) * first[index] + f32(${1 - beta1}) * slope;
  let square = f32(${beta2}) * second[index] + f32(${1 - beta2}) * slope * slope;
  first[index] = mean;
  second[index] = square;
  let corrected = run.corrections[done];
  parameters[index] -= corrected.x * mean / (sqrt(square * corrected.y) + f32(${epsilon}));
}`;
}
