/** Do two values count as the same answer? Numbers by tolerance, containers by what they hold. */

import type { Value } from '../sandbox.js';

/** |a − b| ≤ tolerance · max(1, |b|); two whole numbers must be equal, since an off-by-one is never rounding. */
export function sameValue(actual: Value, expected: Value, tolerance: number): boolean {
  const same = (left: Value, right: Value): boolean => sameValue(left, right, tolerance);
  if (isNumber(actual) && isNumber(expected)) return sameNumber(actual, expected, tolerance);
  switch (expected.kind) {
    case 'none':
    case 'cycle':
      return actual.kind === expected.kind;
    case 'cut':
      // Past the cap neither side is known; what came before it has been compared.
      return actual.kind === 'cut';
    case 'bool':
      return actual.kind === 'bool' && actual.value === expected.value;
    case 'str':
    case 'bytes':
      return (
        actual.kind === expected.kind &&
        actual.value === expected.value &&
        actual.cut?.sha256 === expected.cut?.sha256
      );
    case 'list':
    case 'tuple':
    case 'iterator':
      return (
        actual.kind === expected.kind &&
        sameRest(actual, expected) &&
        actual.items.length === expected.items.length &&
        expected.items.every((item, index) => same(actual.items[index] as Value, item))
      );
    case 'set':
    case 'frozenset':
      return (
        (actual.kind === 'set' || actual.kind === 'frozenset') &&
        sameRest(actual, expected) &&
        sameUnordered(actual.items, expected.items, same)
      );
    case 'dict':
      return (
        actual.kind === 'dict' &&
        sameRest(actual, expected) &&
        sameUnordered(
          actual.entries,
          expected.entries,
          (left, right) => same(left[0], right[0]) && same(left[1], right[1])
        )
      );
    case 'object':
      return (
        actual.kind === 'object' &&
        actual.type === expected.type &&
        actual.cut === expected.cut &&
        actual.fields.length === expected.fields.length &&
        expected.fields.every(([name, value], index) => {
          const field = actual.fields[index];
          return field !== undefined && field[0] === name && same(field[1], value);
        })
      );
    case 'name':
      // Two functions cannot be compared; two classes are the same by name.
      return (
        actual.kind === 'name' &&
        actual.type === expected.type &&
        (expected.type !== 'type' || actual.name === expected.name)
      );
    default:
      return false;
  }
}

/** What was cut off: as long, and the same as far as both sides know. */
function sameRest(actual: CutValue, expected: CutValue): boolean {
  return (
    actual.cut === expected.cut &&
    (actual.sha256 === undefined ||
      expected.sha256 === undefined ||
      actual.sha256 === expected.sha256)
  );
}

interface CutValue {
  cut?: number;
  sha256?: string;
}

type NumberValue = Extract<Value, { kind: 'int' | 'float' | 'complex' }>;

function isNumber(value: Value): value is NumberValue {
  return value.kind === 'int' || value.kind === 'float' || value.kind === 'complex';
}

function sameNumber(actual: NumberValue, expected: NumberValue, tolerance: number): boolean {
  if (actual.kind === 'int' && expected.kind === 'int') return actual.value === expected.value;
  const a = components(actual);
  const b = components(expected);
  if (a.some(Number.isNaN) || b.some(Number.isNaN)) {
    return a.every((part, index) => Object.is(part, b[index]));
  }
  if (![...a, ...b].every(Number.isFinite)) return a[0] === b[0] && a[1] === b[1];
  const distance = Math.hypot(a[0] - b[0], a[1] - b[1]);
  return distance <= tolerance * Math.max(1, Math.hypot(...b));
}

function components(value: NumberValue): [real: number, imaginary: number] {
  return value.kind === 'complex'
    ? [pythonFloat(value.real), pythonFloat(value.imag)]
    : [pythonFloat(value.value), 0];
}

/** Reads Python's text of a number: `inf`, `-inf` and `nan` are spelt differently in JavaScript. */
export function pythonFloat(text: string): number {
  if (text === 'inf') return Infinity;
  if (text === '-inf') return -Infinity;
  return Number(text);
}

/** Each item of one side has a partner of its own on the other. */
function sameUnordered<T>(
  actual: readonly T[],
  expected: readonly T[],
  same: (actual: T, expected: T) => boolean
): boolean {
  if (actual.length !== expected.length) return false;
  const left = [...actual];
  return expected.every((item) => {
    const index = left.findIndex((candidate) => same(candidate, item));
    if (index < 0) return false;
    left.splice(index, 1);
    return true;
  });
}
