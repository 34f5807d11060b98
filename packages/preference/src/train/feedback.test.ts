/** Best-of-n, iterated feedback and critique by rules: what they give, the same again, gone on with, refused. */

import { beforeAll, describe, expect, it } from 'vitest';
import { bestOfN } from '../closed-form/best-of-n.js';
import { useCpu } from '../cpu.testing.js';
import { bradleyTerryAnnotator } from '../data/annotators.js';
import type { FeatureMatrix } from '../data/features.js';
import { characterPolicy } from '../policies/character-policy.js';
import { fromJson, toJson } from '../state-json.js';
import { sampleBestOfN } from './best-of-n.js';
import {
  critiqueAndRevise,
  demonstrationsOfRevisions,
  pairsOfRevisions,
  type Rule
} from './critique.js';
import { iterate, type IterateOptions } from './iterate.js';
import { sft } from './sft.js';

beforeAll(useCpu);

const CHARACTERS = 'abc';
const policy = characterPolicy({ characters: CHARACTERS });
const countOf = (character: string, text: string): number =>
  [...text].filter((one) => one === character).length;

describe('sampleBestOfN', () => {
  const rewards = [2, -1, 0.5, 1];
  const reward = (texts: string[]): number[] =>
    texts.map((text) => (text === '' ? rewards[3]! : rewards[CHARACTERS.indexOf(text)]!));
  const prompts = new Array<string>(800).fill('');
  const run = (options: object = {}) =>
    sampleBestOfN(prompts, reward, policy, { n: 3, maxCompletionLength: 1, seed: 2, ...options });

  it('picks as the closed form says', async () => {
    const [{ picks }, reports] = await run();
    const exact = bestOfN([0.25, 0.25, 0.25, 0.25], rewards, 3);
    for (const [at, probability] of exact.policy.entries()) {
      const share = picks.filter((pick) => pick.reward === rewards[at]).length / prompts.length;
      expect(Math.abs(share - probability)).toBeLessThan(0.06);
    }
    const { reward: best, reward_mean } = reports.at(-1)!.metrics;
    expect(Math.abs(best - exact.expectedReward)).toBeLessThan(0.1);
    expect(Math.abs(reward_mean - 0.625)).toBeLessThan(0.1);
  });

  it('is the same again, goes on from a state, and gives what sft can learn from', async () => {
    const [whole, reports] = await run();
    expect(await run()).toEqual([whole, reports]);
    const half = { step: 300, picks: whole.picks.slice(0, 300) };
    expect((await run({ state: fromJson(toJson(half)) }))[0]).toEqual(whole);
    const [, fits] = await sft(whole.picks, policy, { steps: 60, learningRate: 0.1 });
    const shares = rewards.map(
      (one) => whole.picks.filter((pick) => pick.reward === one).length / prompts.length
    );
    const entropy = -shares.reduce((sum, p) => sum + (p > 0 ? p * Math.log(p) : 0), 0);
    expect(Math.abs(fits.at(-1)!.metrics.loss - entropy)).toBeLessThan(0.02);
  });

  it('refuses an n that is none, and a reward that is none', async () => {
    await expect(run({ n: 0 })).rejects.toThrow('n is 0; it must be a whole number from 1 on.');
    await expect(
      sampleBestOfN([''], () => [1], policy, { n: 2, maxCompletionLength: 1 })
    ).rejects.toThrow('gave 1 scores for 2 completions');
  });
});

describe('iterate', () => {
  /** How often each character is written. */
  const features = (texts: readonly string[]): FeatureMatrix => ({
    names: [...CHARACTERS],
    values: Float32Array.from(
      texts.flatMap((text) => [...CHARACTERS].map((character) => countOf(character, text)))
    ),
    rows: texts.length
  });
  const wanted = (text: string): number => countOf('b', text) - countOf('c', text);
  const annotator = bradleyTerryAnnotator((_prompt: string, text: string) => wanted(text));
  const run = (options: Partial<IterateOptions> = {}) =>
    iterate(['', 'a'], annotator, { features }, policy, {
      steps: 3,
      pairsPerRound: 48,
      maxCompletionLength: 6,
      improve: { steps: 6, promptsPerStep: 2 },
      gold: (texts) => texts.map(wanted),
      seed: 3,
      ...options
    });

  it('finds out what is wanted, and does it', async () => {
    const [state, reports] = await run();
    const [first, last] = [reports[0]!.metrics, reports.at(-1)!.metrics];
    expect(last.gold).toBeGreaterThan(first.gold! + 0.5);
    expect(last.kl).toBeGreaterThan(first.kl);
    expect(first.accuracy_before).toBe(0.5);
    expect(last.accuracy_before).toBeGreaterThan(0.6);
    const [a, b, c] = state.rewardModel!.weights;
    expect(b).toBeGreaterThan(a!);
    expect(a).toBeGreaterThan(c!);
    expect(state.pairs).toHaveLength(3 * 48);
  });

  it('is the same again, and goes on from a state, saved as text', async () => {
    const [whole, reports] = await run();
    const [half] = await run({ steps: 1 });
    const kept = structuredClone(half);
    expect(await run({ state: fromJson(toJson(half)) })).toEqual([whole, reports.slice(1)]);
    expect((await run({ state: half }))[0]).toEqual(whole);
    expect(half).toEqual(kept);
  });

  it('can forget what it learned from', async () => {
    const [all, latest] = await Promise.all([run(), run({ keep: 'latest' })]);
    expect(latest[0].rewardModel).not.toEqual(all[0].rewardModel);
  });

  it('stops within a round, and refuses what does not fit', async () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(run({ signal: stop.signal })).rejects.toThrow('enough');
    await expect(run({ pairsPerRound: 0 })).rejects.toThrow('pairsPerRound is 0;');
    await expect(iterate([], annotator, { features }, policy, { steps: 1 })).rejects.toThrow(
      'There are no prompts'
    );
  });
});

