/** The gradient of the Bradley-Terry loss of a linear reward: see `src/kernels/linear-bradley-terry.ts`. */

import { horizontalSum, sigmoidOfMinus } from './exponential';

/**
 * Four pairs at a time, so that weights and gradient are loaded once for the four.
 *
 * @param differences (rows, stride) x⁺ − x⁻; `stride` bytes a row, a multiple of 16
 * @param sums (rows, stride) x⁺ + x⁻, read where `pull` is not 0
 * @param margins (rows)
 * @param rows which of them the batch is: `count` indices, a multiple of 4. What fills it up is a row of zeros.
 * @param gradient (stride) overwritten
 * @param share 1 / the number of pairs
 * @param pull 2 c: twice the coefficient of centring
 */
export function linear(
  differences: usize,
  sums: usize,
  margins: usize,
  rows: usize,
  count: i32,
  stride: usize,
  weights: usize,
  gradient: usize,
  share: f32,
  pull: f32
): void {
  memory.fill(gradient, 0, stride);
  for (let pair = 0; pair < count; pair += 4, rows += 16) {
    const slopes = f32x4.mul(
      f32x4.splat(-share),
      sigmoidOfMinus(f32x4.sub(rewards(differences, rows, stride, weights), margin(margins, rows)))
    );
    accumulate(differences, rows, stride, gradient, slopes);
    if (pull != 0) {
      const both = rewards(sums, rows, stride, weights);
      accumulate(sums, rows, stride, gradient, f32x4.mul(f32x4.splat(pull * share), both));
    }
  }
}

function rowAt(table: usize, rows: usize, which: usize, stride: usize): usize {
  return table + <usize>load<u32>(rows + (which << 2)) * stride;
}

function margin(margins: usize, rows: usize): v128 {
  return f32x4(
    load<f32>(rowAt(margins, rows, 0, 4)),
    load<f32>(rowAt(margins, rows, 1, 4)),
    load<f32>(rowAt(margins, rows, 2, 4)),
    load<f32>(rowAt(margins, rows, 3, 4))
  );
}

/** Four rows times the weights. */
function rewards(table: usize, rows: usize, stride: usize, weights: usize): v128 {
  const row0 = rowAt(table, rows, 0, stride);
  const row1 = rowAt(table, rows, 1, stride);
  const row2 = rowAt(table, rows, 2, stride);
  const row3 = rowAt(table, rows, 3, stride);
  let sum0 = f32x4.splat(0);
  let sum1 = sum0;
  let sum2 = sum0;
  let sum3 = sum0;
  for (let at: usize = 0; at < stride; at += 16) {
    const weight = v128.load(weights + at);
    sum0 = f32x4.add(sum0, f32x4.mul(v128.load(row0 + at), weight));
    sum1 = f32x4.add(sum1, f32x4.mul(v128.load(row1 + at), weight));
    sum2 = f32x4.add(sum2, f32x4.mul(v128.load(row2 + at), weight));
    sum3 = f32x4.add(sum3, f32x4.mul(v128.load(row3 + at), weight));
  }
  return f32x4(horizontalSum(sum0), horizontalSum(sum1), horizontalSum(sum2), horizontalSum(sum3));
}

/** Adds four rows, each times its number. */
function accumulate(table: usize, rows: usize, stride: usize, sum: usize, times: v128): void {
  const row0 = rowAt(table, rows, 0, stride);
  const row1 = rowAt(table, rows, 1, stride);
  const row2 = rowAt(table, rows, 2, stride);
  const row3 = rowAt(table, rows, 3, stride);
  const times0 = f32x4.splat(f32x4.extract_lane(times, 0));
  const times1 = f32x4.splat(f32x4.extract_lane(times, 1));
  const times2 = f32x4.splat(f32x4.extract_lane(times, 2));
  const times3 = f32x4.splat(f32x4.extract_lane(times, 3));
  for (let at: usize = 0; at < stride; at += 16) {
    const first = f32x4.add(
      f32x4.mul(times0, v128.load(row0 + at)),
      f32x4.mul(times1, v128.load(row1 + at))
    );
    const second = f32x4.add(
      f32x4.mul(times2, v128.load(row2 + at)),
      f32x4.mul(times3, v128.load(row3 + at))
    );
    v128.store(sum + at, f32x4.add(v128.load(sum + at), f32x4.add(first, second)));
  }
}
