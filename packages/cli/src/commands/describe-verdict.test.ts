import { expect, it, vi } from 'vitest';
import type colorsType from 'picocolors';
import type { CheckResult, Verdict } from '@lectern/grader';

type Colors = typeof colorsType;

// Whether the tests run in a terminal must not decide.
vi.mock('picocolors', async (original) => {
  const { default: colors } = await original<{ default: Colors }>();
  return { default: colors.createColors(false) };
});
const { describeVerdict } = await import('./describe-verdict.js');

function verdict(status: Verdict['status'], checks: Partial<CheckResult>[]): Verdict {
  const all = checks.map((check) => ({
    kind: 'output' as const,
    name: 'output',
    text: '',
    weight: 1,
    status: 'failed' as const,
    message: '',
    ...check
  }));
  return { challenge: 'c', status, points: 3, score: 1 / 3, checks: all, durationMs: 1 };
}

it('shows a diff', () => {
  const diff = [
    { mark: ' ' as const, text: 'a' },
    { mark: '-' as const, text: 'b' },
    { mark: '+' as const, text: 'c' }
  ];
  expect(describeVerdict(verdict('failed', [{ message: 'Line 2 differs.', diff }]))).toBe(
    `c: failed (0.33 of 3 points)
  ✗ output: Line 2 differs.
      - expected  + printed
        a
      - b
      + c
`
  );
});

it('tells once what stops all checks, with its traceback and what it means', () => {
  const stopped = {
    status: 'error' as const,
    message: 'Your code stopped.',
    actual: 'Traceback:\n  line 1\nNameError\n',
    explanation: '`x` is not defined.'
  };
  const checks = [
    { name: 'forbid for', status: 'passed' as const, message: 'Fine.' },
    stopped,
    { ...stopped, name: 'f' }
  ];
  expect(describeVerdict(verdict('error', checks))).toBe(
    `c: error (0.33 of 3 points)
  ✓ forbid for: Fine.
  ✗ output, f: Your code stopped.
      Traceback:
        line 1
      NameError
      \`x\` is not defined.
`
  );
});

it('says why nothing was checked', () => {
  expect(describeVerdict(verdict('not-attempted', []))).toContain('still the starter');
  expect(describeVerdict(verdict('ungraded', []))).toContain('not graded');
});
