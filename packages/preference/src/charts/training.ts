/** What a trainer reports, over its steps. Names are TRL's, of reward models and of DPO alike. */

import { chartOf, stacked, type Chart } from './chart.js';
import { lineChart, linePanel, type Series } from './lines.js';
import { describeSeries, type XY } from './words.js';

export interface Reported<Metrics> {
  step: number;
  metrics: Metrics;
}

export interface LossAndAccuracy {
  loss: number;
  /** Share of pairs whose chosen response is scored higher: of `RewardTrainer`. */
  accuracy?: number;
  /** The same: of `DPOTrainer`. */
  'rewards/accuracies'?: number;
}

const STEP = { title: 'training step' };
/** So many points are marked one by one; more are a line. */
const MARKED = 40;

/**
 * Loss above, share of pairs in the right order below.
 *
 * @example
 * ```ts
 * const data = { features: 1, chosen: Float32Array.of(1, 2), rejected: Float32Array.of(0, 0) };
 * const [, reports] = await fitRewardModel(data, { steps: 30, backend: 'cpu' });
 * const { spec, alternative } = lossAndAccuracyChart(reports);
 * // Two panels, of three reports each.
 * spec.vconcat.map(({ layer }) => layer[0].data.values.length); // → [3, 3]
 * alternative.startsWith('Loss and accuracy over training steps. The loss falls from '); // → true
 * ```
 */
export function lossAndAccuracyChart(
  reports: readonly Reported<LossAndAccuracy>[],
  title = 'Loss and accuracy'
): Chart {
  const loss = over(reports, ({ loss }) => loss);
  const accuracy = over(reports, (m) => m.accuracy ?? m['rewards/accuracies']);
  const words = [describeSeries('The loss', loss), describeSeries('The accuracy', accuracy)];
  const mark = loss.length > MARKED ? 'line' : 'both';
  return chartOf(
    title,
    `${title} over training steps. ${words.join(' ')}`,
    stacked([
      linePanel({
        x: STEP,
        y: { title: 'loss (nats a pair)' },
        series: [{ name: 'loss', points: loss, mark }]
      }),
      linePanel({
        x: STEP,
        y: { title: 'accuracy (share of pairs)', domain: [0, 1] },
        series: [{ name: 'accuracy', points: accuracy, mark }]
      })
    ])
  );
}

export interface Margins {
  /** Mean of chosen − rejected reward: of `RewardTrainer`. */
  margin?: number;
  /** The same, and its two parts: of `DPOTrainer`. */
  'rewards/margins'?: number;
  'rewards/chosen'?: number;
  'rewards/rejected'?: number;
}

/**
 * The margin, and the rewards of chosen and rejected responses where they were reported.
 *
 * @example
 * ```ts
 * const data = { features: 1, chosen: Float32Array.of(1, 2), rejected: Float32Array.of(0, 0) };
 * const [, reports] = await fitRewardModel(data, { steps: 30, backend: 'cpu' });
 * const { alternative } = rewardMarginChart(reports);
 * alternative.endsWith('margin (chosen − rejected) rises from 0.665 at 10 to 1.89 at 30.'); // → true
 * ```
 */
export function rewardMarginChart(
  reports: readonly Reported<Margins>[],
  title = 'Reward margin'
): Chart {
  const series: Series[] = [
    {
      name: 'margin (chosen − rejected)',
      points: over(reports, (m) => m.margin ?? m['rewards/margins'])
    },
    { name: 'chosen', points: over(reports, (m) => m['rewards/chosen']) },
    { name: 'rejected', points: over(reports, (m) => m['rewards/rejected']) }
  ];
  const mark = reports.length > MARKED ? 'line' : 'both';
  return lineChart({
    title,
    x: STEP,
    y: { title: 'mean reward', zero: true },
    series: series
      .filter(({ points }, i) => i === 0 || points.length > 0)
      .map((one) => ({ ...one, mark }))
  });
}

export interface KlAndReward {
  /** nats, from the reference */
  kl: number;
  reward: number;
}

/**
 * What a policy's reward costs in KL: a line a run, in the order of its points.
 *
 * @example
 * ```ts
 * const runs = [0.5, 2].map((beta) => {
 *   const { kl, policy } = boltzmannPolicy([0.5, 0.5], [0, 1], beta);
 *   return { name: `β = ${beta}`, points: [{ kl: 0, reward: 0.5 }, { kl, reward: policy[1] }] };
 * });
 * const { alternative } = klAgainstRewardChart(runs);
 * alternative.includes('β = 0.5 rises from 0.5 at 0 to 0.881 at 0.328.'); // → true
 * ```
 */
export function klAgainstRewardChart(
  runs: readonly { name: string; points: readonly KlAndReward[] }[],
  title = 'Reward against KL'
): Chart {
  return lineChart({
    title,
    x: { title: 'KL from the reference (nats)', zero: true },
    y: { title: 'expected reward' },
    series: runs.map(({ name, points }) => ({
      name,
      points: points.map(({ kl, reward }) => ({ x: kl, y: reward }))
    }))
  });
}

function over<Metrics>(
  reports: readonly Reported<Metrics>[],
  value: (metrics: Metrics) => number | undefined
): XY[] {
  return reports.flatMap(({ step, metrics }) => {
    const y = value(metrics);
    return y === undefined ? [] : [{ x: step, y }];
  });
}
