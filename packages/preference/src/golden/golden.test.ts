/** The golden numbers on cpu; that they are computed and not looked up; and files that are not as they should be. */

import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useCpu } from '../cpu.testing.js';
import { compare } from './compare.js';
import { evaluateGolden, formatReport } from './evaluate.js';
import { isRecord } from './schema.js';
import { SECTIONS } from './sections/index.js';

type Case = { id: string; inputs: Record<string, unknown>; [key: string]: unknown };
type File = Record<string, Case[]>;

// The numbers are kept beside the checkout, not in it.
const NUMBERS = new URL('../../../../../shared/golden/preference.json', import.meta.url);
const read = () => JSON.parse(readFileSync(NUMBERS, 'utf8')) as File;

beforeAll(useCpu);

describe.skipIf(!existsSync(NUMBERS))('the golden numbers', () => {
  it('are reached, every value and gradient of every case', async () => {
    const report = await evaluateGolden(read());
    expect(report.sections.flatMap(({ problems }) => problems)).toEqual([]);
    expect(report).toMatchObject({ cases: 129, failed: 0 });
    expect(report.largestError).toBeLessThan(1e-5);
  });

  it.each(Object.keys(SECTIONS))(
    '%s is computed: a changed input gives other values',
    async (name) => {
      const file = read();
      const changed = file[name]!.map((one) => ({ ...one, inputs: change(one) }));
      const report = await evaluateGolden({ [name]: changed });
      const section = report.sections.find((one) => one.section === name)!;
      expect(section).toMatchObject({ evaluated: section.cases, failed: section.cases });
    }
  );

  it('do not depend on ids, except for which format is meant', async () => {
    const file = read();
    const renamed = Object.entries(file).map(([name, cases]) => [
      name,
      name === 'meta' || name === 'formats'
        ? cases
        : cases.map((one, i) => ({ ...one, id: `${i}` }))
    ]);
    expect((await evaluateGolden(Object.fromEntries(renamed))).failed).toBe(0);
  });

  it('fail with the place where a value is wrong', async () => {
    const file = read();
    const wrong = structuredClone(file);
    (wrong['dpo']![0]!['expected'] as { metrics: Record<string, number> }).metrics[
      'rewards/chosen'
    ]! += 1e-4;
    const report = await evaluateGolden(wrong);
    expect(report.failed).toBe(1);
    expect(formatReport(report)).toContain(
      'sigmoid_b0.1: error 1.0e-4 at metrics.rewards/chosen\n'
    );
    expect(formatReport(report).split('\n').at(-1)).toBe(
      '129 cases, 1 failed, largest error 1.0e-4'
    );
  });
});

/** What is no quantity that a small change leaves valid. */
const KEPT = /^(ref|p|q|labels|dones|nextDone|lastTokenIndex|K|.*[mM]ask|.*Lengths)$/;

/** Other numbers, in no way that a loss might not notice; another text. */
function change({ inputs }: Case): Record<string, unknown> {
  const other = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(other);
    if (isRecord(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, other(inner)]));
    }
    if (typeof value === 'number') return value === 0 ? 0 : 1.1 * value + 0.37;
    if (value === '0..999') return '1..1000';
    return typeof value === 'string' ? `${value} indeed` : value;
  };
  const entries = Object.entries(inputs).map(([key, value]) => {
    if (key === 'p') return [key, (value as number[]).toReversed()];
    return [key, KEPT.test(key) ? value : other(value)];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

describe('a file', () => {
  const adaptiveKl = {
    id: 'a',
    inputs: { klSequence: [6] },
    params: { initKlCoef: 0.2, target: 6, horizon: 100, nSteps: 1 },
    expected: { klCoefAfterEach: [0.2], note: 'not compared' }
  };
  const problemsOf = async (file: unknown, section: string) =>
    (await evaluateGolden(file)).sections.find((one) => one.section === section)?.problems;

  it('without a section fails for it', async () => {
    expect(await problemsOf({ adaptiveKl: [adaptiveKl] }, 'adaptiveKl')).toEqual([]);
    expect(await problemsOf({ adaptiveKl: [adaptiveKl] }, 'dpo')).toEqual([
      'the section is missing'
    ]);
  });

  it('with a section that is not known fails for each case', async () => {
    expect(await problemsOf({ magic: [adaptiveKl] }, 'magic')).toEqual([
      'a: cannot be evaluated: there is no section magic'
    ]);
  });

  it('with a malformed case fails and says which field', async () => {
    const broken = { ...adaptiveKl, params: { ...adaptiveKl.params, target: 'six' } };
    expect(await problemsOf({ adaptiveKl: [broken, {}, 7] }, 'adaptiveKl')).toEqual([
      'a: cannot be evaluated: params.target must be a number; got "six"',
      '(no id): cannot be evaluated: a case must have an id',
      '(no id): cannot be evaluated: a case must be an object'
    ]);
  });

  it('that has no cases at all is refused', async () => {
    await expect(evaluateGolden([])).rejects.toThrow('an object is wanted');
    await expect(evaluateGolden({ meta: {} })).rejects.toThrow('it has no section');
  });
});

describe('compare', () => {
  it('divides by the expected value where that is above 1', () => {
    expect(compare({ a: 101 }, { a: 100 })).toEqual({ error: 0.01, path: 'a' });
    expect(compare({ a: 0.02 }, { a: 0.01 }).error).toBeCloseTo(0.01, 12);
  });

  it.each([
    [{ a: NaN }, { a: 0 }],
    [{}, { a: 0 }],
    [{ a: [1, 2] }, { a: [1] }],
    [{ a: 'x' }, { a: 'y' }],
    [{ a: 1 }, { a: true }],
    [{ a: {} }, { a: { b: null } }],
    [{ a: Infinity }, { a: 1 }]
  ])('finds %j unlike %j', (computed, expected) => {
    expect(compare(computed, expected).error).toBe(Infinity);
  });

  it('leaves remarks out, at any depth', () => {
    expect(compare({ a: {} }, { a: { note: 'x', finalMaxAbsErr: 1 }, note: 'y' }).error).toBe(0);
  });
});
