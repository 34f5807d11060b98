/** Grading data that asks for nothing, for tests to fill. */

import { GRADING_FORMAT, type GradingData } from './grading-data.js';

export const EMPTY: GradingData = {
  format: GRADING_FORMAT,
  challenge: 'c',
  points: 1,
  timeLimitSeconds: 1,
  memoryLimitMB: 256,
  tolerance: 1e-6,
  setup: null,
  stdin: null,
  starter: '',
  ungraded: null,
  tests: null,
  output: null,
  behaviour: [],
  forbid: [],
  require: []
};
