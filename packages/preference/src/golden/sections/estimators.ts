/** Estimators: of the KL, of advantages, and the controller of the KL's coefficient. */

import * as tf from '@tensorflow/tfjs-core';
import { categoricalDivergences } from '../../closed-form/categorical.js';
import { adaptKlCoef } from '../../estimators/adaptive-kl.js';
import { groupAdvantages, rlooAdvantages } from '../../estimators/advantages.js';
import { gaeMasked, gaeWithDones } from '../../estimators/gae.js';
import { k1, k2, k3 } from '../../estimators/kl.js';
import { trlRollout } from '../../estimators/trl-rewards.js';
import type { Fields, Section } from '../schema.js';
import { vector, withGradients } from '../tensors.js';

/** Two distributions, or log-probabilities of tokens. */
export const klSection: Section = async ({ inputs }) => {
  if (inputs.has('p')) {
    return { expected: categoricalDivergences(inputs.vector('p'), inputs.vector('q')) };
  }
  const expected: Record<string, unknown> = {};
  const grads: Record<string, unknown> = {};
  for (const [name, estimator] of Object.entries({ k1, k2, k3 })) {
    const answer = await withGradients(
      () => ({ logp: vector(inputs, 'logp') }),
      ({ logp }) => ({ [name]: estimator(logp!, vector(inputs, 'refLogp')) }),
      // Each token's own gradient is that of the sum.
      (result) => tf.sum(result[name]!)
    );
    Object.assign(expected, answer.expected);
    grads[name] = answer.grads;
  }
  return { expected, grads };
};

/** Which of the three conventions it is, the inputs say: done flags, a mask, or TRL's scores. */
export const gaeSection: Section = ({ inputs, params }) => {
  const options = { gamma: params.number('gamma'), lam: params.number('lam') };
  if (inputs.has('dones')) {
    return {
      expected: gaeWithDones(
        {
          rewards: inputs.matrix('rewards'),
          values: inputs.matrix('values'),
          dones: inputs.matrix('dones'),
          nextValue: inputs.vector('nextValue'),
          nextDone: inputs.vector('nextDone')
        },
        options
      )
    };
  }
  if (inputs.has('mask')) {
    return {
      expected: gaeMasked(
        {
          rewards: inputs.matrix('rewards'),
          values: inputs.matrix('values'),
          mask: inputs.matrix('mask')
        },
        options
      )
    };
  }
  return {
    expected: trlRollout(
      {
        logprobs: inputs.matrix('logprobs'),
        refLogprobs: inputs.matrix('refLogprobs'),
        values: inputs.matrix('values'),
        scores: inputs.vector('scores'),
        lastTokenIndex: inputs.vector('lastTokenIndex')
      },
      {
        ...options,
        klCoef: params.number('klCoef'),
        klEstimator: params.oneOf('klEstimator', ['k1', 'k3']),
        whitenRewards: params.flag('whitenRewards')
      }
    )
  };
};

export const adaptiveKlSection: Section = ({ inputs, params }) => {
  const options = { target: params.number('target'), horizon: params.number('horizon') };
  const nSteps = params.number('nSteps');
  let klCoef = params.number('initKlCoef');
  const klCoefAfterEach = inputs.vector('klSequence').map((kl) => {
    klCoef = adaptKlCoef(klCoef, kl, nSteps, options);
    return klCoef;
  });
  return { expected: { klCoefAfterEach } };
};

/** RLOO is the case that has no scale. */
export const grpoAdvantagesSection: Section = ({ inputs, params }) => {
  const rewards = inputs.vector('rewards');
  const numGenerations = params.number('numGenerations');
  return {
    expected: params.has('scaleRewards')
      ? groupAdvantages(rewards, { numGenerations, ...scaleOf(params) })
      : { advantages: rlooAdvantages(rewards, numGenerations) }
  };
};

function scaleOf(params: Fields) {
  return {
    scaleRewards: params.oneOf('scaleRewards', ['group', 'batch', 'none']),
    eps: params.number('eps', 1e-4)
  };
}
