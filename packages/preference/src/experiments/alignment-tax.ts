/**
 * The alignment tax: what is not rewarded is forgotten. PPO on one task makes the policy worse at another that it had
 * learned before; mixing in what it learned from (PPO-ptx) buys that back.
 *
 * Source: Ouyang et al. 2022, sections 3.5 and 4.2, eq. 2; Askell et al. 2021.
 */

import { lineChart } from '../charts/lines.js';
import { readable } from '../charts/words.js';
import { characterPolicy, type CharacterPolicy } from '../policies/character-policy.js';
import { completionLogps } from '../policies/sample.js';
import { charactersOf } from '../policies/vocabulary.js';
import { ppo } from '../train/ppo.js';
import { sft } from '../train/sft.js';
import { useBackend } from './backend.js';
import type { Context, Experiment, Outcome, Settings } from './experiment.js';
import { SettingsReader } from './settings.js';
import { countOf, REVIEWS } from './texts.js';

const LENGTH = 16;
const STEPS = 20;
const EVERY = 5;

/** The skill: writing as reviewers do. Every fourth review is held out. */
const HELD_OUT = REVIEWS.filter((_, index) => index % 4 === 3);
const LEARNED = REVIEWS.filter((_, index) => index % 4 !== 3);

export const alignmentTax: Experiment = {
  kind: 'alignment-tax',
  title: 'The alignment tax',
  about:
    'A policy that has learned to write reviews is optimised by PPO for enthusiasm (a point for “!”, up to three). How well it still writes reviews is measured by those it never saw: nats a character, less is better. Without help that gets worse, which is the tax. PPO-ptx mixes the reviews that it learned from into each update: the tax falls, and so does some of the reward.',
  controls: [
    {
      type: 'range',
      name: 'ptxCoef',
      label: 'Weight of the reviews in each update (PPO-ptx)',
      min: 0,
      max: 4,
      step: 0.1,
      value: 0.3
    },
    {
      type: 'range',
      name: 'klCoef',
      label: 'KL coefficient β',
      min: 0.01,
      max: 1,
      step: 0.01,
      scale: 'log',
      value: 0.02
    }
  ],
  run
};

interface Point {
  step: number;
  reward: number;
  /** nats a character of the reviews that were held out */
  loss: number;
}

async function run(given: Settings, context: Context): Promise<Outcome> {
  const settings = new SettingsReader(alignmentTax, given);
  const { signal } = context;
  await useBackend();
  const demonstrations = LEARNED.map((completion) => ({ prompt: '', completion }));
  // Not to the end: a table that has seen fifteen reviews too often is sure that no other can be written.
  const [{ policy: reference }] = await sft(
    demonstrations,
    characterPolicy({ characters: charactersOf(REVIEWS) }),
    { steps: 60, learningRate: 0.05, signal }
  );
  const paths: Point[][] = [];
  const coefs = [0, settings.number('ptxCoef')];
  for (const [index, coef] of coefs.entries()) {
    const path: Point[] = [];
    paths.push(path);
    let state;
    for (let step = EVERY; step <= STEPS; step += EVERY) {
      const [after, reports] = await ppo([''], enthusiasm, reference, {
        steps: step,
        state,
        batchSize: 32,
        maxCompletionLength: LENGTH,
        klCoef: settings.number('klCoef'),
        seed: settings.seed,
        reportEvery: EVERY,
        ptx: coef > 0 ? { demonstrations, coef } : undefined,
        signal
      });
      state = after;
      const reward = reports.at(-1)!.metrics['objective/scores'];
      path.push({ step, reward, loss: heldOutLoss(after.policy) });
      context.onProgress?.(
        (index + step / STEPS) / coefs.length,
        outcomeOf(heldOutLoss(reference), paths)
      );
    }
  }
  return outcomeOf(heldOutLoss(reference), paths);
}

const enthusiasm = (texts: string[]): number[] =>
  texts.map((text) => Math.min(3, countOf('!', text)));

function heldOutLoss(policy: CharacterPolicy): number {
  const all = completionLogps(
    policy,
    HELD_OUT.map((completion) => ({ prompt: '', completion }))
  ).flatMap((logps) => [...logps]);
  return -all.reduce((sum, logp) => sum + logp, 0) / all.length;
}

function outcomeOf(before: number, paths: readonly Point[][]): Outcome {
  const [plain, mixed] = [paths[0]!, paths[1] ?? []];
  const numbers: Record<string, number> = {
    lossBefore: before,
    tax: plain.at(-1)!.loss - before,
    reward: plain.at(-1)!.reward
  };
  if (mixed.length > 0) {
    numbers['taxWithPtx'] = mixed.at(-1)!.loss - before;
    numbers['rewardWithPtx'] = mixed.at(-1)!.reward;
  }
  const chart = (title: string, y: string, value: (point: Point) => number, first?: number) =>
    lineChart({
      title,
      x: { title: 'step of PPO' },
      y: { title: y },
      series: [
        { name: 'PPO', path: plain },
        { name: 'PPO-ptx', path: mixed }
      ]
        .filter(({ path }) => path.length > 0)
        .map(({ name, path }) => ({
          name,
          points: [
            ...(first === undefined ? [] : [{ x: 0, y: first }]),
            ...path.map((point) => ({ x: point.step, y: value(point) }))
          ]
        }))
    });
  return {
    finding: findingOf(numbers),
    charts: [
      chart('What is rewarded', 'mean reward', ({ reward }) => reward),
      chart('What is not: reviews held out', 'nats a character', ({ loss }) => loss, before)
    ],
    numbers
  };
}

function findingOf(numbers: Record<string, number>): string {
  const of = (name: string) => readable(numbers[name]!);
  const tax = `PPO earns ${of('reward')}, and reviews that it never saw cost ${of('tax')} nats a character more than the ${of('lossBefore')} before it`;
  if (numbers['taxWithPtx'] === undefined) return `${tax}.`;
  const back = 1 - numbers['taxWithPtx'] / numbers['tax']!;
  const verdict =
    back > 0.25
      ? `${Math.round(100 * Math.min(back, 1))} % of the tax is bought back`
      : 'little of the tax is bought back';
  return `${tax}. With PPO-ptx it earns ${of('rewardWithPtx')}, and they cost ${of('taxWithPtx')} more: ${verdict}.`;
}
