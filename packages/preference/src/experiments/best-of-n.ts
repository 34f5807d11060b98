/**
 * Best-of-n against its bound: the KL of the best of n samples is at most log n − (n − 1)/n, and equal to it only
 * without ties, among responses so many that none is drawn twice.
 *
 * Source: Stiennon et al. 2020; Hilton & Gao 2022; Beirami et al. 2024 for ties.
 */

import { lineChart } from '../charts/lines.js';
import { readable } from '../charts/words.js';
import { bestOfN, type BestOfN } from '../closed-form/best-of-n.js';
import { Pace } from '../pace.js';
import { Random } from '../random.js';
import type { Context, Experiment, Outcome, Settings } from './experiment.js';
import { SettingsReader } from './settings.js';

const MOST_DOUBLINGS = 10;

export const bestOfNBound: Experiment = {
  kind: 'best-of-n',
  title: 'Best of n against its bound',
  about:
    'Of n samples the best is kept. How far that takes the policy is often read off a formula, log n − (n − 1)/n. It is a bound: with few levels of reward, or few responses, the KL stays below it, and with it what more samples can still gain.',
  controls: [
    {
      type: 'range',
      name: 'responses',
      label: 'Possible responses',
      min: 8,
      max: 8192,
      step: 1,
      scale: 'log',
      value: 4096
    },
    {
      type: 'choice',
      name: 'levels',
      label: 'Levels of reward',
      options: [
        { value: 'all', label: 'Every response has its own (no ties)' },
        { value: '20', label: '20' },
        { value: '5', label: '5 (stars)' },
        { value: '2', label: '2 (right or wrong)' }
      ],
      value: '5'
    },
    { type: 'switch', name: 'uniform', label: 'All responses equally likely', value: false }
  ],
  run
};

interface Point extends BestOfN {
  n: number;
}

async function run(given: Settings, context: Context): Promise<Outcome> {
  const settings = new SettingsReader(bestOfNBound, given);
  const random = new Random(settings.seed);
  const count = settings.number('responses');
  const levels = settings.choice('levels');
  const weights = Array.from({ length: count }, () =>
    settings.flag('uniform') ? 1 : Math.exp(0.7 * random.normal())
  );
  const total = weights.reduce((sum, w) => sum + w, 0);
  const ref = weights.map((w) => w / total);
  const rewards = ref.map(() =>
    levels === 'all' ? random.normal() : random.integer(Number(levels))
  );
  const pace = new Pace(context);
  const points: Point[] = [];
  for (let doubling = 0; doubling <= MOST_DOUBLINGS; doubling++) {
    await pace.rest();
    points.push({ n: 2 ** doubling, ...bestOfN(ref, rewards, 2 ** doubling) });
    context.onProgress?.((doubling + 1) / (MOST_DOUBLINGS + 1), outcomeOf(points, levels));
  }
  return outcomeOf(points, levels);
}

function outcomeOf(points: readonly Point[], levels: string): Outcome {
  const sixteen = points.find(({ n }) => n === 16) ?? points.at(-1)!;
  const last = points.at(-1)!;
  const leastGap = Math.min(...points.map(({ boundMinusKl }) => boundMinusKl));
  const ties = levels === 'all' ? 'without ties' : `with ${levels} levels of reward`;
  const share = Math.round((100 * last.kl) / (last.klBound || 1));
  return {
    finding: `At n = ${sixteen.n}, ${ties}, the KL is ${readable(sixteen.kl)} nats and the bound ${readable(sixteen.klBound)}; at n = ${readable(last.n)} it is ${readable(last.kl)} of ${readable(last.klBound)}, ${share} % of the bound. The best of ${readable(last.n)} beats one sample with a probability of ${readable(last.winRateVsRef)}; the bound of that is ${readable(last.winRateBound)}.`,
    charts: [
      lineChart({
        title: 'KL of the best of n',
        x: { title: 'n, samples', scale: 'log' },
        y: { title: 'KL from the reference (nats)', zero: true },
        series: [
          { name: 'KL', points: points.map(({ n, kl }) => ({ x: n, y: kl })) },
          {
            name: 'log n − (n − 1)/n',
            points: points.map(({ n, klBound }) => ({ x: n, y: klBound })),
            reference: true,
            mark: 'line'
          }
        ]
      }),
      lineChart({
        title: 'How often it beats one sample',
        x: { title: 'n, samples', scale: 'log' },
        y: { title: 'win rate (a tie is half)' },
        series: [
          {
            name: 'win rate',
            points: points.map(({ n, winRateVsRef }) => ({ x: n, y: winRateVsRef }))
          },
          {
            name: 'n / (n + 1)',
            points: points.map(({ n, winRateBound }) => ({ x: n, y: winRateBound })),
            reference: true,
            mark: 'line'
          }
        ]
      })
    ],
    numbers: {
      leastGap,
      gapAt16: sixteen.boundMinusKl,
      lastKl: last.kl,
      lastGap: last.boundMinusKl,
      winRate: last.winRateVsRef
    }
  };
}
