import { describe, expect, it } from 'vitest';
import { parseEvent } from './protocol.js';

const outcome = {
  result: { kind: 'int', value: '1' },
  error: null,
  mutated: [],
  stdout: '',
  stdoutCut: false
};

it('reads an event of its own run', () => {
  expect(parseEvent(`n ${JSON.stringify({ event: 'call', index: 0, ...outcome })}`, 'n')).toEqual({
    event: 'call',
    index: 0,
    ...outcome
  });
});

it.each([
  ['another nonce', `m {"event":"done"}`],
  ['no nonce', `{"event":"done"}`],
  ['no JSON', 'n {'],
  ['an unknown event', 'n {"event":"passed"}'],
  ['a verdict', 'n {"event":"verdict","status":"passed","score":1}'],
  [
    'a value of no kind',
    `n ${JSON.stringify({ event: 'call', index: 0, ...outcome, result: { kind: 'win' } })}`
  ],
  ['a negative index', `n ${JSON.stringify({ event: 'call', index: -1, ...outcome })}`]
])('takes nothing from %s', (_, message) => {
  expect(parseEvent(message, 'n')).toBeNull();
});

it('leaves out what the schema does not name', () => {
  const event = parseEvent('n {"event":"done","score":1}', 'n');
  expect(event).toEqual({ event: 'done' });
});

describe('a hostile message', () => {
  const call = (result: string, more = ''): string =>
    `n {"event":"call","index":0,"result":${result},"error":null,"mutated":[],"stdout":"","stdoutCut":false${more}}`;
  const deep = (depth: number): string =>
    '{"kind":"list","items":['.repeat(depth) + '{"kind":"none"}' + ']}'.repeat(depth);

  it.each([
    ['is too deep', call(deep(5_000))],
    ['is deeper than any stack', call(deep(200_000))],
    ['is nothing but depth', `n ${'['.repeat(1_000_000)}`],
    [
      'has millions of parts',
      call(`{"kind":"list","items":[${'{"kind":"none"},'.repeat(500_000)}1]}`)
    ],
    ['has a text longer than ours', call(`{"kind":"str","value":"${'x'.repeat(1_000_000)}"}`)],
    ['has an index beyond all numbers', `n {"event":"source","index":1e999}`],
    ['has an index between numbers', `n {"event":"source","index":0.5}`],
    ['has a text for a number', `n {"event":"source","index":"0"}`],
    ['has a prototype for a kind', call('{"kind":"__proto__"}')],
    ['hides its fields behind a prototype', 'n {"__proto__":{"event":"done"}}'],
    ['ends too soon', call('{"kind":"none"').slice(0, -1)],
    ['is a list', 'n [{"event":"done"}]'],
    ['is nothing', 'n '],
    ['has two events', 'n {"event":"done"}{"event":"done"}']
  ])('that %s is none', (_, message) => {
    expect(parseEvent(message, 'n')).toBeNull();
  });

  it('that names prototypes changes none', () => {
    const event = parseEvent(
      call(
        '{"kind":"object","type":"__proto__","fields":[["__proto__",{"kind":"none"}]]}',
        ',"__proto__":{"status":"passed"}'
      ),
      'n'
    );
    expect(event).toMatchObject({ event: 'call', result: { type: '__proto__' } });
    expect((event as unknown as { status?: string }).status).toBeUndefined();
    expect(({} as { status?: string }).status).toBeUndefined();
  });

  it('that is as large as ours may be is one', () => {
    expect(parseEvent(call(deep(20)), 'n')).not.toBeNull();
  });
});
