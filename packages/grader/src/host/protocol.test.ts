import { expect, it } from 'vitest';
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
