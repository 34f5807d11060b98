import { expect, it } from 'vitest';
import { english, sayIn } from '../messages/messages.js';
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
  [{ kind: 'name', type: 'function', name: 'f' }, '<function f>'],
  [{ kind: 'name', type: 'generator', name: '' }, '<generator>'],
  [{ kind: 'float', value: 'inf' }, 'inf'],
  [{ kind: 'float', value: '-inf' }, '-inf'],
  [{ kind: 'float', value: '-0.0' }, '-0.0'],
  [{ kind: 'float', value: '1e-07' }, '1e-07'],
  [{ kind: 'float', value: '100.0' }, '100.0'],
  [{ kind: 'float', value: '123456789.12345679' }, '123456789.123'],
  [{ kind: 'complex', real: '1.0', imag: '2.0' }, '(1+2j)'],
  [{ kind: 'complex', real: '0.0', imag: '-2.5' }, '-2.5j'],
  [{ kind: 'complex', real: '-0.0', imag: '1.0' }, '(-0+1j)'],
  [{ kind: 'complex', real: 'nan', imag: '-inf' }, '(nan-infj)'],
  [{ kind: 'int', value: `0x…${'a'.repeat(64)} (20001 bits)` }, 'a whole number of 20001 bits'],
  [{ kind: 'bytes', value: 'a\u0000\u00ff\n' }, 'b"a\\x00\\xff\\n"'],
  [
    { kind: 'str', value: 'ab', cut: { length: 9_000, sha256: '' } },
    '"ab"… (9000 characters in all)'
  ],
  [
    { kind: 'bytes', value: 'ab', cut: { length: 9_000, sha256: '' } },
    'b"ab"… (9000 bytes in all)'
  ],
  [{ kind: 'frozenset', items: [] }, 'frozenset()'],
  [{ kind: 'frozenset', items: [{ kind: 'int', value: '1' }] }, 'frozenset({1})'],
  [{ kind: 'iterator', items: [{ kind: 'int', value: '1' }] }, 'an iterator over [1]'],
  [
    { kind: 'list', items: [{ kind: 'int', value: '1' }], cut: 9_999 },
    '[1, … (9999 items in all)]'
  ],
  [{ kind: 'tuple', items: [{ kind: 'cut' }] }, '(…,)'],
  [{ kind: 'list', items: [{ kind: 'cycle' }] }, '[… (itself again)]'],
  [
    {
      kind: 'dict',
      entries: [
        [
          { kind: 'tuple', items: [] },
          { kind: 'dict', entries: [] }
        ]
      ],
      cut: 1
    },
    '{(): {}, … (1 item in all)}'
  ],
  [
    {
      kind: 'object',
      type: 'Colour',
      fields: [
        ['name', { kind: 'str', value: 'RED' }],
        ['value', { kind: 'int', value: '1' }]
      ]
    },
    'Colour(name="RED", value=1)'
  ],
  [{ kind: 'object', type: 'object', fields: [] }, 'object()']
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

it('shows what cannot be seen', () => {
  expect(quoted('a\u00a0b\u200bc\u202ed\ud800')).toBe('"a\\u00a0b\\u200bc\\u202ed\\ud800"');
  expect(quoted('\u{e0001}')).toBe('"\\U000e0001"');
  expect(quoted('é 漢 🙂')).toBe('"é 漢 🙂"');
});

it('shows a value in the language of the verdict', () => {
  const say = sayIn({
    language: 'de',
    texts: { ...english.texts, 'value.iterator': 'nacheinander {items}' }
  });
  expect(showValue({ kind: 'iterator', items: [{ kind: 'none' }] }, 200, say)).toBe(
    'nacheinander None'
  );
});
