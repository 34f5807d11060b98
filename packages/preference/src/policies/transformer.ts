/** A transformer of one block, forwards and back, on typed arrays. */

import { attend, causalAttention } from './attention.js';
import { Layout } from './layout.js';
import {
  addLeftTransposed,
  addProduct,
  addRightTransposed,
  addRowSum,
  addToRows,
  rootMeanSquareNorm
} from './matrix.js';
import type { Network, Pass, Sequences } from './network.js';

export interface TransformerSizes {
  /** Tokens that a sequence may have, the start with them. */
  contextLength: number;
  /** D */
  width: number;
  /** H, which divides D */
  heads: number;
  /** F, of the MLP */
  hidden: number;
}

/**
 * x₀ = E[token] + P[position];  x₁ = x₀ + attention(norm x₀) O;  x₂ = x₁ + relu(norm x₁ · A + a) B + b;
 * logits = norm x₂ · U + u;  value = norm x₂ · w + c.  Norms are of the root mean square, before each part.
 *
 * Source: Vaswani et al. 2017; norms before each part: Xiong et al. 2020.
 *
 * @param vocabularySize V, the end with it; what is read can be the start as well
 */
export function transformerLayout(
  vocabularySize: number,
  { contextLength, width, hidden }: TransformerSizes
): Layout {
  const square = [width, width] as const;
  return new Layout({
    tokens: [vocabularySize + 1, width],
    positions: [contextLength, width],
    attentionGain: [1, width],
    query: square,
    key: square,
    value: square,
    output: square,
    hiddenGain: [1, width],
    hiddenWeights: [width, hidden],
    hiddenBias: [1, hidden],
    backWeights: [hidden, width],
    backBias: [1, width],
    finalGain: [1, width],
    logitWeights: [width, vocabularySize],
    logitBias: [1, vocabularySize],
    valueWeights: [width, 1],
    valueBias: [1, 1]
  } satisfies Record<Name, readonly [number, number]>);
}

export type Name =
  | 'tokens'
  | 'positions'
  | 'attentionGain'
  | 'query'
  | 'key'
  | 'value'
  | 'output'
  | 'hiddenGain'
  | 'hiddenWeights'
  | 'hiddenBias'
  | 'backWeights'
  | 'backBias'
  | 'finalGain'
  | 'logitWeights'
  | 'logitBias'
  | 'valueWeights'
  | 'valueBias';

type Parts = Record<Name, Float32Array>;

export function transformerNetwork(vocabularySize: number, sizes: TransformerSizes): Network {
  const layout = transformerLayout(vocabularySize, sizes);
  return {
    layout,
    contextLength: sizes.contextLength,
    forward: (parameters, sequences) =>
      forward(layout, parameters, sequences, vocabularySize, sizes),
    reader: (parameters) => reader(layout.views(parameters), vocabularySize, sizes)
  };
}

