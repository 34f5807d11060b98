/** Adam: see `src/kernels/adam.ts`. */

/**
 * @param bytes of each of the four arrays, a multiple of 16
 * @param rate the learning rate, corrected for the first moment's beginning at zero
 * @param correction of the second moment for the same
 */
export function adam(
  parameters: usize,
  gradient: usize,
  first: usize,
  second: usize,
  bytes: usize,
  rate: f32,
  correction: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32
): void {
  const keep1 = f32x4.splat(beta1);
  const new1 = f32x4.splat(<f32>1.0 - beta1);
  const keep2 = f32x4.splat(beta2);
  const new2 = f32x4.splat(<f32>1.0 - beta2);
  const rates = f32x4.splat(rate);
  const corrections = f32x4.splat(correction);
  const epsilons = f32x4.splat(epsilon);
  for (let at: usize = 0; at < bytes; at += 16) {
    const slope = v128.load(gradient + at);
    const mean = f32x4.add(f32x4.mul(keep1, v128.load(first + at)), f32x4.mul(new1, slope));
    const square = f32x4.add(
      f32x4.mul(keep2, v128.load(second + at)),
      f32x4.mul(new2, f32x4.mul(slope, slope))
    );
    v128.store(first + at, mean);
    v128.store(second + at, square);
    const change = f32x4.div(
      f32x4.mul(rates, mean),
      f32x4.add(f32x4.sqrt(f32x4.mul(square, corrections)), epsilons)
    );
    v128.store(parameters + at, f32x4.sub(v128.load(parameters + at), change));
  }
}
