/** What is shown of each requirement: what is asked, and what the last check found. */

import {
  requirementsOf,
  type CheckResult,
  type CheckStatus,
  type GradingData,
  type Requirement,
  type Verdict
} from '@lectern/grader';

export interface Item {
  requirement: Requirement;
  /** `null`: nothing is known, since nothing was checked, or nothing could be. */
  status: Exclude<CheckStatus, 'broken-check'> | null;
  /** What there is to say about it; `null` where it is said of all of them, or there is nothing. */
  finding: CheckResult | null;
}

export interface Findings {
  /** Why the run ended before the checks: said once, not at each of them. */
  ending: CheckResult | null;
  items: Item[];
}

const ENDINGS: readonly CheckStatus[] = ['error', 'timed-out', 'out-of-memory'];

/** `verdict`: of the answer, where one is known. */
export function findings(grading: GradingData | null, verdict: Verdict | null): Findings {
  const checks = verdict?.checks ?? [];
  if (checks.length === 0) {
    const items = grading === null || grading.ungraded !== null ? [] : requirementsOf(grading);
    return {
      ending: null,
      items: items.map((requirement) => ({ requirement, status: null, finding: null }))
    };
  }
  const ending = endingOf(checks);
  const items = checks.map((check): Item => {
    if (check.status === 'broken-check' || (ending !== null && sameEnding(check, ending))) {
      return { requirement: check, status: null, finding: null };
    }
    return { requirement: check, status: check.status, finding: check };
  });
  return { ending, items };
}

/** Where the program itself ended early, all that depends on it ends in the same words. */
function endingOf(checks: readonly CheckResult[]): CheckResult | null {
  const ending = checks.find(({ status }) => ENDINGS.includes(status));
  if (ending === undefined) return null;
  const same = checks.filter((check) => sameEnding(check, ending));
  const others = checks.filter(({ weight }) => weight > 0);
  return same.length > 1 || same.length === others.length ? ending : null;
}

function sameEnding(left: CheckResult, right: CheckResult): boolean {
  return left.status === right.status && left.message === right.message;
}

/** `2 of 3 passed`; only how many there are, where nothing is known of any. */
export function tally({ items }: Findings): string {
  if (items.every(({ status }) => status === null)) return String(items.length);
  const passed = items.filter(({ status }) => status === 'passed').length;
  return `${passed} of ${items.length} passed`;
}

/** `2 of 3 points`; nothing where there are none to be had, and where the verdict is about nothing. */
export function pointsText(verdict: Verdict): string | null {
  const { points, score, checks } = verdict;
  if (points <= 0 || checks.length === 0 || verdict.status === 'broken-check') return null;
  return `${amount(score)} of ${amount(points)} ${points === 1 ? 'point' : 'points'}`;
}

function amount(value: number): string {
  return String(Number(value.toFixed(2)));
}