function forward(
  layout: Layout,
  parameters: Float32Array,
  sequences: Sequences,
  vocabulary: number,
  { width, heads, hidden }: TransformerSizes
): Pass {
  const parts: Parts = layout.views(parameters);
  const { tokens, starts } = sequences;
  const rows = tokens.length;
  const [square, into, back, out] = (
    [
      [width, width],
      [width, hidden],
      [hidden, width],
      [width, vocabulary]
    ] as const
  ).map(([from, to]) => [rows, from, to] as const) as [Size, Size, Size, Size];
  const positions = positionsOf(starts);

  const x0 = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++)
    embed(x0, row * width, parts, tokens[row]!, positions[row]!, width);
  const first = rootMeanSquareNorm(x0, parts.attentionGain);
  const [q, k, v] = (['query', 'key', 'value'] as const).map((name) =>
    product(first.out, parts[name], square)
  ) as [Float32Array, Float32Array, Float32Array];
  const attention = causalAttention(q, k, v, sequences, width, heads);
  const x1 = x0.slice();
  addProduct(x1, attention.out, parts.output, square);
  const second = rootMeanSquareNorm(x1, parts.hiddenGain);
  const active = product(second.out, parts.hiddenWeights, into);
  addToRows(active, parts.hiddenBias);
  rectify(active);
  const x2 = x1.slice();
  addProduct(x2, active, parts.backWeights, back);
  addToRows(x2, parts.backBias);
  const last = rootMeanSquareNorm(x2, parts.finalGain);
  const logits = product(last.out, parts.logitWeights, out);
  addToRows(logits, parts.logitBias);
  const values = product(last.out, parts.valueWeights, [rows, width, 1]);
  addToRows(values, parts.valueBias);

  return {
    logits,
    values,
    backward(logitSlopes, valueSlopes, gradient) {
      const slopes: Parts = layout.views(gradient);
      const dLast = new Float32Array(rows * width);
      addRowSum(slopes.logitBias, logitSlopes);
      addLeftTransposed(slopes.logitWeights, last.out, logitSlopes, out);
      addRightTransposed(dLast, logitSlopes, parts.logitWeights, out);
      addRowSum(slopes.valueBias, valueSlopes);
      addLeftTransposed(slopes.valueWeights, last.out, valueSlopes, [rows, width, 1]);
      addRightTransposed(dLast, valueSlopes, parts.valueWeights, [rows, width, 1]);
      // From here on dx is the slope of what runs past each part, to which the part's own is added.
      const dx = new Float32Array(rows * width);
      last.backward(dLast, dx, slopes.finalGain);

      addRowSum(slopes.backBias, dx);
      addLeftTransposed(slopes.backWeights, active, dx, back);
      const dActive = new Float32Array(rows * hidden);
      addRightTransposed(dActive, dx, parts.backWeights, back);
      for (let at = 0; at < dActive.length; at++) if (active[at] === 0) dActive[at] = 0;
      addRowSum(slopes.hiddenBias, dActive);
      addLeftTransposed(slopes.hiddenWeights, second.out, dActive, into);
      const dSecond = new Float32Array(rows * width);
      addRightTransposed(dSecond, dActive, parts.hiddenWeights, into);
      second.backward(dSecond, dx, slopes.hiddenGain);

      addLeftTransposed(slopes.output, attention.out, dx, square);
      const dAttention = new Float32Array(rows * width);
      addRightTransposed(dAttention, dx, parts.output, square);
      const [dq, dk, dv] = [q, k, v].map(({ length }) => new Float32Array(length)) as [
        Float32Array,
        Float32Array,
        Float32Array
      ];
      attention.backward(dAttention, dq, dk, dv);
      const dFirst = new Float32Array(rows * width);
      for (const [name, slope] of [
        ['query', dq],
        ['key', dk],
        ['value', dv]
      ] as const) {
        addLeftTransposed(slopes[name], first.out, slope, square);
        addRightTransposed(dFirst, slope, parts[name], square);
      }
      first.backward(dFirst, dx, slopes.attentionGain);
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < width; column++) {
          const slope = dx[row * width + column]!;
          const [token, position] = [
            tokens[row]! * width + column,
            positions[row]! * width + column
          ];
          slopes.tokens[token] = slopes.tokens[token]! + slope;
          slopes.positions[position] = slopes.positions[position]! + slope;
        }
      }
    }
  };
}

type Size = readonly [number, number, number];

/** Keeps keys and values of what was read, so that each token costs one row. */
function reader(
  parts: Parts,
  vocabulary: number,
  { contextLength, width, heads, hidden }: TransformerSizes
): (token: number) => Float32Array {
  const k = new Float32Array(contextLength * width);
  const v = new Float32Array(contextLength * width);
  const weights = new Float32Array(contextLength);
  const [size, square] = [width / heads, [1, width, width] as const];
  let read = 0;
  return (token) => {
    const x = new Float32Array(width);
    embed(x, 0, parts, token, read, width);
    const first = rootMeanSquareNorm(x, parts.attentionGain).out;
    const q = product(first, parts.query, square);
    addProduct(k.subarray(read * width, (read + 1) * width), first, parts.key, square);
    addProduct(v.subarray(read * width, (read + 1) * width), first, parts.value, square);
    read++;
    const attended = new Float32Array(width);
    for (let column = 0; column < width; column += size) {
      attend(
        q.subarray(column, column + size),
        { k, v, width, column, scale: 1 / Math.sqrt(size) },
        0,
        weights.subarray(0, read),
        attended.subarray(column, column + size)
      );
    }
    addProduct(x, attended, parts.output, square);
    const second = rootMeanSquareNorm(x, parts.hiddenGain).out;
    const active = product(second, parts.hiddenWeights, [1, width, hidden]);
    addToRows(active, parts.hiddenBias);
    rectify(active);
    addProduct(x, active, parts.backWeights, [1, hidden, width]);
    addToRows(x, parts.backBias);
    const last = rootMeanSquareNorm(x, parts.finalGain).out;
    const logits = product(last, parts.logitWeights, [1, width, vocabulary]);
    addToRows(logits, parts.logitBias);
    return logits;
  };
}

function embed(
  x: Float32Array,
  at: number,
  parts: Parts,
  token: number,
  position: number,
  width: number
): void {
  for (let column = 0; column < width; column++) {
    x[at + column] =
      parts.tokens[token * width + column]! + parts.positions[position * width + column]!;
  }
}

/** Of each row the place in its sequence. */
function positionsOf(starts: Int32Array): Int32Array {
  const positions = new Int32Array(starts.at(-1) ?? 0);
  for (let b = 0; b + 1 < starts.length; b++) {
    for (let row = starts[b]!; row < starts[b + 1]!; row++) positions[row] = row - starts[b]!;
  }
  return positions;
}

function product(a: Float32Array, b: Float32Array, size: Size): Float32Array {
  const out = new Float32Array(size[0] * size[2]);
  addProduct(out, a, b, size);
  return out;
}

function rectify(x: Float32Array): void {
  for (let at = 0; at < x.length; at++) if (x[at]! < 0) x[at] = 0;
}
