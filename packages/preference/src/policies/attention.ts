/** Causal attention within each of several sequences, on typed arrays. */

import type { Sequences } from './network.js';

export interface Attention {
  /** (N, D) the heads' results side by side */
  out: Float32Array;
  /** Adds to the slopes of queries, keys and values, from that of `out`; each (N, D). */
  backward(g: Float32Array, dq: Float32Array, dk: Float32Array, dv: Float32Array): void;
}

/**
 * softmax(q·kᵀ/√(D/H))·v over a token and those before it in its sequence.
 *
 * Source: Vaswani et al. 2017, eq. 1 and section 3.2.2.
 *
 * @param q (N, D); a head has D/H columns beside each other
 */
export function causalAttention(
  q: Float32Array,
  k: Float32Array,
  v: Float32Array,
  { starts }: Sequences,
  width: number,
  heads: number
): Attention {
  const size = width / heads;
  const scale = 1 / Math.sqrt(size);
  const out = new Float32Array(q.length);
  // A triangle a sequence and head, one after another.
  const triangles = Array.from(
    starts.subarray(1),
    (end, b) => ((end - starts[b]!) ** 2 + end - starts[b]!) / 2
  );
  const weights = new Float32Array(triangles.reduce((sum, count) => sum + count, 0) * heads);
  /** Calls `each` with a row, the first of its sequence, the head's column, and where its weights begin. */
  const everyRow = (each: (row: number, first: number, column: number, at: number) => void) => {
    let at = 0;
    for (let b = 0; b + 1 < starts.length; b++) {
      const first = starts[b]!;
      for (let head = 0; head < heads; head++) {
        for (let row = first; row < starts[b + 1]!; row++) {
          each(row, first, head * size, at);
          at += row - first + 1;
        }
      }
    }
  };
  everyRow((row, first, column, at) => {
    attend(
      q.subarray(row * width + column, row * width + column + size),
      { k, v, width, column, scale },
      first,
      weights.subarray(at, at + row - first + 1),
      out.subarray(row * width + column, row * width + column + size)
    );
  });
  return {
    out,
    backward(g, dq, dk, dv) {
      const slopes = new Float64Array(
        Math.max(0, ...Array.from(starts.subarray(1), (end, b) => end - starts[b]!))
      );
      everyRow((row, first, column, at) => {
        const own = row * width + column;
        let mean = 0;
        for (let j = first; j <= row; j++) {
          const [other, weight] = [j * width + column, weights[at + j - first]!];
          let slope = 0;
          for (let d = 0; d < size; d++) {
            slope += g[own + d]! * v[other + d]!;
            dv[other + d] = dv[other + d]! + weight * g[own + d]!;
          }
          slopes[j - first] = slope;
          mean += weight * slope;
        }
        for (let j = first; j <= row; j++) {
          const other = j * width + column;
          const slope = weights[at + j - first]! * (slopes[j - first]! - mean) * scale;
          for (let d = 0; d < size; d++) {
            dq[own + d] = dq[own + d]! + slope * k[other + d]!;
            dk[other + d] = dk[other + d]! + slope * q[own + d]!;
          }
        }
      });
    }
  };
}

interface Memory {
  /** (rows, width) */
  k: Float32Array;
  v: Float32Array;
  width: number;
  /** the head's first */
  column: number;
  /** 1/√size */
  scale: number;
}

/** One query of one head over as many rows of the memory as `weights` has, from `first` on; writes `weights` and `out`. */
export function attend(
  query: Float32Array,
  { k, v, width, column, scale }: Memory,
  first: number,
  weights: Float32Array,
  out: Float32Array
): void {
  let most = -Infinity;
  for (let j = 0; j < weights.length; j++) {
    const other = (first + j) * width + column;
    let score = 0;
    for (let d = 0; d < query.length; d++) score += query[d]! * k[other + d]!;
    weights[j] = score * scale;
    most = Math.max(most, weights[j]!);
  }
  let total = 0;
  for (let j = 0; j < weights.length; j++) {
    weights[j] = Math.exp(weights[j]! - most);
    total += weights[j]!;
  }
  out.fill(0);
  for (let j = 0; j < weights.length; j++) {
    const other = (first + j) * width + column;
    const weight = (weights[j] = weights[j]! / total);
    for (let d = 0; d < query.length; d++) out[d] = out[d]! + weight * v[other + d]!;
  }
}
