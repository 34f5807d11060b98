/**
 * PPO's knobs: the same task with TRL's settings and with others, side by side.
 *
 * Source: Schulman et al. 2017 (clipping); Schulman et al. 2015 (λ); Huang et al. 2024 ("The N+ implementation details of
 * RLHF with PPO") on whitening.
 */

import { lineChart } from '../charts/lines.js';
import { readable } from '../charts/words.js';
import { characterPolicy } from '../policies/character-policy.js';
import type { PpoMetrics } from '../train/ppo-metrics.js';
import { ppo, type PpoTrainerOptions } from '../train/ppo.js';
import { useBackend } from './backend.js';
import type { Context, Experiment, Outcome, Settings } from './experiment.js';
import { SettingsReader } from './settings.js';
import { countOf, mean } from './texts.js';

const LENGTH = 12;
const STEPS = 20;

/** What the controls begin with, and what is compared with: TRL's. */
const USUAL = { cliprange: 0.2, lam: 0.95, klCoef: 0.05, whitenAdvantages: true };

export const ppoKnobs: Experiment = {
  kind: 'ppo-knobs',
  title: 'PPO’s knobs',
  about:
    'A policy that writes a, b, c and d at random gets a point for each “ab”, counted when it has finished. PPO learns that with TRL’s settings, and beside it with yours. A narrow clip makes each step small; λ = 0 hears of the score only through the value head, which must first pass it on from character to character; a great β stops it where it began. Whitening hardly matters where Adam divides by the gradient’s size anyway, until the score is far greater than the value head can follow: make a point worth 100.',
  controls: [
    {
      type: 'range',
      name: 'cliprange',
      label: 'Clip range',
      min: 0.01,
      max: 5,
      step: 0.01,
      scale: 'log',
      value: USUAL.cliprange
    },
    { type: 'range', name: 'lam', label: 'λ of GAE', min: 0, max: 1, step: 0.05, value: USUAL.lam },
    {
      type: 'range',
      name: 'klCoef',
      label: 'KL coefficient β',
      min: 0.01,
      max: 5,
      step: 0.01,
      scale: 'log',
      value: USUAL.klCoef
    },
    {
      type: 'switch',
      name: 'whitenAdvantages',
      label: 'Whiten advantages',
      value: USUAL.whitenAdvantages
    },
    {
      type: 'range',
      name: 'scale',
      label: 'Points for an “ab”',
      min: 0.01,
      max: 100,
      step: 0.01,
      scale: 'log',
      value: 1
    }
  ],
  run
};

/** What is compared of a run. */
interface Run {
  name: string;
  metrics: PpoMetrics[];
}

async function run(given: Settings, context: Context): Promise<Outcome> {
  const settings = new SettingsReader(ppoKnobs, given);
  await useBackend();
  const scale = settings.number('scale');
  const usual: Run = { name: 'TRL’s settings', metrics: [] };
  const yours: Run = { name: 'your settings', metrics: [] };
  const start = characterPolicy({ characters: 'abcd' });
  const one = async (to: Run, options: Partial<PpoTrainerOptions>, before: number) => {
    await ppo([''], (texts) => texts.map((text) => scale * countOf('ab', text)), start, {
      ...options,
      steps: STEPS,
      batchSize: 32,
      maxCompletionLength: LENGTH,
      seed: settings.seed,
      reportEvery: 1,
      signal: context.signal,
      onProgress({ step, metrics }) {
        to.metrics.push(metrics);
        if (step % 4 === 0) {
          context.onProgress?.((before + step) / (2 * STEPS), outcomeOf(usual, yours, scale));
        }
      }
    });
  };
  await one(usual, USUAL, 0);
  await one(
    yours,
    {
      cliprange: settings.number('cliprange'),
      lam: settings.number('lam'),
      klCoef: settings.number('klCoef'),
      whitenAdvantages: settings.flag('whitenAdvantages')
    },
    STEPS
  );
  return outcomeOf(usual, yours, scale);
}

function outcomeOf(usual: Run, yours: Run, scale: number): Outcome {
  const runs = [usual, yours].filter(({ metrics }) => metrics.length > 0);
  const chart = (title: string, y: string, value: (metrics: PpoMetrics) => number) =>
    lineChart({
      title,
      x: { title: 'step of PPO' },
      y: { title: y, zero: true },
      series: runs.map(({ name, metrics }, index) => ({
        name,
        mark: 'line',
        reference: index === 0,
        points: metrics.map((one, at) => ({ x: at + 1, y: value(one) }))
      }))
    });
  const found = (metrics: Run['metrics'], name: string): Record<string, number> => ({
    [`${name}Score`]: mean(metrics.slice(-4).map((one) => one['objective/scores'])) / scale,
    [`${name}MeanScore`]: mean(metrics.map((one) => one['objective/scores'])) / scale,
    [`${name}Kl`]: mean(metrics.slice(-4).map((one) => one['objective/kl'])),
    [`${name}ApproxKl`]: mean(metrics.map((one) => one['policy/approxkl_avg'])),
    [`${name}Clipfrac`]: mean(metrics.map((one) => one['policy/clipfrac_avg']))
  });
  const numbers = { ...found(usual.metrics, 'usual'), ...found(yours.metrics, 'yours') };
  return {
    finding: yours.metrics.length === 0 ? 'Your settings come next.' : findingOf(numbers),
    charts: [
      chart('How many “ab” a text has', '“ab” a text', (one) => one['objective/scores'] / scale),
      chart('How far from the reference', 'KL (nats a text)', (one) => one['objective/kl']),
      chart('How much is clipped', 'share of tokens', (one) => one['policy/clipfrac_avg'])
    ],
    numbers
  };
}

function findingOf(numbers: Record<string, number>): string {
  const of = (name: string) => readable(numbers[name]!);
  const [usual, yours] = [numbers['usualScore']!, numbers['yoursScore']!];
  const verdict =
    Math.abs(yours - usual) < 0.25 ? 'as many as' : yours > usual ? 'more than' : 'fewer than';
  return `Your settings end at ${of('yoursScore')} “ab” a text, ${verdict} TRL’s with ${of('usualScore')}, ${of('yoursKl')} nats from the reference (TRL’s: ${of('usualKl')}); ${readable(100 * numbers['yoursClipfrac']!)} % of the tokens were clipped (TRL’s: ${readable(100 * numbers['usualClipfrac']!)} %).`;
}
