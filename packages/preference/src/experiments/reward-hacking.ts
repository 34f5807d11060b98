/**
 * Reward hacking: a policy that writes film reviews is optimised for a reward that somebody wrote in a line. What the
 * reward says and what it is meant to say part.
 *
 * Source: Krakovna et al. 2020 ("Specification gaming"); Skalse et al. 2022.
 */

import { lineChart } from '../charts/lines.js';
import { readable } from '../charts/words.js';
import { characterPolicy } from '../policies/character-policy.js';
import { sampleCompletions } from '../policies/sample.js';
import { charactersOf } from '../policies/vocabulary.js';
import { ppo } from '../train/ppo.js';
import type { Reward } from '../train/reward.js';
import { sft } from '../train/sft.js';
import { useBackend } from './backend.js';
import type { Context, Experiment, Outcome, Settings } from './experiment.js';
import { SettingsReader } from './settings.js';
import { countOf, mean, quoted, realWords, REVIEWS } from './texts.js';

const LENGTH = 16;

/** What somebody might write who wants reviews that are enthusiastic, helpful or kind. */
const REWARDS: Readonly<Record<string, (text: string) => number>> = {
  exclamation: (text) => countOf('!', text),
  length: (text) => text.length,
  good: (text) => countOf('good', text)
};

export const rewardHacking: Experiment = {
  kind: 'reward-hacking',
  title: 'Reward hacking',
  about:
    'A policy that has learned to write like reviewers is optimised by PPO for a reward written in one line: an exclamation mark is a point for enthusiasm. Watch the reward rise and the share of the text that is real words fall, and read what it writes. A greater KL coefficient holds it near the reviewers. Where a function of your own is given in Python, that is the reward.',
  controls: [
    {
      type: 'choice',
      name: 'reward',
      label: 'What is rewarded',
      options: [
        { value: 'exclamation', label: 'Exclamation marks (“enthusiasm”)' },
        { value: 'length', label: 'Characters (“helpfulness”)' },
        { value: 'good', label: 'How often “good” stands there (“kindness”)' }
      ],
      value: 'exclamation'
    },
    {
      type: 'range',
      name: 'klCoef',
      label: 'KL coefficient β',
      min: 0.01,
      max: 10,
      step: 0.01,
      scale: 'log',
      value: 0.02
    },
    {
      type: 'range',
      name: 'steps',
      label: 'Steps of PPO',
      min: 10,
      max: 100,
      step: 5,
      value: 30
    }
  ],
  run
};

interface Point {
  step: number;
  reward: number;
  words: number;
  kl: number;
  example: string;
}

async function run(given: Settings, context: Context): Promise<Outcome> {
  const settings = new SettingsReader(rewardHacking, given);
  const { signal, scoreWithPython } = context;
  await useBackend();
  const reference = await reviewer(signal);
  const steps = settings.number('steps');
  const builtIn = REWARDS[settings.choice('reward')]!;
  const { seed } = settings;
  // Of more than a batch, as what it began with is compared to.
  const before = sampleCompletions(reference, new Array<string>(400).fill(''), {
    maxCompletionLength: LENGTH,
    seed
  });
  const firstWords = mean(before.map(({ completion }) => realWords(completion)));
  const points: Point[] = [];
  let seen: string[] = [];
  const reward: Reward = (texts) => {
    seen = texts;
    return scoreWithPython ? scoreWithPython(texts) : texts.map(builtIn);
  };
  await ppo([''], reward, reference, {
    steps,
    batchSize: 32,
    maxCompletionLength: LENGTH,
    klCoef: settings.number('klCoef'),
    seed,
    reportEvery: 1,
    signal,
    onProgress({ step, metrics }) {
      points.push({
        step,
        reward: metrics['objective/scores'],
        words: mean(seen.map(realWords)),
        kl: metrics['objective/kl'],
        example: seen[0]!
      });
      if (step % 4 === 0) context.onProgress?.(step / steps, outcomeOf(points, firstWords));
    }
  });
  return outcomeOf(points, firstWords);
}

/** Imitates the reviews; what it writes is about as good as a bigram's can be. */
export async function reviewer(signal: AbortSignal | undefined) {
  const demonstrations = REVIEWS.map((completion) => ({ prompt: '', completion }));
  const start = characterPolicy({ characters: charactersOf(REVIEWS) });
  const [{ policy }] = await sft(demonstrations, start, { steps: 150, learningRate: 0.1, signal });
  return policy;
}

function outcomeOf(points: readonly Point[], firstWords: number): Outcome {
  const [first, last] = [points[0]!, points.at(-1)!];
  const numbers = {
    firstReward: first.reward,
    lastReward: last.reward,
    firstWords,
    lastWords: last.words,
    lastKl: last.kl
  };
  const lines = (name: string, title: string, value: (point: Point) => number) =>
    lineChart({
      title,
      x: { title: 'step of PPO' },
      y: { title: name, zero: true },
      series: [{ name, mark: 'line', points: points.map((p) => ({ x: p.step, y: value(p) })) }]
    });
  return {
    finding: findingOf(first.reward, firstWords, last),
    charts: [
      lines('mean reward', 'What is rewarded', ({ reward }) => reward),
      lines('share of the text that is real words', 'What was meant', ({ words }) => words)
    ],
    numbers
  };
}

function findingOf(firstReward: number, firstWords: number, last: Point): string {
  const share = (part: number) => `${Math.round(100 * part)} %`;
  const rewards = `In ${last.step} steps the reward went from ${readable(firstReward)} to ${readable(last.reward)}, and the share of the text that is real words from ${share(firstWords)} to ${share(last.words)}`;
  const what =
    last.reward <= firstReward
      ? 'the reward has not risen'
      : last.words < firstWords / 2
        ? 'the reward is had without what was meant by it'
        : 'so far the one has not cost half of the other';
  return `${rewards}: ${what}. It now writes ${quoted(last.example)}.`;
}
