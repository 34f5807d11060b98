/** The gradient of the Bradley-Terry loss of a reward with one hidden layer: see `src/kernels/mlp-bradley-terry.ts`. */

import { horizontalSum, sigmoidOfMinus } from './exponential';

/** Rows of `x` that go through the layers together: so many that they and the weights stay in the cache. */
const CHUNK: usize = 64;

/**
 * Tiles of 4 rows × 8 columns: each sum stays in a register, and each load serves several multiplications.
 *
 * @param chosen (rows, width) features of the preferred; `width` a multiple of 4
 * @param rejected of the others
 * @param margins (rows)
 * @param rows which of them the batch is: `count` indices, a multiple of 4
 * @param filled how many of them are the batch's; the others count for nothing
 * @param weights (width, hidden), then bias (hidden), then output (hidden); `hidden` a multiple of 8
 * @param gradient the same, overwritten
 * @param scratch 4 · CHUNK · (width + hidden) + 4 · CHUNK bytes
 * @param share 1 / the number of pairs
 * @param pull 2 c: twice the coefficient of centring
 */
export function mlp(
  chosen: usize,
  rejected: usize,
  margins: usize,
  rows: usize,
  count: i32,
  filled: i32,
  width: i32,
  hidden: i32,
  weights: usize,
  gradient: usize,
  scratch: usize,
  share: f32,
  pull: f32
): void {
  const wide = (<usize>width) << 2;
  const high = (<usize>hidden) << 2;
  memory.fill(gradient, 0, wide * <usize>hidden + 2 * high);
  const x = scratch;
  const h = x + CHUNK * wide;
  const rewards = h + CHUNK * high;
  for (let from = 0; from < count; from += <i32>CHUNK / 2) {
    const pairs = min(<i32>CHUNK / 2, count - from);
    const own = rows + ((<usize>from) << 2);
    for (let pair = 0; pair < pairs; pair++) {
      const row = <usize>load<u32>(own + ((<usize>pair) << 2)) * wide;
      memory.copy(x + <usize>pair * wide, chosen + row, wide);
      memory.copy(x + <usize>(pairs + pair) * wide, rejected + row, wide);
    }
    forward(x, weights, h, rewards, 2 * pairs, width, hidden);
    slopes(rewards, margins, own, pairs, share, pull);
    for (let pair = max(filled - from, 0); pair < pairs; pair++) {
      store<f32>(rewards + ((<usize>pair) << 2), 0);
      store<f32>(rewards + ((<usize>(pairs + pair)) << 2), 0);
    }
    backward(x, weights, h, rewards, gradient, 2 * pairs, width, hidden);
  }
}

/** h = relu(x W + b), rewards = h · v. */
function forward(
  x: usize,
  weights: usize,
  h: usize,
  rewards: usize,
  count: i32,
  width: i32,
  hidden: i32
): void {
  const wide = (<usize>width) << 2;
  const high = (<usize>hidden) << 2;
  const bias = weights + wide * <usize>hidden;
  const output = bias + high;
  const zero = f32x4.splat(0);
  for (let row = 0; row < count; row += 4) {
    const x0 = x + <usize>row * wide;
    const h0 = h + <usize>row * high;
    let r0 = zero;
    let r1 = zero;
    let r2 = zero;
    let r3 = zero;
    for (let column: usize = 0; column < high; column += 32) {
      let left0 = v128.load(bias + column);
      let right0 = v128.load(bias + column, 16);
      let left1 = left0;
      let right1 = right0;
      let left2 = left0;
      let right2 = right0;
      let left3 = left0;
      let right3 = right0;
      let weight = weights + column;
      for (let at: usize = 0; at < wide; at += 4, weight += high) {
        const left = v128.load(weight);
        const right = v128.load(weight, 16);
        const value0 = v128.load32_splat(x0 + at);
        left0 = f32x4.add(left0, f32x4.mul(value0, left));
        right0 = f32x4.add(right0, f32x4.mul(value0, right));
        const value1 = v128.load32_splat(x0 + wide + at);
        left1 = f32x4.add(left1, f32x4.mul(value1, left));
        right1 = f32x4.add(right1, f32x4.mul(value1, right));
        const value2 = v128.load32_splat(x0 + 2 * wide + at);
        left2 = f32x4.add(left2, f32x4.mul(value2, left));
        right2 = f32x4.add(right2, f32x4.mul(value2, right));
        const value3 = v128.load32_splat(x0 + 3 * wide + at);
        left3 = f32x4.add(left3, f32x4.mul(value3, left));
        right3 = f32x4.add(right3, f32x4.mul(value3, right));
      }
      const outLeft = v128.load(output + column);
      const outRight = v128.load(output + column, 16);
      r0 = f32x4.add(r0, activate(h0 + column, left0, right0, outLeft, outRight));
      r1 = f32x4.add(r1, activate(h0 + high + column, left1, right1, outLeft, outRight));
      r2 = f32x4.add(r2, activate(h0 + 2 * high + column, left2, right2, outLeft, outRight));
      r3 = f32x4.add(r3, activate(h0 + 3 * high + column, left3, right3, outLeft, outRight));
    }
    const to = rewards + ((<usize>row) << 2);
    store<f32>(to, horizontalSum(r0));
    store<f32>(to, horizontalSum(r1), 4);
    store<f32>(to, horizontalSum(r2), 8);
    store<f32>(to, horizontalSum(r3), 12);
  }
}

