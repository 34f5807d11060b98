/** Every chart compiles and renders without a warning, says its numbers, and is read on white and on black. */

import { compile, type TopLevelSpec } from 'vega-lite';
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { parse, View, Warn } from 'vega';
import { describe, expect, it } from 'vitest';
import { fitted, type Chart } from './chart.js';
import {
  barChart,
  ensembleSpreadChart,
  klAgainstRewardChart,
  lineChart,
  lossAndAccuracyChart,
  overOptimisationChart,
  policyChart,
  rewardMarginChart
} from './index.js';
import { GREY, PALETTE } from './theme.js';
import { describeSeries, readable } from './words.js';

const steps = [10, 20, 30, 40];
const CHARTS: Record<string, Chart> = {
  lines: lineChart({
    title: 'Error',
    x: { title: 'pairs', scale: 'log' },
    y: { title: 'error', scale: 'log' },
    series: [
      { name: 'measured', points: [200, 400, 800].map((x) => ({ x, y: 3 / Math.sqrt(x) })) },
      {
        name: 'law',
        mark: 'line',
        reference: true,
        points: [
          { x: 200, y: 0.2 },
          { x: 800, y: 0.1 }
        ]
      }
    ]
  }),
  overOptimisation: overOptimisationChart([
    { d: 0, proxy: 0, gold: 0 },
    { d: 1.1, proxy: 1.6, gold: 0.84 },
    { d: 2.4, proxy: 3.3, gold: 0.07 }
  ]),
  lossAndAccuracy: lossAndAccuracyChart(
    steps.map((step) => ({ step, metrics: { loss: 7 / step, 'rewards/accuracies': step / 50 } }))
  ),
  rewardMargin: rewardMarginChart(
    steps.map((step) => ({
      step,
      metrics: { 'rewards/margins': step, 'rewards/chosen': step / 4, 'rewards/rejected': -step }
    }))
  ),
  klAgainstReward: klAgainstRewardChart([
    {
      name: 'β = 0.1',
      points: [
        { kl: 0, reward: 0.5 },
        { kl: 2, reward: 1.75 }
      ]
    }
  ]),
  policy: policyChart({
    responses: ['a', 'b', 'c'],
    policies: [
      { name: 'before', probabilities: [0.5, 0.3, 0.2], reference: true },
      { name: 'after', probabilities: [0.1, 0.15, 0.75] }
    ]
  }),
  ensemble: ensembleSpreadChart({
    x: { title: 'length' },
    at: [-1, 0, 1],
    rewards: [
      [-2, 0, 1],
      [-1, 0.5, 5]
    ],
    others: [
      {
        name: 'gold',
        points: [
          { x: -1, y: -1 },
          { x: 1, y: 2 }
        ],
        reference: true
      }
    ]
  })
};

async function rendered({ spec }: Chart): Promise<{ svg: string; warnings: unknown[] }> {
  const warnings: unknown[] = [];
  const logger = {
    level: () => Warn,
    error: (...all: unknown[]) => (warnings.push(...all), logger),
    warn: (...all: unknown[]) => (warnings.push(...all), logger),
    info: () => logger,
    debug: () => logger
  };
  const compiled = compile(spec as unknown as TopLevelSpec, { logger: logger as never });
  const view = new View(parse(compiled.spec), { renderer: 'none', logger: logger as never });
  const svg = await view.toSVG();
  view.finalize();
  return { svg, warnings };
}

