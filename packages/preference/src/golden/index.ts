/** Evaluates files of golden numbers: `@lectern/preference/golden`. */

export {
  evaluateGolden,
  formatReport,
  TOLERANCE,
  type GoldenReport,
  type SectionReport
} from './evaluate.js';
export { compare, type Difference } from './compare.js';
