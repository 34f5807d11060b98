/** Challenge and answer → Verdict. The host's sandbox comes from `@lectern/grader/browser` or `@lectern/grader/node`. */

export * from './verdict.js';
export * from './grading-data.js';
export * from './sandbox.js';
export { grade, type GradeOptions } from './grade.js';
export { deriveGradingData, type DeriveOptions, type Derived } from './derive/derive.js';
export { GRADING_RULES } from './derive/rules.js';
export {
  nbgraderChallenge,
  type NbgraderChallenge,
  type NbgraderCheck
} from './export/nbgrader.js';
