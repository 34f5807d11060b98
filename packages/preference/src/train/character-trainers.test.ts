/** Trainers of character policies: the same again, gone on with, stopped, refused; and short runs that are pinned. */

import { beforeAll, describe, expect, it } from 'vitest';
import { useCpu } from '../cpu.testing.js';
import { fromJson, toJson } from '../state-json.js';
import { characterPolicy, type CharacterPolicy } from '../policies/character-policy.js';
import { grpo, type GrpoTrainerOptions } from './grpo.js';
import type { CharacterTrainState } from './optimizer.js';
import { ppo, type PpoTrainerOptions } from './ppo.js';
import type { Reward } from './reward.js';
import { sft } from './sft.js';
import type { Report } from './train-loop.js';

beforeAll(useCpu);

const CHARACTERS = 'abc';
const bigram = characterPolicy({ characters: CHARACTERS });
const transformer = characterPolicy({
  kind: 'transformer',
  characters: CHARACTERS,
  contextLength: 8,
  width: 8,
  hidden: 8,
  seed: 5
});

/** How often a is written. */
const countOfA: Reward = (completions) =>
  completions.map((text) => [...text].filter((character) => character === 'a').length);

const demonstrations = ['ab', 'abab', 'c', 'cab', 'aab'].map((completion) => ({
  prompt: 'b',
  completion
}));

type Result = [CharacterTrainState, Report<object>[]];

function trainers(start: CharacterPolicy) {
  const small = { maxCompletionLength: 6, steps: 6, seed: 9, reportEvery: 2 };
  return [
    [
      'sft',
      (options: object): Promise<Result> =>
        sft(demonstrations, start, { ...small, batchSize: 2, ...options })
    ],
    [
      'ppo',
      (options: Partial<PpoTrainerOptions>): Promise<Result> =>
        ppo(['', 'b', 'ca'].slice(0, 2), countOfA, start, {
          ...small,
          batchSize: 8,
          numMiniBatches: 3,
          adaptiveKl: { target: 1, horizon: 100 },
          ptx: { demonstrations, coef: 0.5, batchSize: 3 },
          ...options
        })
    ],
    [
      'grpo',
      (options: Partial<GrpoTrainerOptions>): Promise<Result> =>
        grpo(['', 'b'], countOfA, start, {
          ...small,
          promptsPerStep: 3,
          numGenerations: 4,
          numIterations: 2,
          stepsPerGeneration: 2,
          beta: 0.1,
          ...options
        })
    ]
  ] as const;
}

describe.each([
  ['bigram', bigram],
  ['transformer', transformer]
] as const)('of a %s', (_, start) => {
  describe.each(trainers(start))('%s', (_name, run) => {
    let whole: Result;
    beforeAll(async () => {
      whole = await run({});
    });

    it('is the same to the bit for the same seed, and another for another', async () => {
      const before = structuredClone(start);
      const [, reports] = whole;
      expect(await run({})).toEqual(whole);
      const [, [other]] = await run({ seed: 10, steps: 2 });
      expect(other!.metrics).not.toEqual(reports[0]!.metrics);
      expect(reports.map(({ step }) => step)).toEqual([2, 4, 6]);
      expect(start).toEqual(before);
    });

    it('goes on from a state, saved as text, as if it had not stopped', async () => {
      const [state, reports] = whole;
      const [half] = await run({ steps: 3 });
      const kept = structuredClone(half);
      const [rest, after] = await run({ state: fromJson(toJson(half)) } as object);
      expect(rest).toEqual(state);
      expect(after).toEqual(reports.slice(1));
      expect(await run({ state: half } as object)).toEqual([state, reports.slice(1)]);
      expect(half).toEqual(kept);
    });
  });
});

