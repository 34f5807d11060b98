/** What is optimised and what is meant, against how far the policy has gone. */

import type { PathPoint } from '../closed-form/over-optimisation.js';
import type { Chart } from './chart.js';
import { lineChart } from './lines.js';

/**
 * Proxy and gold reward against d = √KL, as in Gao et al. 2022, figure 1. Where they part, the proxy is over-optimised.
 *
 * @param path points in the order of growing d
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