describe('critiqueAndRevise', () => {
  const noShouting: Rule = {
    name: 'no shouting',
    critique: (text) => (text.includes('!') ? 'It shouts.' : null),
    revise: (text) => text.replaceAll('!', '.')
  };
  const ends: Rule = {
    name: 'ends with a stop',
    critique: (text) => (/[.!]$/.test(text) ? null : 'It does not end.'),
    revise: (text) => `${text}!`
  };
  const completions = ['fine.', 'what!', 'so'].map((completion) => ({ prompt: 'Hm?', completion }));

  it('revises until no rule objects, and gives pairs and demonstrations', async () => {
    const [{ revisions }, reports] = await critiqueAndRevise(completions, [noShouting, ends]);
    expect(revisions.map(({ revised }) => revised)).toEqual(['fine.', 'what.', 'so.']);
    // The second rule offends against the first, which has its say again.
    expect(revisions[2]!.critiques.map(({ rule, after }) => [rule, after])).toEqual([
      ['ends with a stop', 'so!'],
      ['no shouting', 'so.']
    ]);
    expect(pairsOfRevisions(revisions)).toEqual([
      { prompt: 'Hm?', chosen: 'what.', rejected: 'what!' },
      { prompt: 'Hm?', chosen: 'so.', rejected: 'so' }
    ]);
    expect(demonstrationsOfRevisions(revisions)).toHaveLength(3);
    expect(reports.at(-1)!.metrics).toEqual({ revised: 2 / 3, critiques: 1, unresolved: 0 });
  });

  it('says which rules still object, and demonstrates nothing that they object to', async () => {
    const [{ revisions }] = await critiqueAndRevise(completions, [noShouting, ends], { passes: 1 });
    expect(revisions.map(({ unresolved }) => unresolved)).toEqual([[], [], ['no shouting']]);
    expect(demonstrationsOfRevisions(revisions)).toHaveLength(2);
  });

  it('goes on from a state as if it had not stopped', async () => {
    const [whole] = await critiqueAndRevise(completions, [noShouting, ends]);
    const half = { step: 1, revisions: whole.revisions.slice(0, 1) };
    const [rest] = await critiqueAndRevise(completions, [noShouting, ends], { state: half });
    expect(rest).toEqual(whole);
    expect(half.revisions).toHaveLength(1);
  });

  it.each([
    [{ revise: (text: string) => text }, 'The rule "r" changed nothing when it revised "so"'],
    [{ revise: () => 3 as unknown as string }, 'The rule "r" gave number when it revised "so"'],
    [
      { critique: () => 7 as unknown as string },
      'The rule "r" gave number as its critique of "so"'
    ],
    [
      {
        critique: () => {
          throw new Error('no such name');
        }
      },
      'critique of the rule "r" failed on "so": no such name'
    ]
  ])('names a rule that does not do its part', async (part, message) => {
    const rule: Rule = { name: 'r', critique: () => 'bad', revise: (text) => `${text}.`, ...part };
    await expect(critiqueAndRevise([completions[2]!], [rule])).rejects.toThrow(message);
  });

  it('wants rules', async () => {
    await expect(critiqueAndRevise(completions, [])).rejects.toThrow('There are no rules');
  });
});

describe('a state as text', () => {
  it('comes back to the bit, and refuses what is no number', () => {
    const state = { step: 3, moments: { first: Float32Array.of(0.1, -1e-30, 3.4e38) }, name: 'x' };
    expect(fromJson(toJson(state))).toEqual(state);
    expect(() => toJson({ beta: NaN })).toThrow('"beta" of the state is NaN');
    expect(() => toJson({ weights: Float32Array.of(Infinity) })).toThrow('is Infinity');
  });
});
