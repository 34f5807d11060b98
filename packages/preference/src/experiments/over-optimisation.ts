/**
 * Over-optimisation, with its control. What is optimised is a proxy of what is meant; pushed far enough, a misspecified
 * one takes back what it gave, while one with independent Gaussian error never does.
 *
 * Source: Gao et al. 2022; for the control, Kwa et al. 2024 ("Catastrophic Goodhart") on light tails.
 */

import { overOptimisationChart } from '../charts/over-optimisation.js';
import { readable } from '../charts/words.js';
import {
  bestOfNPoint,
  boltzmannPoint,
  type PathPoint,
  type ProxySetting
} from '../closed-form/over-optimisation.js';
import { featureBandit } from '../environments/feature-bandit.js';
import { Pace } from '../pace.js';
import { Random } from '../random.js';
import type { Context, Experiment, Outcome, Settings } from './experiment.js';
import { fitWeights } from './fit.js';
import { SettingsReader } from './settings.js';

/** Best-of-n: n doubles; reward minus KL: β falls by the same factor, to about the same KL. */
const DOUBLINGS = 10;

export const overOptimisation: Experiment = {
  kind: 'over-optimisation',
  title: 'Over-optimisation',
  about:
    'A reward model that thinks “longer is better” is learned from comparisons by people for whom too long is bad. Optimise it further and further: its own reward keeps rising, and what was meant rises, then falls. Change the proxy to one with independent Gaussian error, as wrong on average: now the gold reward never falls.',
  controls: [
    {
      type: 'choice',
      name: 'proxy',
      label: 'What is wrong with the proxy',
      options: [
        { value: 'misspecified', label: 'It is linear in length (misspecified)' },
        { value: 'gaussian', label: 'Independent Gaussian error (control)' }
      ],
      value: 'misspecified'
    },
    {
      type: 'choice',
      name: 'method',
      label: 'How the policy is optimised',
      options: [
        { value: 'best-of-n', label: 'Best of n samples' },
        { value: 'boltzmann', label: 'Reward minus β KL, β falling' }
      ],
      value: 'best-of-n'
    },
    {
      type: 'range',
      name: 'lengthCost',
      label: 'How bad too long is (c in gold = 0.5 q + l − c l²)',
      min: 0,
      max: 1.5,
      step: 0.05,
      value: 0.7
    },
    {
      type: 'range',
      name: 'pairs',
      label: 'Comparisons that the reward model learns from',
      min: 50,
      max: 3200,
      step: 50,
      scale: 'log',
      value: 400
    }
  ],
  run
};

async function run(given: Settings, context: Context): Promise<Outcome> {
  const settings = new SettingsReader(overOptimisation, given);
  const setting = await settingOf(settings, context);
  const pace = new Pace(context);
  const path: PathPoint[] = [];
  for (let doubling = 0; doubling <= DOUBLINGS; doubling++) {
    await pace.rest();
    path.push(
      settings.choice('method') === 'best-of-n'
        ? bestOfNPoint(setting, 2 ** doubling)
        : boltzmannPoint(setting, 10 / 1.45 ** doubling)
    );
    context.onProgress?.((doubling + 1) / (DOUBLINGS + 1), outcomeOf(path));
  }
  return outcomeOf(path);
}

/** The candidates, with the proxy as people's comparisons make it and the gold reward, which has a mean of 0. */
async function settingOf(settings: SettingsReader, context: Context): Promise<ProxySetting> {
  const { seed } = settings;
  const bandit = featureBandit({ lengthCost: settings.number('lengthCost'), seed });
  const weights = await fitWeights(bandit.pairs(settings.number('pairs'), seed), context);
  const misspecified = bandit.setting(weights);
  if (settings.choice('proxy') === 'misspecified') return misspecified;
  // As far from the proxy as the misspecified gold reward is, but by chance: what is wrong does not depend on length.
  const { ref, proxy: gold } = misspecified;
  const error = rootMeanSquare(misspecified.gold.map((reward, i) => reward - gold[i]!));
  // No bandit's own chance: seeds count up from 0.
  const random = new Random(-1 - seed);
  return { ref, proxy: gold.map((reward) => reward + error * random.normal()), gold };
}

function outcomeOf(path: readonly PathPoint[]): Outcome {
  const last = path.at(-1)!;
  const peak = path.reduce((best, point) => (point.gold > best.gold ? point : best));
  const lost = peak.gold - last.gold;
  const numbers = {
    peakD: peak.d,
    peakGold: peak.gold,
    lastD: last.d,
    lastGold: last.gold,
    lastProxy: last.proxy,
    lostShare: peak.gold > 0 ? lost / peak.gold : 0
  };
  return { finding: findingOf(numbers), charts: [overOptimisationChart(path)], numbers };
}

function findingOf(
  numbers: Record<'peakD' | 'peakGold' | 'lastD' | 'lastGold' | 'lastProxy' | 'lostShare', number>
) {
  const { peakD, peakGold, lastD, lastGold, lastProxy, lostShare } = numbers;
  const proxy = `The proxy reaches ${readable(lastProxy)} at d = ${readable(lastD)}`;
  return lostShare > 0.1
    ? `${proxy}, but the gold reward was best at d = ${readable(peakD)}, with ${readable(peakGold)}, and is ${readable(lastGold)} there: ${lastGold < 0 ? 'all' : `${Math.round(100 * lostShare)} %`} that was won is lost again${lastGold < 0 ? ', and more' : ''}.`
    : `${proxy}, and the gold reward ${readable(lastGold)}: it has not fallen from its best, ${readable(peakGold)}, by more than a tenth.`;
}

const rootMeanSquare = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, x) => sum + x * x, 0) / values.length);
