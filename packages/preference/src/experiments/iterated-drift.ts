/**
 * Iterated feedback drifts: what annotators like a little too much, each round of feedback makes more of.
 *
 * Source: Bai et al. 2022a, section 4.5 (iterated online RLHF); Sharma et al. 2023 on what annotators like; Singhal et al.
 * 2023 on length.
 */

import { lineChart } from '../charts/lines.js';
import { readable } from '../charts/words.js';
import { bradleyTerryAnnotator } from '../data/annotators.js';
import { charactersOf } from '../policies/vocabulary.js';
import { iterate, type IterateMetrics } from '../train/iterate.js';
import { useBackend } from './backend.js';
import type { Context, Experiment, Outcome, Settings } from './experiment.js';
import { reviewer } from './reward-hacking.js';
import { SettingsReader } from './settings.js';
import { countOf, mean, REVIEWS } from './texts.js';

const LENGTH = 16;
const CHARACTERS = [...charactersOf(REVIEWS)];
/** What is meant: some enthusiasm is fine, shouting is not. */
const FINE = 1;

export const iteratedDrift: Experiment = {
  kind: 'iterated-drift',
  title: 'Iterated feedback drifts',
  about:
    'Reviews are meant to have one exclamation mark: none is cool, more is shouting. Annotators judge by that, and like each mark a little as well. A reward model counts characters. Collect comparisons of what the policy writes, fit, improve, and again: with the liking, round after round has more marks, and what was meant falls; without it, the marks stay about as few as they were.',
  controls: [
    {
      type: 'range',
      name: 'liking',
      label: 'What each mark is worth to annotators beside what is meant',
      min: 0,
      max: 2,
      step: 0.1,
      value: 1.5
    },
    { type: 'range', name: 'rounds', label: 'Rounds', min: 2, max: 8, step: 1, value: 5 },
    {
      type: 'choice',
      name: 'keep',
      label: 'The reward model learns from',
      options: [
        { value: 'latest', label: 'the last round’s comparisons' },
        { value: 'all', label: 'the comparisons of all rounds' }
      ],
      value: 'latest'
    }
  ],
  run
};

const marks = (text: string) => countOf('!', text);
/** What is meant. */
const meant = (text: string) => -Math.abs(marks(text) - FINE);

async function run(given: Settings, context: Context): Promise<Outcome> {
  const settings = new SettingsReader(iteratedDrift, given);
  const { signal } = context;
  await useBackend();
  const reference = await reviewer(signal);
  const liking = settings.number('liking');
  const rounds = settings.number('rounds');
  const annotator = bradleyTerryAnnotator((_prompt: string, text: string) => meant(text), {
    bias: (_prompt, text) => liking * marks(text)
  });
  const features = (texts: readonly string[]) => ({
    names: CHARACTERS,
    values: Float32Array.from(
      texts.flatMap((text) => CHARACTERS.map((character) => countOf(character, text)))
    ),
    rows: texts.length
  });
  const reports: IterateMetrics[] = [];
  const shares: number[] = [];
  await iterate([''], annotator, { features }, reference, {
    steps: rounds,
    pairsPerRound: 200,
    keep: settings.choice('keep') as 'all' | 'latest',
    maxCompletionLength: LENGTH,
    rewardModel: { steps: 80 },
    improve: { steps: 10, beta: 0.05, learningRate: 0.05 },
    gold(texts) {
      shares.push(mean(texts.map(marks)));
      return texts.map(meant);
    },
    seed: settings.seed,
    signal,
    onProgress({ step, metrics }) {
      reports.push(metrics);
      context.onProgress?.(step / rounds, outcomeOf(reports, shares));
    }
  });
  return outcomeOf(reports, shares);
}

function outcomeOf(reports: readonly IterateMetrics[], shares: readonly number[]): Outcome {
  const [first, last] = [reports[0]!, reports.at(-1)!];
  const golds = reports.map(({ gold }) => gold!);
  const numbers = {
    firstGold: first.gold!,
    bestGold: Math.max(...golds),
    lastGold: last.gold!,
    firstMarks: shares[0]!,
    lastMarks: shares.at(-1)!,
    lastReward: last.reward,
    lastKl: last.kl
  };
  const points = (values: readonly number[]) => values.map((y, i) => ({ x: i + 1, y }));
  const x = { title: 'round' };
  const lost = numbers.bestGold - numbers.lastGold;
  return {
    finding: `After round ${reports.length} a review has ${readable(numbers.lastMarks)} exclamation marks, after the first it had ${readable(numbers.firstMarks)}; what is meant by a review went from ${readable(numbers.firstGold)} to ${readable(numbers.lastGold)}${lost > 0.5 ? `, from a best of ${readable(numbers.bestGold)}: feedback has drifted away from what is meant` : ', and is near its best'}. The reward model gives ${readable(numbers.lastReward)}.`,
    charts: [
      lineChart({
        title: 'What is meant, and what the reward model says',
        x,
        y: { title: 'mean reward' },
        series: [
          { name: 'meant', points: points(golds) },
          { name: 'reward model', points: points(reports.map(({ reward }) => reward)) }
        ]
      }),
      lineChart({
        title: 'Exclamation marks',
        x,
        y: { title: 'marks a review', zero: true },
        series: [
          { name: 'written', points: points(shares) },
          {
            name: 'meant',
            mark: 'line',
            reference: true,
            points: points(shares.map(() => FINE))
          }
        ]
      })
    ],
    numbers
  };
}
