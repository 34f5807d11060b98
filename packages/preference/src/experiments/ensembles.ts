/**
 * Ensembles of reward models against over-optimisation. Where what does not matter has heavy tails, a candidate that is
 * extreme in it wins by a small error of the weights; the models of an ensemble err differently there, so that a
 * cautious score sees through it. With Gaussian tails there is little to see through.
 *
 * Source: Coste et al. 2023 (minimum, and mean − λ variance); Kwa et al. 2024 on heavy tails.
 */

import { ensembleSpreadChart } from '../charts/ensemble.js';
import { lineChart } from '../charts/lines.js';
import { readable } from '../charts/words.js';
import { ensembleRewards } from '../closed-form/ensembles.js';
import { bradleyTerryAnnotator } from '../data/annotators.js';
import type { PreferencePair } from '../data/preferences.js';
import { Pace } from '../pace.js';
import { Random } from '../random.js';
import type { Context, Experiment, Outcome, Settings } from './experiment.js';
import { dot, fitWeights, linearPairs } from './fit.js';
import { SettingsReader } from './settings.js';

/** Gold reward is the sum of these, standard normal over candidates, divided by the root of their number. */
const MATTERING = 4;
/** Of no consequence, and of heavy tails. */
const IRRELEVANT = 8;
/** Over so many prompts the gold reward of the chosen candidate is averaged. */
const PROMPTS = 10;
const CHECKPOINTS = [1, 4, 16, 64, 256, 1024, 4096];
/** Candidates between two looks at the clock. */
const BLOCK = 128;

const METHODS = ['single', 'mean', 'min', 'cautious', 'oracle'] as const;
type Method = (typeof METHODS)[number];

export const ensembles: Experiment = {
  kind: 'ensembles',
  title: 'Ensembles and heavy tails',
  about:
    'A single reward model and an ensemble learn from a few noisy comparisons; the best of n candidates is taken by one model, by the ensemble’s mean, by its minimum, and by its mean minus λ times its variance. Where irrelevant features have heavy tails, the cautious scores help much. Make the tails Gaussian: then they help no more than the mean.',
  controls: [
    {
      type: 'choice',
      name: 'tails',
      label: 'Tails of the eight features that do not matter',
      options: [
        { value: 'heavy', label: 'Heavy (Student’s t, 3 degrees of freedom)' },
        { value: 'gaussian', label: 'Gaussian (control)' }
      ],
      value: 'heavy'
    },
    {
      type: 'range',
      name: 'models',
      label: 'Models in the ensemble',
      min: 2,
      max: 10,
      step: 1,
      value: 5
    },
    {
      type: 'range',
      name: 'lambda',
      label: 'λ of mean − λ · variance',
      min: 0,
      max: 2,
      step: 0.1,
      value: 0.5
    },
    {
      type: 'range',
      name: 'pairs',
      label: 'Comparisons, of which each model sees a resample',
      min: 50,
      max: 1600,
      step: 50,
      scale: 'log',
      value: 150
    }
  ],
  run
};

type Candidate = number[];

async function run(given: Settings, context: Context): Promise<Outcome> {
  const settings = new SettingsReader(ensembles, given);
  const random = new Random(settings.seed);
  const isHeavy = settings.choice('tails') === 'heavy';
  const draw = (): Candidate =>
    Array.from({ length: MATTERING + IRRELEVANT }, (_, i) =>
      i >= MATTERING && isHeavy ? studentT3(random) : random.normal()
    );
  const [single, members] = await fitModels(settings, draw, random, context);
  const sums = CHECKPOINTS.map(() => Object.fromEntries(METHODS.map((name) => [name, 0])));
  const pace = new Pace(context);
  let outcome: Outcome | undefined;
  for (let prompt = 1; prompt <= PROMPTS; prompt++) {
    const best = Object.fromEntries(METHODS.map((name) => [name, { score: -Infinity, gold: 0 }]));
    for (let seen = 0, next = 0; next < CHECKPOINTS.length;) {
      await pace.rest();
      const size = Math.min(BLOCK, CHECKPOINTS[next]! - seen);
      const block = Array.from({ length: size }, draw);
      for (const [name, scores] of Object.entries(
        scoresOf(block, single, members, settings.number('lambda'))
      )) {
        for (const [i, score] of scores.entries()) {
          if (score > best[name]!.score) best[name] = { score, gold: gold(block[i]!) };
        }
      }
      seen += size;
      if (seen === CHECKPOINTS[next]) {
        for (const name of METHODS) sums[next]![name]! += best[name]!.gold;
        next++;
      }
    }
    outcome = outcomeOf(
      sums.map((sum) => (name) => sum[name]! / prompt),
      members,
      isHeavy
    );
    context.onProgress?.(prompt / PROMPTS, outcome);
  }
  return outcome!;
}

