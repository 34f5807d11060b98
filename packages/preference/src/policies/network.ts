/** What a network that writes text a token at a time can do, whatever is in it. On typed arrays; see `tensors.ts`. */

import type { Layout } from './layout.js';

/** Token sequences of any lengths, one after another. */
export interface Sequences {
  /** (N) what the network reads */
  tokens: Int32Array;
  /** (B + 1) where each begins, and where the last one ends */
  starts: Int32Array;
}

/** One pass over sequences, and the way back. */
export interface Pass {
  /** (N, V) of the token after each that was read */
  logits: Float32Array;
  /** (N) the value head: what is still to come, in units of reward */
  values: Float32Array;
  /**
   * Adds to `gradient` (the parameters) that of the loss whose slopes are given: (N, V) and (N). At the parameters of
   * the pass, which must not have been changed since.
   */
  backward(logitSlopes: Float32Array, valueSlopes: Float32Array, gradient: Float32Array): void;
}

export interface Network {
  layout: Layout;
  /** Tokens that a sequence may have, the start with them. */
  contextLength: number;
  forward(parameters: Float32Array, sequences: Sequences): Pass;
  /** Reads one sequence a token at a time: what it gives (V) is the logits of the next one, valid until the next call. */
  reader(parameters: Float32Array): (token: number) => Float32Array;
}
