/** Adam on typed arrays: one pass over the parameters, nothing allocated. */

/** The running means of gradients and of their squares, a number each a parameter. */
export interface Moments {
  first: Float32Array;
  second: Float32Array;
}

export interface AdamOptions {
  learningRate: number;
  /** Default 0.9. */
  beta1?: number;
  /** Default 0.999. */
  beta2?: number;
  /** Added to the square root. Default 1e-8, as in PyTorch; tfjs has 1e-7. */
  epsilon?: number;
}

export function noMoments(count: number): Moments {
  return { first: new Float32Array(count), second: new Float32Array(count) };
}

/** The options, with the defaults for those left out. */
export function completeAdam(options: AdamOptions): Required<AdamOptions> {
  return { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, ...options };
}

/**
 * What makes up for the moments' beginning at zero: the learning rate over 1 − β₁ⁿ, and 1 / (1 − β₂ⁿ) for the second moment.
 *
 * @param step n, from 1
 */
export function corrections(
  { learningRate, beta1, beta2 }: Required<AdamOptions>,
  step: number
): [rate: number, correction: number] {
  return [learningRate / (1 - beta1 ** step), 1 / (1 - beta2 ** step)];
}

/**
 * θ ← θ − lr · m̂ / (√v̂ + ε), with m̂ and v̂ corrected for their beginning at zero. Changes parameters and moments in place.
 *
 * Source: Kingma & Ba 2015, algorithm 1.
 *
 * @param step how many steps there were, with this one: from 1
 */
export function adamStep(
  parameters: Float32Array,
  gradient: Float32Array,
  { first, second }: Moments,
  step: number,
  options: AdamOptions
): void {
  const adam = completeAdam(options);
  const { beta1, beta2, epsilon } = adam;
  const [rate, correction] = corrections(adam, step);
  for (let index = 0; index < parameters.length; index++) {
    const slope = gradient[index]!;
    const mean = (first[index] = beta1 * first[index]! + (1 - beta1) * slope);
    const square = (second[index] = beta2 * second[index]! + (1 - beta2) * slope * slope);
    parameters[index] =
      parameters[index]! - (rate * mean) / (Math.sqrt(square * correction) + epsilon);
  }
}
