import { expect, it } from 'vitest';
import { GRADING_FORMAT } from './grading-data.js';
import { readGradingData } from './read-grading-data.js';

const data = {
  format: GRADING_FORMAT,
  challenge: 'c',
  points: 1,
  timeLimitSeconds: 10,
  memoryLimitMB: 512,
  tolerance: 1e-6,
  setup: null,
  stdin: null,
  starter: '',
  ungraded: null,
  tests: { source: 'def test_a(answer): ...', functions: [{ name: 'test_a', points: 2 }] },
  output: null,
  behaviour: [],
  forbid: ['eval'],
  require: []
};

it('reads what was written', () => {
  expect(readGradingData(JSON.parse(JSON.stringify(data)))).toEqual(data);
});

it('reads a copy that an earlier version wrote', () => {
  const { tests: _, forbid: __, require: ___, ...old } = data;
  expect(readGradingData({ ...old, format: 1 })).toEqual({ ...data, tests: null, forbid: [] });
});

it.each([
  ['nothing', null],
  ['a list', []],
  ['another format', { ...data, format: GRADING_FORMAT + 1 }],
  ['points that are no number', { ...data, points: '1' }],
  ['tests without functions', { ...data, tests: { source: '' } }],
  ['a rule that is no text', { ...data, forbid: [1] }]
])('does not read %s', (_, value) => {
  expect(readGradingData(value)).toBeNull();
});
