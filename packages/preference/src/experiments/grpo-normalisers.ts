/**
 * GRPO's normalisers: what is divided by decides which prompts count, and how long wrong answers get.
 *
 * Source: Liu et al. 2025 ("Understanding R1-Zero-like training"), section 3.1: the bias of difficulty, from dividing by
 * the group's standard deviation, and the bias of length, from dividing by a completion's length.
 */

import { lineChart } from '../charts/lines.js';
import { readable } from '../charts/words.js';
import type { GrpoLossType } from '../losses/grpo-variants.js';
import { characterPolicy, type CharacterPolicy } from '../policies/character-policy.js';
import { Vocabulary } from '../policies/vocabulary.js';
import { grpo } from '../train/grpo.js';
import { useBackend } from './backend.js';
import type { Context, Experiment, Outcome, Settings } from './experiment.js';
import { SettingsReader } from './settings.js';

const LENGTH = 16;
const STEPS = 60;
const EVERY = 4;
/** Prompts by how often the policy gets them right, at first. */
const DIFFICULTIES: readonly { prompt: string; success: number }[] = [
  { prompt: 'h', success: 0.03 },
  { prompt: 'm', success: 0.5 },
  { prompt: 'e', success: 0.97 }
];
/** Of going on, after each character of an answer. */
const GOES_ON = 0.8;

export const grpoNormalisers: Experiment = {
  kind: 'grpo-normalisers',
  title: 'GRPO’s normalisers',
  about:
    'An answer is right if it begins with r, wrong if with w; how long it goes on makes no difference. Dividing advantages by the group’s standard deviation makes a hard question (3 % right) and an easy one count two or three times as much, beside a middling one, as they do without it. Dividing each answer’s loss by its length (“grpo”) makes wrong answers longer and right ones shorter, although length earns nothing; “dr_grpo” does not.',
  controls: [
    {
      type: 'choice',
      name: 'lossType',
      label: 'Losses of tokens are',
      options: [
        { value: 'grpo', label: 'averaged an answer (GRPO)' },
        { value: 'dapo', label: 'averaged over all tokens (DAPO)' },
        { value: 'dr_grpo', label: 'summed, over a constant (Dr. GRPO)' }
      ],
      value: 'grpo'
    },
    {
      type: 'choice',
      name: 'scaleRewards',
      label: 'Advantages are divided by the standard deviation',
      options: [
        { value: 'group', label: 'of the group' },
        { value: 'batch', label: 'of the batch' },
        { value: 'none', label: 'of nothing' }
      ],
      value: 'group'
    }
  ],
  run
};

async function run(given: Settings, context: Context): Promise<Outcome> {
  const settings = new SettingsReader(grpoNormalisers, given);
  const { seed } = settings;
  await useBackend();
  const start = answerer();
  const options = {
    lossType: settings.choice('lossType') as GrpoLossType,
    scaleRewards: settings.choice('scaleRewards') as 'group' | 'batch' | 'none',
    maxCompletionLength: LENGTH,
    numGenerations: 16,
    seed,
    signal: context.signal
  };
  const reward = (texts: string[]): number[] => texts.map((text) => (text.startsWith('r') ? 1 : 0));
  const prompts = DIFFICULTIES.map(({ prompt }) => prompt);

  // What a question counts: the slope of its own logit for r, from one great batch. Adam's first moment is a tenth of it.
  const [{ moments }] = await grpo(prompts, reward, start, {
    ...options,
    steps: 1,
    promptsPerStep: 3 * 16,
    numGenerations: 64,
    learningRate: 0
  });
  const { end } = new Vocabulary(start.characters);
  const weights = DIFFICULTIES.map(({ prompt }) =>
    Math.abs(moments.first[cell(start, prompt, 'r')]!)
  );
  const lengths = [lengthsOf(start, end)];
  let state;
  for (let step = EVERY; step <= STEPS; step += EVERY) {
    [state] = await grpo(['m'], reward, start, {
      ...options,
      steps: step,
      state,
      promptsPerStep: 4,
      learningRate: 0.012
    });
    lengths.push(lengthsOf(state.policy, end));
    context.onProgress?.(step / STEPS, outcomeOf(weights, lengths));
  }
  return outcomeOf(weights, lengths);
}

