/** The golden numbers on cpu; that they are computed and not looked up; and files that are not as they should be. */

import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useCpu } from '../cpu.testing.js';
import { compare } from './compare.js';
import { evaluateGolden, formatReport } from './evaluate.js';
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
      const changed = {
        ...file,
        [name]: file[name]!.map((one) => ({ ...one, inputs: change(one) }))
      };
      const report = await evaluateGolden(changed);
      const section = report.sections.find((one) => one.section === name)!;
      expect(section.failed).toBe(section.cases);
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

/** The first number, or text, that is found is another. */
function change({ inputs }: Case): unknown {
  let changed = false;
  return JSON.parse(
    JSON.stringify(inputs, (key, value: unknown) => {
      if (changed || ['lastTokenIndex', 'K'].includes(key)) return value;
      if (typeof value === 'number') {
        changed = true;
        return value + 0.37;
      }
      if (typeof value === 'string' && value !== 'uniform') {
        changed = true;
        return /^\d/.test(value) ? value.replace('999', '998') : `another ${value}`;
      }
      return value;
    })
  );
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
