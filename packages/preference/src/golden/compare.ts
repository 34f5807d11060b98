/** How far computed values are from expected ones. */

import { isRecord } from './schema.js';

/** Not compared, wherever they stand: remarks, and an accuracy that another implementation reached. */
const NOT_COMPARED = new Set(['note', 'finalMaxAbsErr']);

export interface Difference {
  /** the largest |a − b| / max(1, |b|); infinite where something that is no number differs, or is missing */
  error: number;
  /** where that is, as `metrics.rewards/chosen` */
  path: string;
}

/** Everything in `expected` is looked for in `computed`, which may hold more. */
export function compare(computed: unknown, expected: unknown, path = ''): Difference {
  if (typeof expected === 'number') {
    return { error: numericError(computed, expected), path };
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(computed) || computed.length !== expected.length) {
      return { error: Infinity, path };
    }
    return largest(
      expected.map((value, i) => compare(computed[i], value, `${path}[${i}]`)),
      path
    );
  }
  if (isRecord(expected)) {
    if (!isRecord(computed)) return { error: Infinity, path };
    return largest(
      Object.entries(expected)
        .filter(([key]) => !NOT_COMPARED.has(key))
        .map(([key, value]) => compare(computed[key], value, path === '' ? key : `${path}.${key}`)),
      path
    );
  }
  return { error: computed === expected ? 0 : Infinity, path };
}

function numericError(computed: unknown, expected: number): number {
  if (typeof computed !== 'number') return Infinity;
  if (Object.is(computed, expected) || computed === expected) return 0;
  const error = Math.abs(computed - expected) / Math.max(1, Math.abs(expected));
  // Of values that are not finite, only equal ones agree.
  return Number.isFinite(error) ? error : Infinity;
}

function largest(differences: Difference[], path: string): Difference {
  return differences.reduce((worst, next) => (next.error > worst.error ? next : worst), {
    error: 0,
    path
  });
}
