import { describe, expect, it } from 'vitest';
import { Random } from '../random.js';
import {
  bradleyTerryAnnotator,
  cyclicAnnotator,
  disagreeingAnnotators,
  sycophanticAnnotator,
  type Annotator
} from './annotators.js';
import { krippendorffAlpha, rawAgreement } from './agreement.js';
import { pairsOfRanking } from './preferences.js';
import { rankResponses, samplePairs } from './sample-pairs.js';

const value = (_prompt: unknown, response: number): number => response;
const many = 20_000;

/** How often the first is preferred. */
function shareOfFirst<P>(
  annotator: Annotator<P, number>,
  prompt: P,
  pair: [number, number]
): number {
  const random = new Random(11);
  let first = 0;
  for (let draw = 0; draw < many; draw++) if (annotator(prompt, pair, random) === 0) first++;
  return first / many;
}

describe('an annotator prefers the first as often as the model says', () => {
  const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
  it.each([
    ['by the difference', {}, [2, 1], sigmoid(1)],
    ['less surely when it is hot', { temperature: 2 }, [2, 1], sigmoid(0.5)],
    ['always, where it is cold', { temperature: 0 }, [2, 1], 1],
    ['either, where it is cold and they are equal', { temperature: 0 }, [1, 1], 0.5],
    ['with slips, never surely', { slipRate: 0.1 }, [900, 0], 0.9],
    ['with a bias for what comes first', { positionBias: 1 }, [1, 1], sigmoid(1)],
    ['with a liking beside', { bias: (_: unknown, response: number) => -response }, [5, 1], 0.5],
    ['with differences beyond what exp can take', {}, [-5_000, 5_000], 0]
  ] as const)('%s', (_, options, pair, expected) => {
    const annotator = bradleyTerryAnnotator<null, number>(value, options);
    expect(shareOfFirst(annotator, null, [...pair])).toBeCloseTo(expected, 1.5);
  });

  it('by the shares of a group that disagrees', () => {
    const likes = bradleyTerryAnnotator<null, number>(value, { temperature: 0 });
    const dislikes = bradleyTerryAnnotator<null, number>((_, x) => -x, { temperature: 0 });
    const group = disagreeingAnnotators([likes, dislikes], [3, 1]);
    expect(shareOfFirst(group, null, [2, 1])).toBeCloseTo(0.75, 1.5);
  });

  it('in a cycle', () => {
    const annotator = cyclicAnnotator<null, number>((kind) => kind, 3, 0.9);
    const share = (a: number, b: number): number => shareOfFirst(annotator, null, [a, b]);
    expect([share(1, 0), share(2, 1), share(0, 2)].map((x) => Math.round(x * 10) / 10)).toEqual([
      0.9, 0.9, 0.9
    ]);
    expect(share(0, 1)).toBeCloseTo(0.1, 1.5);
  });

  it('where it agrees, whatever it is worth', () => {
    const annotator = sycophanticAnnotator<'like' | 'hate', number>(
      value,
      (view, response) => (view === 'like') === response > 0,
      { strength: 3 }
    );
    expect(shareOfFirst(annotator, 'hate', [1, -1])).toBeCloseTo(sigmoid(2 - 3), 1.5);
    expect(shareOfFirst(annotator, 'like', [1, -1])).toBeCloseTo(sigmoid(2 + 3), 1.5);
  });
});

describe('pairs', () => {
  const options = {
    prompts: ['a', 'b'],
    responses: [1, 2, 3],
    annotator: bradleyTerryAnnotator<string, number>(value, { temperature: 0 }),
    count: 200,
    seed: 4
  };

  it('are of different responses, the better one chosen, the same each time', () => {
    const pairs = samplePairs(options);
    expect(pairs).toHaveLength(200);
    expect(pairs.every(({ chosen, rejected }) => chosen > rejected)).toBe(true);
    expect(samplePairs(options)).toEqual(pairs);
    expect(samplePairs({ ...options, seed: 5 })).not.toEqual(pairs);
    expect(new Set(pairs.map(({ prompt }) => prompt))).toEqual(new Set(['a', 'b']));
  });

  it('of a ranking are all that it implies', () => {
    const ranking = rankResponses('p', [2, 9, 5], options.annotator, 1);
    expect(ranking.responses).toEqual([9, 5, 2]);
    expect(pairsOfRanking(ranking).map(({ chosen, rejected }) => [chosen, rejected])).toEqual([
      [9, 5],
      [9, 2],
      [5, 2]
    ]);
    expect(() => pairsOfRanking({ prompt: 'p', responses: ['only'] })).toThrow('at least 2');
  });

  it.each([
    ['no prompts', { prompts: [] }, 'There are no prompts.'],
    ['one response', { responses: [1] }, 'A comparison needs 2 responses, and there are 1.'],
    ['a part of a pair', { count: 1.5 }, 'count is 1.5.']
  ])('of %s are refused', (_, change, message) => {
    expect(() => samplePairs({ ...options, ...change })).toThrow(message);
  });
});

describe('agreement', () => {
  // Krippendorff (2011), section C: two observers, binary data would be too easy; his table of four observers.
  const KRIPPENDORFF = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
    [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null]
  ];

  it('is what Krippendorff computes by hand', () => {
    expect(krippendorffAlpha(KRIPPENDORFF)).toBeCloseTo(0.743, 3);
  });

  it('is 1 where all agree, and about 0 by chance', () => {
    expect(
      krippendorffAlpha([
        [0, 1, 0],
        [0, 1, 0]
      ])
    ).toBe(1);
    const random = new Random(2);
    const guesses = [0, 1].map(() => Array.from({ length: 5_000 }, () => random.integer(2)));
    expect(Math.abs(krippendorffAlpha(guesses))).toBeLessThan(0.05);
    expect(rawAgreement(guesses)).toBeCloseTo(0.5, 1);
  });

  it('needs two who judged the same', () => {
    expect(() =>
      rawAgreement([
        [1, null],
        [null, 1]
      ])
    ).toThrow('No item was judged by two');
    expect(() => rawAgreement([[1], [1, 2]])).toThrow('1 and 2 items');
  });
});