const gold = (candidate: Candidate) =>
  candidate.slice(0, MATTERING).reduce((sum, x) => sum + x, 0) / Math.sqrt(MATTERING);

/** The model of all comparisons, and those of resamples with replacement. */
async function fitModels(
  settings: SettingsReader,
  draw: () => Candidate,
  random: Random,
  context: Context
): Promise<[number[], number[][]]> {
  const annotator = bradleyTerryAnnotator((_prompt, candidate: Candidate) => gold(candidate));
  const pairs = Array.from({ length: settings.number('pairs') }, () => {
    const two = [draw(), draw()] as const;
    const preferred = annotator(undefined, two, random);
    return { prompt: undefined, chosen: two[preferred], rejected: two[1 - preferred]! };
  });
  const fit = (some: PreferencePair<undefined, Candidate>[]) =>
    fitWeights(
      linearPairs(some, (candidate) => candidate),
      context
    );
  const single = await fit(pairs);
  const members = [];
  for (let model = 0; model < settings.number('models'); model++) {
    members.push(await fit(pairs.map(() => random.choice(pairs))));
  }
  return [single, members];
}

function scoresOf(
  block: readonly Candidate[],
  single: readonly number[],
  members: readonly number[][],
  lambda: number
): Record<Method, number[]> {
  const rewards = members.map((weights) => block.map((candidate) => dot(weights, candidate)));
  const { mean, min, uwoMeanMinusLambdaVar } = ensembleRewards(rewards, { lambda });
  return {
    single: block.map((candidate) => dot(single, candidate)),
    mean,
    min,
    cautious: uwoMeanMinusLambdaVar,
    oracle: block.map(gold)
  };
}

const NAMES: Record<Method, string> = {
  single: 'one model',
  mean: 'ensemble, mean',
  min: 'ensemble, minimum',
  cautious: 'ensemble, mean − λ variance',
  oracle: 'gold itself'
};

function outcomeOf(
  at: ((name: Method) => number)[],
  members: readonly number[][],
  isHeavy: boolean
): Outcome {
  const last = at.at(-1)!;
  const numbers = Object.fromEntries(METHODS.map((name) => [name, last(name)])) as Record<
    Method,
    number
  >;
  const { single, mean, min, cautious, oracle } = numbers;
  const gain = Math.max(min, cautious) - mean;
  const tails = isHeavy ? 'heavy' : 'Gaussian';
  const finding =
    `With ${tails} tails the best of ${readable(CHECKPOINTS.at(-1)!)} has a gold reward of ${readable(single)} by one model, ${readable(mean)} by the ensemble’s mean, ${readable(min)} by its minimum and ${readable(cautious)} by mean − λ variance; by gold itself ${readable(oracle)}. ` +
    (gain > 0.3
      ? `Caution is worth ${readable(gain)} more than the mean here.`
      : `Caution changes little here: ${gain < 0 ? '−' : '+'}${Math.abs(gain).toFixed(2)} against the mean.`);
  const spread = [-8, -6, -4, -2, 0, 2, 4, 6, 8];
  return {
    finding,
    numbers: { ...numbers, gain },
    charts: [
      lineChart({
        title: 'Gold reward of the best of n',
        x: { title: 'n, candidates', scale: 'log' },
        y: { title: 'gold reward of the chosen one' },
        series: METHODS.map((name) => ({
          name: NAMES[name],
          reference: name === 'oracle',
          points: CHECKPOINTS.map((n, i) => ({ x: n, y: at[i]!(name) }))
        }))
      }),
      ensembleSpreadChart({
        title: 'Spread along a feature that does not matter',
        x: { title: 'value of the feature' },
        y: { title: 'learned reward' },
        at: spread,
        rewards: members.map((weights) => spread.map((x) => weights[MATTERING]! * x)),
        others: [{ name: 'gold', reference: true, points: spread.map((x) => ({ x, y: 0 })) }]
      })
    ]
  };
}

/** Student's t with three degrees of freedom: its mean is 0, its third moment infinite. */
function studentT3(random: Random): number {
  const square = random.normal() ** 2 + random.normal() ** 2 + random.normal() ** 2;
  return random.normal() / Math.sqrt(square / 3);
}
