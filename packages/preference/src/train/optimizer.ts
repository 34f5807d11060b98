/** The state of a character policy that learns, and its Adam step. */

import { adamStep, noMoments, type Moments } from '../kernels/adam.js';
import { networkOf, type CharacterPolicy } from '../policies/character-policy.js';
import { requireLength } from './train-loop.js';

/** Everything that is needed to use the policy, or to go on. `toJson` makes it text. */
export interface CharacterTrainState {
  /** steps done */
  step: number;
  policy: CharacterPolicy;
  /** of Adam, one or more a step */
  updates: number;
  moments: Moments;
}

/** A copy of the state to go on from, or one at the beginning. @throws {RangeError} where it is of another policy */
export function beginAt<State extends CharacterTrainState>(
  start: CharacterPolicy,
  state: State | undefined
): CharacterTrainState | State {
  networkOf(start);
  if (state === undefined) {
    return {
      step: 0,
      policy: structuredClone(start),
      updates: 0,
      moments: noMoments(start.parameters.length)
    };
  }
  if (state.policy.kind !== start.kind || state.policy.characters !== start.characters) {
    throw new RangeError(
      `state.policy is a ${state.policy.kind} of "${state.policy.characters}"; the policy is a ${start.kind} of "${start.characters}".`
    );
  }
  const { length } = start.parameters;
  requireLength('state.policy.parameters', state.policy.parameters.length, length, 'the policy');
  networkOf(state.policy);
  return structuredClone(state);
}

/** One update of the policy in `state`. @throws {RangeError} where the gradient is not finite: the state stays as it was */
export function update(
  state: CharacterTrainState,
  gradient: Float32Array,
  learningRate: number
): void {
  if (!gradient.every(Number.isFinite)) {
    throw new RangeError(
      `The gradient of update ${state.updates + 1} is not finite; the learning rate, ${learningRate}, may be too high.`
    );
  }
  state.updates++;
  adamStep(state.policy.parameters, gradient, state.moments, state.updates, { learningRate });
}

/** Adam's, where none is given: a table takes greater steps than a network. */
export function learningRateFor({ kind }: CharacterPolicy, given: number | undefined): number {
  const learningRate = given ?? (kind === 'bigram' ? 0.05 : 0.003);
  if (!(learningRate >= 0 && learningRate < Infinity)) {
    throw new RangeError(`learningRate is ${learningRate}; it must be finite and at least 0.`);
  }
  return learningRate;
}
