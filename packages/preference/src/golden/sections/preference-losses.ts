/** Losses on pairs and on labelled completions. */

import type * as tf from '@tensorflow/tfjs-core';
import { bradleyTerryLoss } from '../../losses/bradley-terry.js';
import { DPO_VARIANTS, type DpoLossType } from '../../losses/dpo-variants.js';
import { dpoLoss } from '../../losses/dpo.js';
import { F_DIVERGENCES } from '../../losses/f-divergence.js';
import { ktoLoss } from '../../losses/kto.js';
import { orpoLoss } from '../../losses/orpo.js';
import { simpoLoss } from '../../losses/simpo.js';
import type { Section } from '../schema.js';
import { optional, vector, withGradients } from '../tensors.js';

type Vectors = Record<string, tf.Tensor1D>;
const lossOf = ({ loss }: { loss: tf.Scalar }) => loss;

export const bradleyTerrySection: Section = ({ inputs, params }) =>
  withGradients(
    () => ({
      rewardsChosen: vector(inputs, 'rewardsChosen'),
      rewardsRejected: vector(inputs, 'rewardsRejected')
    }),
    (variables) => {
      const { rewardsChosen, rewardsRejected } = variables as Vectors;
      return bradleyTerryLoss(
        {
          rewardsChosen: rewardsChosen!,
          rewardsRejected: rewardsRejected!,
          margin: optional(inputs, 'margin', vector),
          weights: optional(inputs, 'weights', vector)
        },
        {
          centerRewardsCoefficient: params.number('centerRewardsCoefficient', 0),
          labelSmoothing: params.number('labelSmoothing', 0)
        }
      );
    },
    lossOf
  );

export const dpoSection: Section = ({ inputs, params }) => {
  const known = [...(Object.keys(DPO_VARIANTS) as DpoLossType[]), 'simpo' as const];
  const lossType = params.oneOf('lossType', known);
  const labelSmoothing = params.number('labelSmoothing', 0);
  const beta = params.number('beta');
  return withGradients(
    () => ({
      policyChosenLogps: vector(inputs, 'policyChosenLogps'),
      policyRejectedLogps: vector(inputs, 'policyRejectedLogps')
    }),
    (variables) => {
      const policy = {
        policyChosenLogps: (variables as Vectors)['policyChosenLogps']!,
        policyRejectedLogps: (variables as Vectors)['policyRejectedLogps']!
      };
      if (lossType === 'simpo') {
        const lengths = {
          chosenLengths: vector(inputs, 'chosenLengths'),
          rejectedLengths: vector(inputs, 'rejectedLengths')
        };
        const gamma = params.number('simpoGamma');
        return simpoLoss({ ...policy, ...lengths }, { beta, gamma, labelSmoothing });
      }
      return dpoLoss(
        {
          ...policy,
          refChosenLogps: vector(inputs, 'refChosenLogps'),
          refRejectedLogps: vector(inputs, 'refRejectedLogps'),
          chosenLengths: optional(inputs, 'chosenLengths', vector),
          rejectedLengths: optional(inputs, 'rejectedLengths', vector)
        },
        {
          lossType,
          beta,
          labelSmoothing,
          fDivergence: params.oneOf('fDivergence', F_DIVERGENCES, 'reverse_kl'),
          alpha: params.number('alpha', 1)
        }
      );
    },
    lossOf
  );
};

export const orpoSection: Section = ({ inputs, params }) =>
  withGradients(
    () => ({
      avgChosenLogps: vector(inputs, 'avgChosenLogps'),
      avgRejectedLogps: vector(inputs, 'avgRejectedLogps')
    }),
    (variables) => {
      const { avgChosenLogps, avgRejectedLogps } = variables as Vectors;
      return orpoLoss(
        { avgChosenLogps: avgChosenLogps!, avgRejectedLogps: avgRejectedLogps! },
        { beta: params.number('beta') }
      );
    },
    lossOf
  );

export const ktoSection: Section = ({ inputs, params }) =>
  withGradients(
    () => ({ logps: vector(inputs, 'logps') }),
    (variables) =>
      ktoLoss(
        {
          logps: (variables as Vectors)['logps']!,
          refLogps: vector(inputs, 'refLogps'),
          labels: vector(inputs, 'labels')
        },
        {
          beta: params.number('beta'),
          kl: inputs.number('kl'),
          desirableWeight: params.number('desirableWeight', 1),
          undesirableWeight: params.number('undesirableWeight', 1)
        }
      ),
    lossOf
  );