describe.each(Object.entries(CHARTS))('%s', (_name, chart) => {
  it('is plain JSON that compiles and renders without warnings', async () => {
    expect(JSON.parse(JSON.stringify(chart.spec))).toEqual(chart.spec);
    // On the way from Python to the page the kernel loses what is null.
    expect(JSON.stringify(chart.spec)).not.toContain(':null');
    const { svg, warnings } = await rendered(chart);
    expect(warnings).toEqual([]);
    expect(svg).toContain((chart.spec['title'] as { text: string }).text);
    expect(svg).not.toContain('NaN');
    expect(svg).not.toMatch(/"(black|#000|#000000)"/);
  });

  it('fits a narrow page', async () => {
    const { svg, warnings } = await rendered(fitted(chart, { width: 300 }));
    expect(warnings).toEqual([]);
    expect(Number(/ width="(\d+)"/.exec(svg)![1])).toBeLessThanOrEqual(330);
  });

  it('has its words as its description', () => {
    expect(chart.spec['description']).toBe(chart.alternative);
  });
});

it('bars are refused where there is not one a category', () => {
  const bars = { title: 'Bars', axis: 'x', y: 'y', series: [{ name: 'a', values: [1] }] };
  expect(() => barChart({ ...bars, categories: ['1', '2'] })).toThrow(
    '"Bars": "a" has 1 values, and there are 2 categories.'
  );
  expect(() => barChart({ ...bars, categories: ['1', '1'] })).toThrow(
    'two categories have one name'
  );
});

describe('the words', () => {
  it.each([
    ['lines', 'measured falls from 0.212 at 200 to 0.106 at 800.'],
    [
      'overOptimisation',
      'gold (meant) rises from 0 at 0 to 0.07 at 2.4; its highest is 0.84 at 1.1.'
    ],
    [
      'lossAndAccuracy',
      'The loss falls from 0.7 at 10 to 0.175 at 40. The accuracy rises from 0.2'
    ],
    ['rewardMargin', 'rejected falls from −10 at 10 to −40 at 40.'],
    ['klAgainstReward', 'β = 0.1 rises from 0.5 at 0 to 1.75 at 2.'],
    ['policy', 'after: highest for c (0.75), lowest for a (0.1).'],
    ['ensemble', 'The models are furthest apart, by 4, at 1.']
  ])('of %s say its numbers', (name, words) => {
    expect(CHARTS[name]!.alternative).toContain(words);
  });

  it('of a series say what is odd about it', () => {
    expect(describeSeries('It', [])).toBe('It: no values yet.');
    expect(describeSeries('It', [{ x: 1, y: 2 }])).toBe('It is 2 at 1.');
    expect(
      describeSeries(
        'It',
        [0, -1, 0].map((y, x) => ({ x, y }))
      )
    ).toBe('It goes from 0 at 0 to 0 at 2; its lowest is −1 at 1.');
  });

  it.each([
    [0, '0'],
    [-0.12345, '−0.123'],
    [12800, '12,800'],
    [2e-7, '2.0e−7'],
    [-Infinity, '−∞']
  ])('%d is read as %s', (value, words) => {
    expect(readable(value)).toBe(words);
  });
});

describe('the colours', () => {
  // WCAG 2.2: relative luminance, and a contrast of at least 3 for graphics, 4.5 for text on white.
  const luminance = (colour: string) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const contrast = (a: string, b: string) => {
    const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
    return (light! + 0.05) / (dark! + 0.05);
  };

  it.each(PALETTE)('%s is seen on white and on the dark of JupyterLab', (colour) => {
    expect(contrast(colour, '#ffffff')).toBeGreaterThanOrEqual(3);
    expect(contrast(colour, '#111111')).toBeGreaterThanOrEqual(3);
  });

  it('grey is read as text on both', () => {
    expect(contrast(GREY, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(GREY, '#111111')).toBeGreaterThanOrEqual(4);
  });
});

it.each([
  ['./index.ts', /vega|tensorflow|widget/],
  ['../experiments/index.ts', /vega|widget/]
])('need no drawing library, nor do the experiments: %s', async (path, unwanted) => {
  const { metafile } = await build({
    entryPoints: [fileURLToPath(new URL(path, import.meta.url))],
    outdir: 'unwritten',
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.some((input) => input.includes('charts/lines'))).toBe(true);
  expect(inputs.filter((input) => unwanted.test(input))).toEqual([]);
});
