/** eˣ for four numbers at once, to the last bit or two of a float32. */

const LOG2_E: f32 = 1.44269504;
/** ln 2 in two parts, the first with so few bits that n · LN2_HIGH is exact (Cody & Waite). */
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.1219444e-4;
/** Below it eˣ is no normal float32: it is as good as 0. */
const LEAST: f32 = -87.0;

/** @param x at most 0 */
export function exponential(x: v128): v128 {
  const bounded = f32x4.max(x, f32x4.splat(LEAST));
  const n = f32x4.nearest(f32x4.mul(bounded, f32x4.splat(LOG2_E)));
  let r = f32x4.sub(bounded, f32x4.mul(n, f32x4.splat(LN2_HIGH)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(LN2_LOW)));
  // Taylor's series for |r| ≤ ln 2 / 2, where the next term is below 1e-8.
  let sum = f32x4.splat(1.0 / 5040.0);
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 720.0));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 120.0));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 24.0));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 6.0));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(0.5));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(sum, power);
}

/** σ(−z) for any z: e^−|z| does not overflow. */
export function sigmoidOfMinus(z: v128): v128 {
  const tail = exponential(f32x4.neg(f32x4.abs(z)));
  const one = f32x4.splat(1.0);
  const above = v128.bitselect(tail, one, f32x4.ge(z, f32x4.splat(0.0)));
  return f32x4.div(above, f32x4.add(one, tail));
}

export function horizontalSum(x: v128): f32 {
  const pairs = f32x4.add(x, v128.shuffle<f32>(x, x, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}
