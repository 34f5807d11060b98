/**
 * Same β, different optimum: where the KL goes decides what policy gradients come to rest at. In the reward, as k2 in the
 * loss, or as k3 in the loss with its importance weight, it is the Boltzmann policy; plain k3 in the loss (GRPO) has
 * another optimum; k1 in the loss has no expected gradient, so that nothing holds the policy.
 *
 * Source: Shao et al. 2024, eq. 3 and 4; Tang & Munos 2025; Schulman 2020 for k1, k2, k3.
 */

import { lineChart } from '../charts/lines.js';
import { policyChart } from '../charts/policies.js';
import { atMost, readable, type XY } from '../charts/words.js';
import { expectation } from '../closed-form/distribution.js';
import { klTermFixedPoints, type KlTermFixedPoints } from '../closed-form/fixed-points.js';
import { Pace } from '../pace.js';
import { Random } from '../random.js';
import type { Context, Experiment, Outcome, Settings } from './experiment.js';
import { SettingsReader } from './settings.js';

const RESPONSES = 8;
const STEPS = 3000;
const REPORTS = 30;

/**
 * What stands beside the reward in Σ π(y) [r(y) − β t(y)] ∇ log π(y), as a function of x = log π/π_ref: the term itself
 * in the reward, and in the loss its derivative, since samples are not differentiated.
 */
export const KL_TERMS = {
  reward: { name: 'KL in the reward', term: (x: number) => x },
  k2: { name: 'k2 as a loss', term: (x: number) => x },
  // The product rule, with a ratio of 1 whose derivative is 1.
  weightedK3: {
    name: 'k3 × ratio as a loss',
    term: (x: number) => Math.expm1(-x) + x + (1 - Math.exp(-x))
  },
  k3: { name: 'k3 as a loss', term: (x: number) => 1 - Math.exp(-x) },
  k1: { name: 'k1 as a loss', term: () => 1 }
} as const;
type TermName = keyof typeof KL_TERMS;
const TERM_NAMES = Object.keys(KL_TERMS) as TermName[];

export const klTerms: Experiment = {
  kind: 'kl-terms',
  title: 'Same β, different optimum',
  about:
    'Five ways to hold a policy near its reference by the same β, each followed by policy gradients to where it rests. Three of them lie on each other and end at the closed form of reward minus β KL. k3 as a loss, as in GRPO, ends elsewhere; k1 as a loss holds nothing.',
  controls: [
    {
      type: 'range',
      name: 'beta',
      label: 'β',
      min: 0.5,
      max: 4,
      step: 0.05,
      scale: 'log',
      value: 1
    },
    {
      type: 'choice',
      name: 'samples',
      label: 'Responses sampled a step',
      options: [
        { value: 'all', label: 'The exact expectation' },
        { value: '256', label: '256' },
        { value: '32', label: '32' }
      ],
      value: 'all'
    }
  ],
  run
};

async function run(given: Settings, context: Context): Promise<Outcome> {
  const settings = new SettingsReader(klTerms, given);
  const random = new Random(settings.seed);
  const beta = settings.number('beta');
  const ref = softmax(Array.from({ length: RESPONSES }, () => 0.7 * random.normal()));
  const rewards = Array.from({ length: RESPONSES }, () => 1.5 * random.normal());
  const fixed = klTermFixedPoints(ref, rewards, beta);
  const logits = byTerm(() => ref.map(Math.log));
  const paths = byTerm((): XY[] => []);
  const pace = new Pace(context);
  const outcome = () =>
    outcomeOf({ ref, rewards, fixed, paths, policies: byTerm((name) => softmax(logits[name])) });
  for (let step = 0; step <= STEPS; step++) {
    if (step % (STEPS / REPORTS) === 0) {
      for (const name of TERM_NAMES) {
        paths[name].push({ x: step, y: totalVariation(softmax(logits[name]), fixed.boltzmann) });
      }
      if (step > 0) context.onProgress?.(step / STEPS, outcome());
    }
    await pace.rest();
    for (const name of TERM_NAMES) {
      const policy = softmax(logits[name]);
      const drawn =
        settings.choice('samples') === 'all'
          ? policy
          : sampled(policy, Number(settings.choice('samples')), random);
      const worth = policy.map(
        (p, y) => rewards[y]! - beta * KL_TERMS[name].term(Math.log(p / ref[y]!))
      );
      const baseline = expectation(drawn, worth);
      // Small for large β, whose pull is the steeper.
      const learningRate = 0.3 / (1 + beta);
      logits[name] = logits[name].map(
        (logit, y) => logit + learningRate * drawn[y]! * (worth[y]! - baseline)
      );
    }
  }
  return outcome();
}

