import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from './random.js';

const many = 20_000;

describe('one seed', () => {
  it('is one sequence, and another seed another', () => {
    const draw = (seed: number): number[] => {
      const random = new Random(seed);
      return Array.from({ length: 5 }, () => random.uniform());
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('begins with other numbers than the seeds beside it', () => {
    const firsts = Array.from({ length: 2_000 }, (_, seed) => new Random(seed).uniform());
    const mean = firsts.reduce((sum, x) => sum + x, 0) / firsts.length;
    expect(mean).toBeCloseTo(0.5, 1);
    const products = firsts.slice(1).map((x, index) => (x - mean) * ((firsts[index] ?? 0) - mean));
    const correlation = (12 * products.reduce((sum, x) => sum + x, 0)) / products.length;
    expect(Math.abs(correlation)).toBeLessThan(0.08);
    expect(new Set(firsts.map((x) => Math.floor(x * 20))).size).toBe(20);
  });

  it('is the same everywhere, and in later versions', () => {
    const random = new Random(1);
    expect([random.uniform(), random.normal(), random.integer(100)]).toMatchInlineSnapshot(`
      [
        0.9818013038654628,
        1.1166632390920612,
        41,
      ]
    `);
  });
});

it('normal numbers have mean 0, variance 1, and are symmetric', () => {
  const random = new Random(3);
  const values = Array.from({ length: many }, () => random.normal());
  const mean = (some: number[]): number => some.reduce((sum, x) => sum + x, 0) / some.length;
  expect(Math.abs(mean(values))).toBeLessThan(0.03);
  expect(mean(values.map((x) => x * x))).toBeCloseTo(1, 1);
  expect(Math.abs(mean(values.map((x) => x ** 3)))).toBeLessThan(0.1);
});

it('an index comes as often as its weight says, and never with weight zero', () => {
  const random = new Random(5);
  const counts = [0, 0, 0, 0];
  for (let draw = 0; draw < many; draw++) counts[random.weighted([0, 1, 3, 0])]!++;
  expect(counts[0]).toBe(0);
  expect(counts[3]).toBe(0);
  expect((counts[2] ?? 0) / many).toBeCloseTo(0.75, 1);
});

it('a new order has the same things', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
      expect(new Random(seed).shuffled(items).toSorted()).toEqual(items.toSorted());
    })
  );
});

it('every place is as likely for every number, where numbers are shuffled in place', () => {
  const random = new Random(11);
  const [size, draws] = [5, 20_000];
  const counts = new Int32Array(size * size);
  for (let draw = 0; draw < draws; draw++) {
    const order = Int32Array.from({ length: size }, (_, index) => index);
    random.shuffle(order);
    expect([...order].toSorted()).toEqual([0, 1, 2, 3, 4]);
    for (const [place, value] of order.entries()) counts[place * size + value]!++;
  }
  // Four standard deviations of a binomial count.
  const spread = 4 * Math.sqrt(draws * 0.2 * 0.8);
  for (const count of counts) expect(Math.abs(count - draws / size)).toBeLessThan(spread);
});

it.each([
  ['a seed that is no whole number', () => new Random(0.5), 'A seed is a whole number, not 0.5.'],
  ['nothing to choose from', () => new Random(1).integer(0), 'There is no whole number below 0.'],
  ['no weight', () => new Random(1).weighted([0, 0]), 'No weight is above zero.'],
  [
    'a weight that is no number',
    () => new Random(1).weighted([1, NaN]),
    'Weight 1 is NaN; it must be finite and at least 0.'
  ]
])('%s is refused', (_, work, message) => expect(work).toThrow(message));
