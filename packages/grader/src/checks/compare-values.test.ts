import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../sandbox.js';
import { sameValue } from './compare-values.js';

const int = (value: number | bigint): Value => ({ kind: 'int', value: String(value) });
const float = (value: string): Value => ({ kind: 'float', value });
const str = (value: string): Value => ({ kind: 'str', value });
const list = (...items: Value[]): Value => ({ kind: 'list', items });
const same = (a: Value, b: Value): boolean => sameValue(a, b, 1e-6);

const leaf: fc.Arbitrary<Value> = fc.oneof(
  fc.constant<Value>({ kind: 'none' }),
  fc.boolean().map((value): Value => ({ kind: 'bool', value })),
  fc.bigInt().map(int),
  fc
    .double()
    .map((value) => float(Number.isNaN(value) ? 'nan' : String(value).replace('Infinity', 'inf'))),
  fc.string().map(str)
);
const anyValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc
      .tuple(
        fc.constantFrom('list', 'tuple', 'set', 'iterator'),
        fc.array(tie('value'), { maxLength: 4 })
      )
      .map(([kind, items]) => ({ kind, items })),
    fc
      .array(fc.tuple(tie('value'), tie('value')), { maxLength: 3 })
      .map((entries): Value => ({ kind: 'dict', entries }))
  )
})).value;

describe('numbers', () => {
  it('are compared with a tolerance that grows with the expected one', () => {
    expect(same(float('0.30000000000000004'), float('0.3'))).toBe(true);
    expect(same(float('0.3001'), float('0.3'))).toBe(false);
    expect(same(float('1000000.5'), float('1000000.0'))).toBe(true);
  });
  it('count as equal whether whole or not, but true is not one', () => {
    expect(same(int(2), float('2.0'))).toBe(true);
    expect(same({ kind: 'bool', value: true }, int(1))).toBe(false);
    expect(same(int(1), { kind: 'bool', value: true })).toBe(false);
    expect(same({ kind: 'complex', real: '2.0', imag: '0.0' }, int(2))).toBe(true);
  });
  it('never let a large whole number be off by one', () => {
    expect(same(int(10_000_001), int(10_000_000))).toBe(false);
    expect(same(int(10n ** 30n + 1n), int(10n ** 30n))).toBe(false);
  });
  it('know nan, infinities and the sign of zero', () => {
    expect(same(float('nan'), float('nan'))).toBe(true);
    expect(same(float('nan'), float('0.0'))).toBe(false);
    expect(same(float('inf'), float('inf'))).toBe(true);
    expect(same(float('-inf'), float('inf'))).toBe(false);
    expect(same(float('1e308'), float('inf'))).toBe(false);
    expect(same(float('-0.0'), float('0.0'))).toBe(true);
  });
});

describe('containers', () => {
  it('are not mistaken for each other', () => {
    expect(same({ kind: 'tuple', items: [int(1)] }, list(int(1)))).toBe(false);
    expect(same({ kind: 'iterator', items: [int(1)] }, list(int(1)))).toBe(false);
  });
  it('without an order are compared without one', () => {
    const set = (...items: Value[]): Value => ({ kind: 'set', items });
    expect(same(set(int(1), str('a')), set(str('a'), int(1)))).toBe(true);
    expect(same(set(int(1), int(1)), set(int(1), int(2)))).toBe(false);
    const dict = (...entries: [Value, Value][]): Value => ({ kind: 'dict', entries });
    expect(
      same(
        dict([str('a'), int(1)], [str('b'), int(2)]),
        dict([str('b'), int(2)], [str('a'), int(1)])
      )
    ).toBe(true);
    expect(same(dict([str('a'), int(1)]), dict([str('a'), int(2)]))).toBe(false);
  });
  it('differ where one is longer', () => {
    expect(same(list(int(1)), list(int(1), int(2)))).toBe(false);
    expect(same(list(int(1), int(2)), list(int(1)))).toBe(false);
  });
});

it('long texts differ by their digest', () => {
  const long = (sha256: string): Value => ({
    kind: 'str',
    value: 'aaa',
    cut: { length: 9_000, sha256 }
  });
  expect(same(long('x'), long('x'))).toBe(true);
  expect(same(long('x'), long('y'))).toBe(false);
});

it('long containers differ by their length, and by the digest of the rest where both sides have one', () => {
  const long = (cut: number, sha256?: string): Value => ({
    kind: 'list',
    items: [int(1)],
    cut,
    ...(sha256 === undefined ? {} : { sha256 })
  });
  expect(same(long(9_000, 'x'), long(9_000, 'x'))).toBe(true);
  expect(same(long(9_000, 'x'), long(9_000, 'y'))).toBe(false);
  expect(same(long(9_000), long(9_000, 'y'))).toBe(true);
  expect(same(long(9_001, 'x'), long(9_000, 'x'))).toBe(false);
});

it('every value is the same as itself, and being the same goes both ways', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      expect(same(value, structuredClone(value))).toBe(true);
    })
  );
  fc.assert(
    fc.property(anyValue, anyValue, (left, right) => {
      // With no tolerance: with one, |b| makes the relation lean to one side.
      expect(sameValue(left, right, 0)).toBe(sameValue(right, left, 0));
    })
  );
});
