/** Completions as tokens, and what a policy makes of them: log-probabilities, entropies, values, and the way back. */

import type { Network, Sequences } from './network.js';
import type { Vocabulary } from './vocabulary.js';

/** The tokens of a completion; the end is the last one where the policy wrote it. */
export interface CompletionTokens {
  prompt: readonly number[];
  completion: readonly number[];
}

/** Each of (B, T) row by row, 0 on padding. */
export interface TokenPass {
  /** log-probabilities of the completions' tokens, nats */
  logps: Float32Array;
  /** of the distribution that each token was drawn from, nats */
  entropies: Float32Array;
  /** (B, T) the index of the most probable token */
  greedy: Int32Array;
  /** before each token, and one past the last where that fits in T */
  values: Float32Array;
  /** Adds to `gradient` that of the loss with these slopes of logps and of values, each (B, T). */
  backward(
    logpSlopes: Float32Array,
    valueSlopes: Float32Array | undefined,
    gradient: Float32Array
  ): void;
}

/**
 * @param length T: at least the tokens of the longest completion
 * @param temperature the log-probabilities are of softmax(logits / temperature), as what was sampled is
 */
export function tokenPass(
  network: Network,
  vocabulary: Vocabulary,
  parameters: Float32Array,
  rows: readonly CompletionTokens[],
  length: number,
  temperature = 1
): TokenPass {
  const { size } = vocabulary;
  const sequences = sequencesOf(vocabulary, rows, length);
  const pass = network.forward(parameters, sequences);
  const cells = rows.length * length;
  const result = {
    logps: new Float32Array(cells),
    entropies: new Float32Array(cells),
    greedy: new Int32Array(cells),
    values: new Float32Array(cells)
  };
  // The exponentials of the way there are what the way back needs.
  const probabilities = new Float32Array(cells * size);
  /** Calls `each` with the cell in (B, T), the row in (N), and the token; one past the last it is undefined. */
  const everyCell = (each: (cell: number, row: number, token: number | undefined) => void) => {
    for (const [b, { prompt, completion }] of rows.entries()) {
      for (let t = 0; t <= completion.length && t < length; t++) {
        each(b * length + t, sequences.starts[b]! + prompt.length + t, completion[t]);
      }
    }
  };
  everyCell((cell, row, token) => {
    result.values[cell] = pass.values[row]!;
    if (token === undefined) return;
    const from = row * size;
    let best = 0;
    for (let column = 1; column < size; column++) {
      if (pass.logits[from + column]! > pass.logits[from + best]!) best = column;
    }
    const most = pass.logits[from + best]! / temperature;
    let [total, weighted] = [0, 0];
    for (let column = 0; column < size; column++) {
      const shifted = pass.logits[from + column]! / temperature - most;
      const power = (probabilities[cell * size + column] = Math.exp(shifted));
      total += power;
      weighted += power * shifted;
    }
    for (let at = cell * size; at < (cell + 1) * size; at++) {
      probabilities[at] = probabilities[at]! / total;
    }
    result.logps[cell] = pass.logits[from + token]! / temperature - most - Math.log(total);
    result.entropies[cell] = Math.log(total) - weighted / total;
    result.greedy[cell] = best;
  });
  return {
    ...result,
    backward(logpSlopes, valueSlopes, gradient) {
      const logitSlopes = new Float32Array(pass.logits.length);
      const rowSlopes = new Float32Array(pass.values.length);
      everyCell((cell, row, token) => {
        if (valueSlopes !== undefined) rowSlopes[row] = valueSlopes[cell]!;
        if (token === undefined) return;
        const slope = logpSlopes[cell]! / temperature;
        const from = row * size;
        for (let column = 0; column < size; column++) {
          logitSlopes[from + column] = -slope * probabilities[cell * size + column]!;
        }
        logitSlopes[from + token] = logitSlopes[from + token]! + slope;
      });
      pass.backward(logitSlopes, rowSlopes, gradient);
    }
  };
}

/** What is read: start, prompt and completion; the last token only where there is a position after it. */
function sequencesOf(
  vocabulary: Vocabulary,
  rows: readonly CompletionTokens[],
  length: number
): Sequences {
  const read = rows.map(({ prompt, completion }) => [
    vocabulary.start,
    ...prompt,
    ...completion.slice(0, length - 1)
  ]);
  const starts = new Int32Array(rows.length + 1);
  for (const [b, { length: count }] of read.entries()) starts[b + 1] = starts[b]! + count;
  return { tokens: Int32Array.from(read.flat()), starts };
}

/** (B, T): 1 up to the last token of each completion, and `beyond` further ones where they fit, else 0. */
export function maskOf(
  rows: readonly CompletionTokens[],
  length: number,
  beyond = 0
): Float32Array {
  const mask = new Float32Array(rows.length * length);
  for (const [b, { completion }] of rows.entries()) {
    mask.fill(1, b * length, b * length + Math.min(completion.length + beyond, length));
  }
  return mask;
}

/** @throws {RangeError} where a prompt and `length` further tokens are more than the network can read */
export function requireContext(
  network: Network,
  prompts: readonly (readonly number[])[],
  length: number
): void {
  const longest = prompts.reduce((most, prompt) => Math.max(most, prompt.length), 0);
  // The start is read as well, and the last token is not.
  if (longest + length > network.contextLength) {
    throw new RangeError(
      `A prompt of ${longest} characters and a completion of ${length} tokens do not fit: the policy reads ${network.contextLength}. Shorten them, or give it a greater contextLength.`
    );
  }
}
