/** A bandit whose responses are vectors of features: small enough for exact paths, large enough to over-optimise. */

import type { ProxySetting } from '../closed-form/over-optimisation.js';
import { bradleyTerryAnnotator } from '../data/annotators.js';
import { samplePairs } from '../data/sample-pairs.js';
import type { LinearPairs } from '../kernels/linear-bradley-terry.js';
import { Random } from '../random.js';
import { requireCount, requireLength } from '../train/train-loop.js';

export interface FeatureBanditOptions {
  /** Default 4,096. */
  candidates?: number;
  /** How bad too long is, c. Default 0.7. */
  lengthCost?: number;
  /** Default 0. */
  seed?: number;
}

export interface FeatureBandit {
  /** (candidates, 2) row by row: quality and length, each standard normal over the candidates */
  features: Float32Array;
  /** (candidates) what is meant, 0.5 q + l − c l², minus its mean */
  gold: number[];
  /** Comparisons of two different candidates by a Bradley-Terry annotator who wants what is meant. */
  pairs(count: number, seed: number): LinearPairs;
  /**
   * With a linear reward as the proxy, for `bestOfNPoint` and `boltzmannPoint`: the candidates are equally likely, and
   * both rewards have a mean of 0.
   * @param weights (2)
   */
  setting(weights: ArrayLike<number>): ProxySetting;
}

/** Features of a candidate. */
const FEATURES = 2;

/**
 * A reward that is linear in the features can be right about quality, and about length only as long as nobody pushes:
 * with 400 pairs and n up to 1,024 the gold reward peaks near √KL = 1.1 while the proxy goes on rising (tested).
 *
 * @throws {RangeError} of fewer than two candidates
 * @example
 * ```ts
 * const bandit = featureBandit({ seed: 1 });
 * const fit = { steps: 100, learningRate: 0.1, backend: 'cpu' };
 * const [{ weights }] = await fitRewardModel(bandit.pairs(400, 1), fit);
 * // What it thinks of quality and of length.
 * weights; // → [0.3478, 0.5998]
 * // The proxy rises with n; what is meant rises, then falls.
 * const points = [1, 4, 1024].map((n) => bestOfNPoint(bandit.setting(weights), n));
 * points.map(({ proxy }) => proxy); // → [0, 0.7227, 2.2539]
 * points.map(({ gold }) => gold); // → [0, 0.8806, -1.7189]
 * ```
 */
export function featureBandit({
  candidates = 4_096,
  lengthCost = 0.7,
  seed = 0
}: FeatureBanditOptions = {}): FeatureBandit {
  requireCount('candidates', candidates, 2);
  const random = new Random(seed);
  const features = Float32Array.from({ length: candidates * FEATURES }, () => random.normal());
  const all = Array.from({ length: candidates }, (_, candidate) => candidate);
  const gold = centred(
    all.map((candidate) => {
      const [quality, length] = [features[2 * candidate]!, features[2 * candidate + 1]!];
      return 0.5 * quality + length - lengthCost * length * length;
    })
  );
  const annotator = bradleyTerryAnnotator((_: null, candidate: number) => gold[candidate]!);
  const rowsOf = (some: readonly number[]) =>
    Float32Array.from(some.flatMap((one) => [...features.subarray(2 * one, 2 * one + 2)]));
  return {
    features,
    gold,
    pairs(count, pairSeed) {
      const pairs = samplePairs({
        prompts: [null],
        responses: all,
        annotator,
        count,
        seed: pairSeed
      });
      return {
        chosen: rowsOf(pairs.map(({ chosen }) => chosen)),
        rejected: rowsOf(pairs.map(({ rejected }) => rejected)),
        features: FEATURES
      };
    },
    setting(weights) {
      requireLength('weights', weights.length, FEATURES, 'the bandit');
      const reward = (candidate: number) =>
        weights[0]! * features[2 * candidate]! + weights[1]! * features[2 * candidate + 1]!;
      return { ref: all.map(() => 1 / candidates), proxy: centred(all.map(reward)), gold };
    }
  };
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}