describe.each(trainers(bigram))('%s', (_, run) => {
  it('stops where it is told to', async () => {
    const stop = new AbortController();
    const steps: number[] = [];
    const onProgress = ({ step }: { step: number }): void => {
      steps.push(step);
      if (step === 4) stop.abort(new Error('enough'));
    };
    await expect(run({ onProgress, signal: stop.signal })).rejects.toThrow('enough');
    expect(steps).toEqual([2, 4]);
  });

  it.each([
    [{ steps: -1 }, 'steps is -1; it must be a whole number from 0 on.'],
    [{ learningRate: NaN }, 'learningRate is NaN; it must be finite and at least 0.'],
    [{ seed: 0.5 }, 'A seed is a whole number, not 0.5.']
  ])('refuses %j', async (options, message) => {
    await expect(run(options)).rejects.toThrow(message);
  });

  it('refuses the state of another policy', async () => {
    const [state] = await run({ steps: 1 });
    const other = { ...state, policy: characterPolicy({ characters: 'xyz' }) };
    await expect(run({ state: other } as object)).rejects.toThrow(
      'state.policy is a bigram of "xyz"; the policy is a bigram of "abc".'
    );
  });
});

describe('a reward that gives no scores is one clear error', () => {
  const rewards: [string, Reward, string][] = [
    [
      'throws',
      () => {
        throw new Error("name 'lenght' is not defined");
      },
      "The reward function failed: name 'lenght' is not defined"
    ],
    ['is rejected', () => Promise.reject(new Error('gone')), 'The reward function failed: gone'],
    ['too few', () => [1, 2], 'gave 2 scores for 4 completions; it must give one for each'],
    ['NaN', (all) => all.map(() => NaN), 'is NaN; it must be a finite number.'],
    ['text', (all) => all as unknown as number[], 'it must be a finite number.'],
    [
      'nothing',
      () => undefined as unknown as number[],
      'The reward function gave undefined; it must'
    ],
    [
      'null',
      () => null as unknown as number[],
      'The reward function gave null; it must give a list'
    ]
  ];
  it.each(rewards)('%s', async (_, reward, message) => {
    const options = { steps: 1, batchSize: 4, promptsPerStep: 1, numGenerations: 4 };
    await expect(ppo([''], reward, bigram, options)).rejects.toThrow(message);
    await expect(grpo([''], reward, bigram, options)).rejects.toThrow(message);
  });

  it('and a typed array is a list of scores', async () => {
    const reward: Reward = (all) => Promise.resolve(Float64Array.from(all, (text) => text.length));
    await expect(ppo([''], reward, bigram, { steps: 1, batchSize: 4 })).resolves.toHaveLength(2);
  });
});

describe('what does not fit is refused', () => {
  it.each([
    [{ numMiniBatches: 9 }, 'numMiniBatches is 9; it must be at most batchSize, 8.'],
    [{ klCoef: -1 }, 'klCoef is -1; it must be finite and at least 0.'],
    [{ temperature: 0 }, 'temperature is 0; it must be above 0 for training.'],
    [{ lam: 2 }, 'lam must be in [0, 1]; got 2.'],
    [{ cliprange: -1 }, 'cliprange must be >= 0; got -1.'],
    [{ maxCompletionLength: 0 }, 'maxCompletionLength is 0;']
  ])('by ppo: %j', async (options, message) => {
    const all = { steps: 1, batchSize: 8, ...options };
    await expect(ppo([''], countOfA, bigram, all)).rejects.toThrow(message);
  });

  it('by grpo, of prompts and groups', async () => {
    const run = (prompts: string[], options: object) =>
      grpo(prompts, countOfA, transformer, { steps: 1, maxCompletionLength: 4, ...options });
    await expect(run([], {})).rejects.toThrow('There are no prompts; [""] is one.');
    await expect(run(['aaaaa'], {})).rejects.toThrow('do not fit: the policy reads 8.');
    await expect(run(['x'], {})).rejects.toThrow('"x" of "x" is not in the vocabulary "abc"');
    await expect(run([''], { numGenerations: 1 })).rejects.toThrow('numGenerations is 1;');
  });

  it('by sft, of a text that does not fit', async () => {
    const long = [{ prompt: 'aaaa', completion: 'bbbb' }];
    await expect(sft(long, transformer, { steps: 1 })).rejects.toThrow('do not fit');
    await expect(sft([], bigram, { steps: 1 })).rejects.toThrow('no examples to learn from');
  });
});
