/** Policies known in closed form. */

import { bestOfN } from '../../closed-form/best-of-n.js';
import { boltzmannPolicy } from '../../closed-form/boltzmann.js';
import { expectation } from '../../closed-form/distribution.js';
import { klTermFixedPoints } from '../../closed-form/fixed-points.js';
import type { Fields, Section } from '../schema.js';

export const boltzmannSection: Section = ({ inputs, params }) => {
  const answer = boltzmannPolicy(
    inputs.vector('ref'),
    inputs.vector('rewards'),
    params.number('beta')
  );
  // d(β log Z)/dr is the policy (see `Boltzmann.objective`).
  return { expected: answer, grads: { objectiveWrtRewards: answer.policy } };
};

export const bestOfNSection: Section = ({ inputs, params }) => {
  const ref = inputs.raw('ref') === 'uniform' ? uniform(inputs) : inputs.vector('ref');
  const answer = bestOfN(ref, rewardsOf(inputs), params.number('n'));
  const gold = inputs.has('gold')
    ? { expectedGold: expectation(answer.policy, inputs.vector('gold')) }
    : {};
  return { expected: { ...answer, ...gold } };
};

function uniform(inputs: Fields): number[] {
  const size = inputs.number('K');
  return Array.from({ length: size }, () => 1 / size);
}

/** A list, or a range of integers written `0..999`, both ends included. */
function rewardsOf(inputs: Fields): number[] {
  const range = /^(-?\d+)\.\.(-?\d+)$/.exec(String(inputs.raw('rewards')));
  if (range === null) return inputs.vector('rewards');
  const [from, to] = [Number(range[1]), Number(range[2])];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

export const klTermFixedPointsSection: Section = ({ inputs, params }) => {
  const { lambda, ...answer } = klTermFixedPoints(
    inputs.vector('ref'),
    inputs.vector('rewards'),
    params.number('beta')
  );
  return { expected: { ...answer, lambda_: lambda } };
};
