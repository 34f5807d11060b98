/** The gradient of the DPO loss of a tabular policy: see `src/kernels/tabular-dpo.ts`. */

import { sigmoidOfMinus } from './exponential';

/**
 * @param chosen (rows) byte offset of the preferred response's logit
 * @param rejected (rows) of the other's
 * @param references (rows) log ref(chosen) − log ref(rejected)
 * @param rows which of them the batch is: `count` indices, a multiple of 4. What fills it up prefers a response to itself.
 * @param gradient (bytes) overwritten
 * @param scale β / the number of pairs
 */
export function tabularDpo(
  chosen: usize,
  rejected: usize,
  references: usize,
  rows: usize,
  count: i32,
  logits: usize,
  gradient: usize,
  bytes: usize,
  beta: f32,
  labelSmoothing: f32,
  scale: f32
): void {
  memory.fill(gradient, 0, bytes);
  const betas = f32x4.splat(beta);
  const smoothing = f32x4.splat(labelSmoothing);
  const scales = f32x4.splat(scale);
  for (let pair = 0; pair < count; pair += 4, rows += 16) {
    const row0 = (<usize>load<u32>(rows)) << 2;
    const row1 = (<usize>load<u32>(rows, 4)) << 2;
    const row2 = (<usize>load<u32>(rows, 8)) << 2;
    const row3 = (<usize>load<u32>(rows, 12)) << 2;
    const good0 = <usize>load<u32>(chosen + row0);
    const good1 = <usize>load<u32>(chosen + row1);
    const good2 = <usize>load<u32>(chosen + row2);
    const good3 = <usize>load<u32>(chosen + row3);
    const bad0 = <usize>load<u32>(rejected + row0);
    const bad1 = <usize>load<u32>(rejected + row1);
    const bad2 = <usize>load<u32>(rejected + row2);
    const bad3 = <usize>load<u32>(rejected + row3);
    const difference = f32x4(
      load<f32>(logits + good0) - load<f32>(logits + bad0) - load<f32>(references + row0),
      load<f32>(logits + good1) - load<f32>(logits + bad1) - load<f32>(references + row1),
      load<f32>(logits + good2) - load<f32>(logits + bad2) - load<f32>(references + row2),
      load<f32>(logits + good3) - load<f32>(logits + bad3) - load<f32>(references + row3)
    );
    const slopes = f32x4.mul(
      scales,
      f32x4.sub(smoothing, sigmoidOfMinus(f32x4.mul(betas, difference)))
    );
    move(gradient + good0, gradient + bad0, f32x4.extract_lane(slopes, 0));
    move(gradient + good1, gradient + bad1, f32x4.extract_lane(slopes, 1));
    move(gradient + good2, gradient + bad2, f32x4.extract_lane(slopes, 2));
    move(gradient + good3, gradient + bad3, f32x4.extract_lane(slopes, 3));
  }
}

function move(good: usize, bad: usize, slope: f32): void {
  store<f32>(good, load<f32>(good) + slope);
  store<f32>(bad, load<f32>(bad) - slope);
}