/** Answers with r or w by the prompt's success rate, and goes on with the same letter, or ends. */
function answerer(): CharacterPolicy {
  const policy = characterPolicy({ characters: 'rwhme' });
  const never = -30;
  for (const letter of 'rwhme') {
    for (const next of 'rwhme') policy.parameters[cell(policy, letter, next)] = never;
  }
  for (const { prompt, success } of DIFFICULTIES) {
    policy.parameters[cell(policy, prompt, 'r')] = Math.log(success);
    policy.parameters[cell(policy, prompt, 'w')] = Math.log(1 - success);
    policy.parameters[endOf(policy, prompt)] = never;
  }
  for (const letter of 'rw') {
    policy.parameters[cell(policy, letter, letter)] = Math.log(GOES_ON / (1 - GOES_ON));
  }
  return policy;
}

/** Index of the logit of `next` after `letter`. */
function cell({ characters }: CharacterPolicy, letter: string, next: string): number {
  return characters.indexOf(letter) * (characters.length + 1) + characters.indexOf(next);
}

function endOf({ characters }: CharacterPolicy, letter: string): number {
  return characters.indexOf(letter) * (characters.length + 1) + characters.length;
}

interface Lengths {
  right: number;
  wrong: number;
}

/** Exactly, of answers without a limit: 1 / P(end). */
function lengthsOf(policy: CharacterPolicy, end: number): Lengths {
  const of = (letter: string): number => {
    const from = cell(policy, letter, policy.characters[0]!);
    const row = policy.parameters.subarray(from, from + end + 1);
    const powers = Array.from(row, Math.exp);
    return powers.reduce((sum, power) => sum + power, 0) / powers[end]!;
  };
  return { right: of('r'), wrong: of('w') };
}

function outcomeOf(weights: readonly number[], lengths: readonly Lengths[]): Outcome {
  const [hard, middling, easy] = weights as [number, number, number];
  const [first, last] = [lengths[0]!, lengths.at(-1)!];
  const numbers = {
    hardWeight: hard / middling,
    easyWeight: easy / middling,
    firstLength: first.wrong,
    rightLength: last.right,
    wrongLength: last.wrong
  };
  const change = last.wrong / last.right;
  const lengthsSay =
    change > 2.5
      ? 'wrong answers have become far longer than right ones, which earns nothing'
      : change < 1 / 2.5
        ? 'right answers have become far longer than wrong ones'
        : 'by chance, as far as that can be told';
  return {
    finding: `A question that 3 % get right counts ${readable(numbers.hardWeight)} times what one does that half get right, one that 97 % get right ${readable(numbers.easyWeight)} times. After ${EVERY * (lengths.length - 1)} steps wrong answers have ${readable(last.wrong)} letters and right ones ${readable(last.right)}, of ${readable(first.wrong)} at first: ${lengthsSay}.`,
    charts: [
      lineChart({
        title: 'What a question counts by how often it is answered right',
        x: { title: 'right answers (share)', domain: [0, 1] },
        y: { title: 'slope, the middling question’s being 1', zero: true },
        series: [
          {
            name: 'measured',
            points: DIFFICULTIES.map(({ success }, i) => ({
              x: success,
              y: weights[i]! / middling
            }))
          }
        ]
      }),
      lineChart({
        title: 'How long answers are',
        x: { title: 'step of GRPO' },
        y: { title: 'letters (expected)' },
        series: (['wrong', 'right'] as const).map((name) => ({
          name: `${name} answers`,
          points: lengths.map((one, i) => ({ x: EVERY * i, y: one[name] }))
        }))
      })
    ],
    numbers
  };
}
