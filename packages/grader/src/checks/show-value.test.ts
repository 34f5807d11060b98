import { expect, it } from 'vitest';
import type { Value } from '../sandbox.js';
import { quoted, showValue } from './show-value.js';

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
    { kind: 'object', type: 'range', fields: [['repr', { kind: 'str', value: 'range(0, 3)' }]] },
    'range(0, 3)'
  ],
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
