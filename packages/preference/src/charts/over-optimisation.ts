/** What is optimised and what is meant, against how far the policy has gone. */

import type { PathPoint } from '../closed-form/over-optimisation.js';
import type { Chart } from './chart.js';
import { lineChart } from './lines.js';

/**
 * Proxy and gold reward against d = √KL, as in Gao et al. 2022, figure 1. Where they part, the proxy is over-optimised.
 *
 * @param path points in the order of growing d
 * @example
 * ```ts
 * const path = [
 *   { d: 0, proxy: 0, gold: 0 },
 *   { d: 1, proxy: 0.8, gold: 0.6 },
 *   { d: 2, proxy: 1.5, gold: -0.2 }
 * ];
 * const { alternative } = overOptimisationChart(path);
 * alternative.includes('gold (meant) falls from 0 at 0 to −0.2 at 2; its highest is 0.6 at 1.'); // → true
 * ```
 */
export function overOptimisationChart(
  path: readonly PathPoint[],
  title = 'Proxy and gold reward'
): Chart {
  const peak = path.reduce<PathPoint | undefined>(
    (best, point) => (best === undefined || point.gold > best.gold ? point : best),
    undefined
  );
  return lineChart({
    title,
    x: { title: 'd = √KL from the reference (√nats)', zero: true },
    y: { title: 'expected reward', zero: true },
    series: [
      { name: 'proxy (optimised)', points: path.map(({ d, proxy }) => ({ x: d, y: proxy })) },
      { name: 'gold (meant)', points: path.map(({ d, gold }) => ({ x: d, y: gold })) },
      {
        name: 'gold’s peak',
        mark: 'line',
        reference: true,
        points:
          peak === undefined
            ? []
            : [
                { x: peak.d, y: Math.min(0, ...path.map(({ gold }) => gold)) },
                { x: peak.d, y: peak.gold }
              ]
      }
    ]
  });
}
