import { expect, it } from 'vitest';
import type { CallOutcome, Value } from '../sandbox.js';
import { quoted, showOutcome, showValue } from './show-value.js';

const cases: [Value, string][] = [
  [{ kind: 'none' }, 'None'],
  [{ kind: 'bool', value: false }, 'False'],
  [{ kind: 'float', value: '1.2000000000000002' }, '1.2'],
  [{ kind: 'float', value: '0.1' }, '0.1'],
  [{ kind: 'float', value: '1e+16' }, '1e+16'],
  [{ kind: 'float', value: 'nan' }, 'nan'],
  [{ kind: 'float', value: '0.3333333333333333' }, '0.333333333333'],
  [{ kind: 'tuple', items: [{ kind: 'int', value: '1' }] }, '(1,)'],
  [{ kind: 'set', items: [] }, 'set()'],
  [
    {
      kind: 'dict',
      entries: [
        [
          { kind: 'str', value: 'a' },
          { kind: 'list', items: [] }
        ]
      ]
    },
    '{"a": []}'
  ],
  [{ kind: 'object', type: 'Point', fields: [['x', { kind: 'int', value: '1' }]] }, 'Point(x=1)'],
  [
    { kind: 'object', type: 'Path', fields: [['repr', { kind: 'str', value: "Path('a')" }]] },
    "Path('a')"
  ],
  [
    {
      kind: 'object',
      type: 'range',
      fields: [
        ['0', { kind: 'int', value: '0' }],
        ['1', { kind: 'int', value: '3' }]
      ]
    },
    'range(0, 3)'
  ],
  [{ kind: 'object', type: 'Many', fields: [], cut: 3_000 }, 'Many(… (3000 attributes))'],
  [{ kind: 'list', items: [{ kind: 'int', value: '1' }], cut: 9_000 }, '[1, … (9000 items)]'],
  [{ kind: 'name', type: 'function', name: 'f' }, '<function f>']
];

it.each(cases)('shows %j as %s', (value, text) => {
  expect(showValue(value)).toBe(text);
});

it('quotes text as Python does, whitespace visible', () => {
  expect(quoted('tab\there "so"')).toBe(`'tab\\there "so"'`);
  expect(quoted(`it's "so"\n`)).toBe(`"it's \\"so\\"\\n"`);
  expect(quoted('\u0000\u007f')).toBe('"\\x00\\x7f"');
});

it('cuts what a sentence cannot hold', () => {
  expect(showValue({ kind: 'str', value: 'x'.repeat(500) }, 20)).toBe(`"${'x'.repeat(18)}…`);
});

it('says what a call gave, when it is awaited, and before it raised', () => {
  const items: Value = { kind: 'iterator', items: [{ kind: 'int', value: '1' }] };
  const error = { type: 'KeyError', message: 'x', line: 1, traceback: '' };
  const show = (outcome: Partial<CallOutcome>): string =>
    showOutcome({
      result: null,
      error: null,
      mutated: [],
      stdout: '',
      stdoutCut: false,
      ...outcome
    });
  expect(show({ result: items })).toBe('gave an iterator over [1]');
  expect(show({ result: items, awaited: true })).toBe('gave an asynchronous iterator over [1]');
  expect(show({ awaited: true })).toBe('gave a coroutine of None');
  expect(show({ error })).toBe('raised KeyError: x');
  expect(show({ result: items, error })).toBe('gave an iterator over [1], then raised KeyError: x');
});
