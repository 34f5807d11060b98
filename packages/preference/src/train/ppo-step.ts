/** What a step of PPO computes: the experience that it learns from, and the gradient of its loss. */

import * as tf from '@tensorflow/tfjs-core';
import { trlRollout, type TrlRollout } from '../estimators/trl-rewards.js';
import { ppoLoss } from '../losses/ppo.js';
import type { CharacterPolicy } from '../policies/character-policy.js';
import { maskOf, tokenPass, type TokenPass } from '../policies/completions.js';
import { differentiate } from '../tensor/differentiate.js';
import type { MinibatchMetrics } from './ppo-metrics.js';
import type { Rollout, Rollouts } from './rollout.js';

export interface PpoObjective {
  /** Default k1. */
  klEstimator?: 'k1' | 'k3' | undefined;
  /** γ. Default 1. */
  gamma?: number | undefined;
  /** λ of GAE. Default 0.95. */
  lam?: number | undefined;
  /** Default 0.2. */
  cliprange?: number | undefined;
  /** Default 0.2. */
  cliprangeValue?: number | undefined;
  /** Weight of the value loss. Default 0.1. */
  vfCoef?: number | undefined;
  /** Default true, as TRL always does. */
  whitenAdvantages?: boolean | undefined;
  /** Default false. */
  whitenRewards?: boolean | undefined;
  /** Taken off the score of a completion that did not end. Default none. */
  missingEosPenalty?: number | undefined;
}

/** What is learned from: nothing in it changes while it is. */
export interface Experience extends TrlRollout {
  rollout: Rollout;
  /** with the penalty for those that did not end */
  scores: number[];
  /** (B, T) of the policy that sampled them, 0 on padding */
  logprobs: number[][];
  oldValues: number[][];
  /** (B, T) as they are learned from */
  policyAdvantages: number[][];
}

/** Log-probabilities of policy and reference, values, rewards, advantages and returns of what was sampled. */
export function experienceOf(
  rollouts: Rollouts,
  rollout: Rollout,
  policy: CharacterPolicy,
  reference: CharacterPolicy,
  klCoef: number,
  options: PpoObjective
): Experience {
  const { gamma = 1, lam = 0.95, klEstimator = 'k1', whitenRewards = false } = options;
  const { missingEosPenalty = 0, whitenAdvantages = true } = options;
  const { length } = rollouts;
  const passOf = ({ parameters }: CharacterPolicy): TokenPass =>
    tokenPass(
      rollouts.network,
      rollouts.vocabulary,
      parameters,
      rollout.rows,
      length,
      rollouts.temperature
    );
  const [now, before] = [passOf(policy), passOf(reference)];
  const scores = rollout.scores.map(
    (score, b) => score - (rollout.ended[b] ? 0 : missingEosPenalty)
  );
  const logprobs = rowsOf(now.logps, length);
  const oldValues = rowsOf(now.values, length);
  const result = trlRollout(
    {
      logprobs,
      refLogprobs: rowsOf(before.logps, length),
      values: oldValues,
      scores,
      lastTokenIndex: rollout.rows.map(({ completion }) => completion.length - 1)
    },
    { klCoef, klEstimator, gamma, lam, whitenRewards }
  );
  const policyAdvantages = whitenAdvantages ? result.advantages : result.rawAdvantages;
  return { ...result, rollout, scores, logprobs, oldValues, policyAdvantages };
}

/** Adds the gradient of the loss over those completions at the policy as it is now. */
export async function addPpoGradient(
  rollouts: Rollouts,
  { rollout, logprobs, oldValues, policyAdvantages, returns }: Experience,
  batch: readonly number[],
  policy: CharacterPolicy,
  { cliprange = 0.2, cliprangeValue = 0.2, vfCoef = 0.1 }: PpoObjective,
  gradient: Float32Array
): Promise<MinibatchMetrics> {
  const { length, network, vocabulary, temperature } = rollouts;
  const rows = batch.map((index) => rollout.rows[index]!);
  const pass = tokenPass(network, vocabulary, policy.parameters, rows, length, temperature);
  const shape: [number, number] = [rows.length, length];
  const mask = maskOf(rows, length);
  const picked = (all: number[][]): tf.Tensor2D =>
    tf.tensor2d(
      batch.map((index) => all[index]!),
      shape
    );
  const { metrics, gradients } = await differentiate(
    [
      { values: pass.logps, shape },
      { values: pass.values, shape }
    ],
    (newLogprobs, vpred) => {
      const result = ppoLoss(
        {
          newLogprobs: newLogprobs,
          oldLogprobs: picked(logprobs),
          advantages: picked(policyAdvantages),
          policyMask: tf.tensor2d(mask, shape),
          vpred: vpred,
          oldValues: picked(oldValues),
          returns: picked(returns),
          valueMask: tf.tensor2d(maskOf(rows, length, 1), shape)
        },
        { cliprange, cliprangeValue, vfCoef }
      );
      return {
        loss: result.loss,
        'policy/approxkl_avg': result.approxKlTrlUnmasked,
        'policy/clipfrac_avg': result.policyClipfrac,
        'loss/policy_avg': result.policyLoss,
        'loss/value_avg': result.valueLoss,
        'val/clipfrac_avg': result.valueClipfrac
      };
    }
  );
  pass.backward(gradients[0]!, gradients[1], gradient);
  const { loss: _total, ...named } = metrics;
  const tokens = mask.reduce((sum, one) => sum + one, 0);
  let ratios = 0;
  for (const [at, logp] of pass.logps.entries()) {
    const old = logprobs[batch[Math.floor(at / length)]!]![at % length]!;
    ratios += Math.exp(logp - old);
  }
  return {
    ...named,
    'policy/entropy_avg': pass.entropies.reduce((sum, one) => sum + one, 0) / tokens,
    'val/ratio': ratios / pass.logps.length
  };
}

function rowsOf(values: Float32Array, length: number): number[][] {
  return Array.from({ length: values.length / length }, (_, row) =>
    Array.from(values.subarray(row * length, (row + 1) * length))
  );
}
