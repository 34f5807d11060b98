/**
 * What imitation cannot reach: people who recite a sequence make mistakes. Who imitates them makes as many; who learns
 * from comparisons of the same recitals what is better makes fewer than any of them.
 *
 * Source: Stiennon et al. 2020 (figure 1: feedback beats the demonstrations' authors); Ouyang et al. 2022.
 */

import { lineChart } from '../charts/lines.js';
import { readable } from '../charts/words.js';
import { bradleyTerryAnnotator } from '../data/annotators.js';
import { samplePairs } from '../data/sample-pairs.js';
import { characterPolicy, type CharacterPolicy } from '../policies/character-policy.js';
import { sampleCompletions } from '../policies/sample.js';
import { Random } from '../random.js';
import { grpo } from '../train/grpo.js';
import { sft } from '../train/sft.js';
import { useBackend } from './backend.js';
import type { Context, Experiment, Outcome, Settings } from './experiment.js';
import { dot, fitWeights, linearPairs } from './fit.js';
import { SettingsReader } from './settings.js';
import { mean } from './texts.js';

const SEQUENCE = 'abcd';
const LENGTH = 12;
const STEPS = 40;
/** How much an annotator cares, in units in which 1 are odds of e to 1: all right against all wrong. */
const CARE = 8;

export const imitation: Experiment = {
  kind: 'imitation',
  title: 'What imitation cannot reach',
  about:
    'Reciters go round a, b, c, d and take a wrong letter now and then. Imitating them (SFT) ends where they are on average. With comparisons of the same recitals, two by two, a reward model learns which steps are better, and GRPO goes past them, although nobody ever showed how.',
  controls: [
    {
      type: 'range',
      name: 'errorRate',
      label: 'Wrong letters of the reciters (share)',
      min: 0.05,
      max: 0.6,
      step: 0.05,
      value: 0.3
    },
    {
      type: 'range',
      name: 'demonstrations',
      label: 'Recitals',
      min: 20,
      max: 400,
      step: 10,
      scale: 'log',
      value: 120
    },
    {
      type: 'range',
      name: 'pairs',
      label: 'Comparisons of two recitals',
      min: 10,
      max: 800,
      step: 10,
      scale: 'log',
      value: 240
    }
  ],
  run
};

async function run(given: Settings, context: Context): Promise<Outcome> {
  const settings = new SettingsReader(imitation, given);
  const { signal } = context;
  const { seed } = settings;
  await useBackend();
  const recitals = recite(settings.number('demonstrations'), settings.number('errorRate'), seed);
  const [{ policy: imitator }] = await sft(
    recitals.map((completion) => ({ prompt: '', completion, ended: false })),
    characterPolicy({ characters: SEQUENCE }),
    { steps: 200, learningRate: 0.1, signal }
  );
  const pairs = samplePairs({
    prompts: [''],
    responses: recitals,
    annotator: bradleyTerryAnnotator((_prompt, text: string) => CARE * rightSteps(text)),
    count: settings.number('pairs'),
    seed
  });
  const weights = await fitWeights(linearPairs(pairs, stepsOf), { signal });
  const authors = { demonstrations: mean(recitals.map(rightSteps)), best: best(recitals) };
  const imitated = quality(imitator, seed);
  const points = [imitated];
  const outcome = () => outcomeOf(authors, imitated, points);
  let state;
  for (let step = 5; step <= STEPS; step += 5) {
    [state] = await grpo(
      [''],
      (texts) => texts.map((text) => dot(weights, stepsOf(text))),
      imitator,
      {
        steps: step,
        state,
        maxCompletionLength: LENGTH,
        beta: 0.01,
        learningRate: 0.1,
        seed,
        signal
      }
    );
    points.push(quality(state.policy, seed));
    context.onProgress?.(step / STEPS, outcome());
  }
  return outcome();
}

/** Texts of `LENGTH` letters, each the one after the last with probability 1 − rate, else another. */
function recite(count: number, errorRate: number, seed: number): string[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => {
    let at = random.integer(SEQUENCE.length);
    let text = SEQUENCE[at]!;
    while (text.length < LENGTH) {
      const wrong = random.happens(errorRate) ? 1 + random.integer(SEQUENCE.length - 1) : 0;
      at = (at + 1 + wrong) % SEQUENCE.length;
      text += SEQUENCE[at]!;
    }
    return text;
  });
}

/** The share of steps to the next letter of the sequence. */
export function rightSteps(text: string): number {
  const right = [...text.slice(1)].filter(
    (letter, at) => letter === SEQUENCE[(SEQUENCE.indexOf(text[at]!) + 1) % SEQUENCE.length]
  ).length;
  // Of all that there was room for: who stops early does not recite.
  return right / (LENGTH - 1);
}

/** How often each letter follows each: all that the reward model sees. */
function stepsOf(text: string): number[] {
  const counts = new Array<number>(SEQUENCE.length ** 2).fill(0);
  for (let at = 0; at + 1 < text.length; at++) {
    const place = SEQUENCE.indexOf(text[at]!) * SEQUENCE.length + SEQUENCE.indexOf(text[at + 1]!);
    counts[place] = counts[place]! + 1;
  }
  return counts;
}

function quality(policy: CharacterPolicy, seed: number): number {
  const prompts = new Array<string>(400).fill('');
  const sampled = sampleCompletions(policy, prompts, { maxCompletionLength: LENGTH, seed });
  return mean(sampled.map(({ completion }) => rightSteps(completion)));
}

const best = (texts: readonly string[]) => Math.max(...texts.map(rightSteps));

function outcomeOf(
  authors: { demonstrations: number; best: number },
  imitated: number,
  points: readonly number[]
): Outcome {
  const optimised = points.at(-1)!;
  const at = (value: number) => points.map((_, i) => ({ x: 5 * i, y: value }));
  const percent = (share: number) => `${readable(100 * share)} %`;
  const beyond = optimised > authors.demonstrations + 0.05;
  return {
    finding: `The reciters take ${percent(authors.demonstrations)} right steps on average, who imitates them ${percent(imitated)}; after ${5 * (points.length - 1)} steps of GRPO on comparisons of the same recitals it is ${percent(optimised)}: ${beyond ? 'more than what was shown' : 'no more than what was shown'}.`,
    charts: [
      lineChart({
        title: 'Imitated, and optimised from there',
        x: { title: 'step of GRPO' },
        y: { title: 'right steps (share)', domain: [0, 1] },
        series: [
          { name: 'optimised by comparisons', points: points.map((y, i) => ({ x: 5 * i, y })) },
          { name: 'imitation', mark: 'line', points: at(imitated) },
          {
            name: 'the reciters',
            mark: 'line',
            reference: true,
            points: at(authors.demonstrations)
          }
        ]
      })
    ],
    numbers: { ...authors, imitated, optimised }
  };
}
