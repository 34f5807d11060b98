/** What a check found; the rest of its result is its requirement. */

import type { CheckResult, Requirement } from './verdict.js';

export type Finding = Omit<CheckResult, keyof Requirement>;
