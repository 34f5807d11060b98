/** Adam in WGSL: see `../adam.ts`. */

import type { AdamOptions } from '../adam.js';

/** Wants `parameters`, `first` and `second`, arrays of f32, and the step's number in `run.corrections`. */
export const adamShader = ({
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-8
}: AdamOptions): string => /* wgsl */ `
fn adam(index: u32, slope: f32, done: u32) {
  let mean = f32(${beta1}) * first[index] + f32(${1 - beta1}) * slope;
  let square = f32(${beta2}) * second[index] + f32(${1 - beta2}) * slope * slope;
  first[index] = mean;
  second[index] = square;
  let corrected = run.corrections[done];
  parameters[index] -= corrected.x * mean / (sqrt(square * corrected.y) + f32(${epsilon}));
}`;

/** The learning rate and the factor of the second moment, corrected for their beginning at zero: exact here, not in float32. */
export function corrections(
  { learningRate, beta1 = 0.9, beta2 = 0.999 }: AdamOptions,
  step: number
): [number, number] {
  return [learningRate / (1 - beta1 ** step), 1 / (1 - beta2 ** step)];
}
