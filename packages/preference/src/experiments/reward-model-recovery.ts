/**
 * How fast comparisons give back the reward that they were made from: the relative error of the weights falls as n^−½,
 * as that of maximum likelihood does. Slips of the annotators are no noise that averages out: they leave a bias.
 *
 * Source: Bradley & Terry 1952; the rate: asymptotic normality of maximum likelihood, for rewards Zhu et al. 2023.
 */

import { lineChart } from '../charts/lines.js';
import { readable, type XY } from '../charts/words.js';
import { bradleyTerryAnnotator } from '../data/annotators.js';
import { Pace } from '../pace.js';
import { Random } from '../random.js';
import type { Context, Experiment, Outcome, Settings } from './experiment.js';
import { dot, fitWeights, linearPairs, type Features } from './fit.js';
import { SettingsReader } from './settings.js';

const SIZES = [200, 400, 800, 1600, 3200, 6400, 12800];
/** Pairs between two looks at the clock. */
const BLOCK = 400;

export const rewardModelRecovery: Experiment = {
  kind: 'reward-model-recovery',
  title: 'Recovering a reward from comparisons',
  about:
    'Annotators compare responses by a linear reward whose weights are known, and a reward model learns the weights from what they say. Four times as many comparisons halve the error: a slope of −½ with both axes logarithmic. Let the annotators slip, and more comparisons stop helping: the error ends at a bias.',
  controls: [
    {
      type: 'range',
      name: 'features',
      label: 'Features of a response',
      min: 2,
      max: 16,
      step: 1,
      value: 8
    },
    {
      type: 'range',
      name: 'slipRate',
      label: 'Share of judgements that are slips',
      min: 0,
      max: 0.4,
      step: 0.02,
      value: 0
    },
    {
      type: 'range',
      name: 'repetitions',
      label: 'Data sets of each size',
      min: 1,
      max: 8,
      step: 1,
      value: 2
    }
  ],
  run
};

async function run(given: Settings, context: Context): Promise<Outcome> {
  const settings = new SettingsReader(rewardModelRecovery, given);
  const random = new Random(settings.seed);
  const features = settings.number('features');
  const repetitions = settings.number('repetitions');
  const pace = new Pace(context);
  // Millions of numbers: `Array.from` with a function takes three times as long.
  const vector = (): Features => {
    const values = new Array<number>(features);
    for (let i = 0; i < features; i++) values[i] = random.normal();
    return values;
  };
  const drawn = vector();
  const weights = drawn.map((w) => w / Math.hypot(...drawn));
  const annotator = bradleyTerryAnnotator((_prompt, response: Features) => dot(weights, response), {
    slipRate: settings.number('slipRate')
  });
  const judged = () => {
    const two = [vector(), vector()] as const;
    const preferred = annotator(undefined, two, random);
    return { prompt: undefined, chosen: two[preferred], rejected: two[1 - preferred]! };
  };
  const points: XY[] = [];
  for (const [index, size] of SIZES.entries()) {
    let squares = 0;
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const pairs = [];
      while (pairs.length < size) {
        if (pairs.length % BLOCK === 0) await pace.rest();
        pairs.push(judged());
      }
      const learned = await fitWeights(
        linearPairs(pairs, (response) => response),
        context
      );
      squares += learned.reduce((sum, w, i) => sum + (w - weights[i]!) ** 2, 0);
    }
    points.push({ x: size, y: Math.sqrt(squares / repetitions) });
    if (points.length > 1) context.onProgress?.((index + 1) / SIZES.length, outcomeOf(points));
  }
  return outcomeOf(points);
}

function outcomeOf(points: readonly XY[]): Outcome {
  const slope = logLogSlope(points);
  const [first, last] = [points[0]!, points.at(-1)!];
  // Of a line with the slope of the law through the middle of the points.
  const middle = Math.exp(
    points.reduce((sum, { x, y }) => sum + Math.log(y) + Math.log(x) / 2, 0) / points.length
  );
  const law = points.map(({ x }) => ({ x, y: middle / Math.sqrt(x) }));
  const seen =
    Math.abs(slope + 0.5) <= 0.1
      ? 'as the law n^−½ has it'
      : slope > -0.4
        ? 'flatter than n^−½: more comparisons do not help as they should'
        : 'steeper than n^−½, which is chance: take more data sets of each size';
  return {
    finding: `From ${readable(first.x)} to ${readable(last.x)} comparisons the relative error of the weights goes from ${readable(first.y)} to ${readable(last.y)}, with a slope of ${slope.toFixed(2).replace('-', '−')}: ${seen}.`,
    charts: [
      lineChart({
        title: 'Error of the learned weights',
        x: { title: 'n, comparisons', scale: 'log' },
        y: { title: 'relative error of the weights', scale: 'log' },
        series: [
          { name: 'measured', points },
          { name: 'proportional to n^−½', points: law, mark: 'line', reference: true }
        ],
        note: `The fitted slope is ${slope.toFixed(2).replace('-', '−')}.`
      })
    ],
    numbers: { slope, firstError: first.y, lastError: last.y }
  };
}

/** Of the least-squares line through the logarithms. */
function logLogSlope(points: readonly XY[]): number {
  const x = points.map((point) => Math.log(point.x));
  const y = points.map((point) => Math.log(point.y));
  const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const along = x.reduce((sum, v, i) => sum + (v - mx) * (y[i]! - my), 0);
  return along / x.reduce((sum, v) => sum + (v - mx) ** 2, 0);
}