const byTerm = <T>(of: (name: TermName) => T) =>
  Object.fromEntries(TERM_NAMES.map((name) => [name, of(name)])) as Record<TermName, T>;

/** The shares of `count` draws. */
function sampled(policy: readonly number[], count: number, random: Random): number[] {
  const shares = policy.map(() => 0);
  for (let draw = 0; draw < count; draw++) shares[random.weighted(policy)]! += 1 / count;
  return shares;
}

function softmax(logits: readonly number[]): number[] {
  const largest = Math.max(...logits);
  const weights = logits.map((x) => Math.exp(x - largest));
  const total = weights.reduce((sum, x) => sum + x, 0);
  return weights.map((x) => x / total);
}

/** ½ Σ |p − q|: by how much the probability of anything can differ. */
const totalVariation = (p: readonly number[], q: readonly number[]) =>
  p.reduce((sum, x, i) => sum + Math.abs(x - q[i]!), 0) / 2;

function outcomeOf({
  ref,
  rewards,
  fixed,
  paths,
  policies
}: {
  ref: number[];
  rewards: number[];
  fixed: KlTermFixedPoints;
  paths: Record<TermName, XY[]>;
  policies: Record<TermName, number[]>;
}): Outcome {
  const distance = byTerm((name) => totalVariation(policies[name], fixed.boltzmann));
  const numbers = {
    ...distance,
    k3ToItsOwn: totalVariation(policies.k3, fixed.k3LossFixedPoint),
    apart: totalVariation(fixed.boltzmann, fixed.k3LossFixedPoint),
    rewardOfReward: expectation(policies.reward, rewards),
    rewardOfK3: expectation(policies.k3, rewards),
    topOfK1: Math.max(...policies.k1)
  };
  const held = Math.max(distance.reward, distance.k2, distance.weightedK3);
  return {
    finding: `With the KL in the reward, k2 or weighted k3 the policy is ${atMost(held)} (total variation) from the closed form, with an expected reward of ${readable(numbers.rewardOfReward)}. With k3 as a loss it is ${atMost(distance.k3)} from it, and ${atMost(numbers.k3ToItsOwn)} from an optimum of its own, with ${readable(numbers.rewardOfK3)}. With k1 it gives its favourite response a probability of ${readable(numbers.topOfK1)}.`,
    charts: [
      policyChart({
        title: 'Where the policies come to rest',
        responses: rewards.map(
          (reward, i) => `${String.fromCharCode(65 + i)} (${readable(Number(reward.toFixed(1)))})`
        ),
        axis: 'response (its reward)',
        policies: [
          { name: 'reference', probabilities: ref, reference: true },
          { name: 'KL in the reward', probabilities: policies.reward },
          { name: 'k3 as a loss', probabilities: policies.k3 }
        ]
      }),
      lineChart({
        title: 'Distance from the closed form',
        x: { title: 'step' },
        y: { title: 'total variation', zero: true },
        series: TERM_NAMES.map((name) => ({
          name: KL_TERMS[name].name,
          points: paths[name],
          mark: 'line'
        }))
      })
    ],
    numbers
  };
}
