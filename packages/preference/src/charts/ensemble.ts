/** What the models of an ensemble say about the same things: their mean, and how far apart they are. */

import { ensembleRewards } from '../closed-form/ensembles.js';
import { chartOf, type Chart } from './chart.js';
import { encoded, linePanel, type Axis, type Series } from './lines.js';
import { PALETTE } from './theme.js';
import { describeSeries, readable } from './words.js';

export interface EnsembleSpread {
  title?: string | undefined;
  x: Axis;
  y?: Axis | undefined;
  /** (N) in growing order */
  at: readonly number[];
  /** (k, N): a row a model */
  rewards: readonly (readonly number[])[];
  /** To compare with, such as the gold reward. */
  others?: readonly Series[] | undefined;
}

/**
 * A band from the lowest model to the highest, with the mean in it.
 *
 * @example
 * ```ts
 * // Two models of a reward, which agree at 0 and part from there.
 * const { alternative } = ensembleSpreadChart({
 *   x: { title: 'length' },
 *   at: [0, 1, 2],
 *   rewards: [
 *     [0, 1, 2],
 *     [0, 0.5, 0]
 *   ]
 * });
 * alternative.endsWith('The models are furthest apart, by 2, at 2.'); // → true
 * ```
 */
export function ensembleSpreadChart({
  title = 'Ensemble spread',
  x,
  y = { title: 'reward' },
  at,
  rewards,
  others = []
}: EnsembleSpread): Chart {
  const { mean } = ensembleRewards(
    rewards.map((row) => [...row]),
    { lambda: 0 }
  );
  const extreme = (of: (...values: number[]) => number) =>
    at.map((_, i) => of(...rewards.map((row) => row[i]!)));
  const [low, high] = [extreme(Math.min), extreme(Math.max)];
  const widths = at.map((place, i) => ({ x: place, y: high[i]! - low[i]! }));
  const widest = widths.reduce((a, b) => (b.y > a.y ? b : a), { x: 0, y: 0 });
  const series: Series[] = [
    {
      name: `mean of ${rewards.length} models`,
      points: at.map((place, i) => ({ x: place, y: mean[i]! })),
      mark: 'line'
    },
    ...others.map((one) => ({ mark: 'line' as const, ...one }))
  ];
  const words = [
    `${title}. ${y.title} against ${x.title}.`,
    ...series.map(({ name, points }) => describeSeries(name, points)),
    `The models are furthest apart, by ${readable(widest.y)}, at ${readable(widest.x)}.`
  ];
  const lines = linePanel({ x, y, series })['layer'] as object[];
  const band = {
    data: { values: at.map((place, i) => ({ x: place, low: low[i], high: high[i] })) },
    mark: { type: 'area', opacity: 0.25, color: PALETTE[0] },
    encoding: { x: encoded('x', x), y: encoded('low', y), y2: { field: 'high' } }
  };
  return chartOf(title, words.join(' '), { layer: [band, ...lines] });
}
