/** The bigram network: a row of logits, and a value, for each token that came last. On typed arrays. */

import { Layout } from './layout.js';
import type { Network } from './network.js';

/** @param vocabularySize V, the end with it; what is read can be the start as well */
export function bigramNetwork(vocabularySize: number): Network {
  const layout = new Layout({
    logits: [vocabularySize + 1, vocabularySize],
    values: [vocabularySize + 1, 1]
  });
  const views = (all: Float32Array) => layout.views<'logits' | 'values'>(all);
  const row = (token: number) => token * vocabularySize;
  return {
    layout,
    contextLength: Infinity,
    forward(parameters, { tokens }) {
      const table = views(parameters);
      const logits = new Float32Array(tokens.length * vocabularySize);
      const values = new Float32Array(tokens.length);
      for (const [at, token] of tokens.entries()) {
        logits.set(
          table.logits.subarray(row(token), row(token) + vocabularySize),
          at * vocabularySize
        );
        values[at] = table.values[token]!;
      }
      return {
        logits,
        values,
        backward(logitSlopes, valueSlopes, gradient) {
          const slopes = views(gradient);
          for (const [at, token] of tokens.entries()) {
            const [from, to] = [at * vocabularySize, row(token)];
            for (let column = 0; column < vocabularySize; column++) {
              slopes.logits[to + column] =
                slopes.logits[to + column]! + logitSlopes[from + column]!;
            }
            slopes.values[token] = slopes.values[token]! + valueSlopes[at]!;
          }
        }
      };
    },
    reader(parameters) {
      const { logits } = views(parameters);
      return (token) => logits.subarray(row(token), row(token) + vocabularySize);
    }
  };
}