/** Keeps relu of the two, and gives their part of the reward. */
function activate(h: usize, left: v128, right: v128, outLeft: v128, outRight: v128): v128 {
  const zero = f32x4.splat(0);
  const one = f32x4.max(left, zero);
  const other = f32x4.max(right, zero);
  v128.store(h, one);
  v128.store(h, other, 16);
  return f32x4.add(f32x4.mul(one, outLeft), f32x4.mul(other, outRight));
}

/** In place of the rewards (pairs chosen, then as many rejected): the loss's slopes in them. */
function slopes(
  rewards: usize,
  margins: usize,
  rows: usize,
  pairs: i32,
  share: f32,
  pull: f32
): void {
  const half = (<usize>pairs) << 2;
  for (let at: usize = 0; at < half; at += 16) {
    const good = v128.load(rewards + at);
    const bad = v128.load(rewards + half + at);
    const margin = f32x4(
      load<f32>(margins + ((<usize>load<u32>(rows + at)) << 2)),
      load<f32>(margins + ((<usize>load<u32>(rows + at, 4)) << 2)),
      load<f32>(margins + ((<usize>load<u32>(rows + at, 8)) << 2)),
      load<f32>(margins + ((<usize>load<u32>(rows + at, 12)) << 2))
    );
    const slope = f32x4.mul(
      f32x4.splat(-share),
      sigmoidOfMinus(f32x4.sub(f32x4.sub(good, bad), margin))
    );
    const centring = f32x4.mul(f32x4.splat(pull * share), f32x4.add(good, bad));
    v128.store(rewards + at, f32x4.add(centring, slope));
    v128.store(rewards + half + at, f32x4.sub(centring, slope));
  }
}

/** Adds to the gradient what these rows give; h is overwritten with the slopes in it before relu. */
function backward(
  x: usize,
  weights: usize,
  h: usize,
  slopes: usize,
  gradient: usize,
  count: i32,
  width: i32,
  hidden: i32
): void {
  const wide = (<usize>width) << 2;
  const high = (<usize>hidden) << 2;
  const table = wide * <usize>hidden;
  const output = weights + table + high;
  const zero = f32x4.splat(0);
  for (let column: usize = 0; column < high; column += 16) {
    const out = v128.load(output + column);
    let ofBias = v128.load(gradient + table + column);
    let ofOutput = v128.load(gradient + table + high + column);
    let at = h + column;
    for (let row = 0; row < count; row++, at += high) {
      const value = v128.load(at);
      const slope = v128.load32_splat(slopes + ((<usize>row) << 2));
      ofOutput = f32x4.add(ofOutput, f32x4.mul(slope, value));
      const before = v128.and(f32x4.gt(value, zero), f32x4.mul(slope, out));
      ofBias = f32x4.add(ofBias, before);
      v128.store(at, before);
    }
    v128.store(gradient + table + column, ofBias);
    v128.store(gradient + table + high + column, ofOutput);
  }
  for (let feature: usize = 0; feature < wide; feature += 16) {
    for (let column: usize = 0; column < high; column += 32) {
      const to = gradient + (feature >> 2) * high + column;
      let left0 = v128.load(to);
      let right0 = v128.load(to, 16);
      let left1 = v128.load(to + high);
      let right1 = v128.load(to + high, 16);
      let left2 = v128.load(to + 2 * high);
      let right2 = v128.load(to + 2 * high, 16);
      let left3 = v128.load(to + 3 * high);
      let right3 = v128.load(to + 3 * high, 16);
      let own = x + feature;
      let at = h + column;
      for (let row = 0; row < count; row++, own += wide, at += high) {
        const left = v128.load(at);
        const right = v128.load(at, 16);
        const value0 = v128.load32_splat(own);
        left0 = f32x4.add(left0, f32x4.mul(value0, left));
        right0 = f32x4.add(right0, f32x4.mul(value0, right));
        const value1 = v128.load32_splat(own, 4);
        left1 = f32x4.add(left1, f32x4.mul(value1, left));
        right1 = f32x4.add(right1, f32x4.mul(value1, right));
        const value2 = v128.load32_splat(own, 8);
        left2 = f32x4.add(left2, f32x4.mul(value2, left));
        right2 = f32x4.add(right2, f32x4.mul(value2, right));
        const value3 = v128.load32_splat(own, 12);
        left3 = f32x4.add(left3, f32x4.mul(value3, left));
        right3 = f32x4.add(right3, f32x4.mul(value3, right));
      }
      v128.store(to, left0);
      v128.store(to, right0, 16);
      v128.store(to + high, left1);
      v128.store(to + high, right1, 16);
      v128.store(to + 2 * high, left2);
      v128.store(to + 2 * high, right2, 16);
      v128.store(to + 3 * high, left3);
      v128.store(to + 3 * high, right3, 16);
    }
  }
}
