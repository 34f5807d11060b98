/** Products of matrices that lie row by row in typed arrays, and the norm of rows: what a small network is made of. */

/** out (n, m) += a (n, k) · b (k, m) */
export function addProduct(
  out: Float32Array,
  a: Float32Array,
  b: Float32Array,
  [n, k, m]: readonly [number, number, number]
): void {
  for (let row = 0; row < n; row++) {
    const to = row * m;
    for (let inner = 0; inner < k; inner++) {
      const factor = a[row * k + inner]!;
      // Half of what comes out of a ReLU is 0.
      if (factor === 0) continue;
      const from = inner * m;
      for (let column = 0; column < m; column++) {
        out[to + column] = out[to + column]! + factor * b[from + column]!;
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
  for (let row = 0; row < n; row++) {
    const from = row * m;
    for (let inner = 0; inner < k; inner++) {
      const factor = a[row * k + inner]!;
      if (factor === 0) continue;
      const to = inner * m;
      for (let column = 0; column < m; column++) {
        out[to + column] = out[to + column]! + factor * g[from + column]!;
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
  for (let row = 0; row < n; row++) {
    const from = row * m;
    for (let inner = 0; inner < k; inner++) {
      let sum = 0;
      for (let column = 0; column < m; column++) {
        sum += g[from + column]! * b[inner * m + column]!;
      }
      out[row * k + inner] = out[row * k + inner]! + sum;
    }
  }
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
