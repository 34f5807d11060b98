/** Which of the author's tests are graded: those that the solution passes, whatever the seed. */

import type { Challenge } from '@lectern/lesson';
import type { Tests } from '../author-tools.js';
import { grade, OTHER_SEED, RUN_SEED } from '../grade.js';
import type { GradedTests, GradingData } from '../grading-data.js';
import type { GradingProblems } from '../rules.js';
import type { Sandbox } from '../sandbox.js';
import type { CheckResult } from '../verdict.js';

export interface GradedEditions {
  /** Without the withheld tests; `null` where there is none to show. */
  student: GradedTests | null;
  full: GradedTests | null;
}

interface Context {
  sandbox: Sandbox;
  problems: GradingProblems;
  signal?: AbortSignal;
}

const NONE: GradedEditions = { student: null, full: null };

/** `common`: the challenge's other grading data. */
export async function gradedTests(
  challenge: Challenge,
  common: GradingData,
  context: Context
): Promise<GradedEditions> {
  const { tests: source, solution } = challenge;
  if (source === null || solution === null) return NONE;
  const outline = await outlineOf(source, challenge.tolerance, context);
  const problem =
    outline.problem ??
    (outline.functions.length === 0
      ? { text: 'they define no function test_…(answer)', line: null }
      : null);
  if (problem !== null) {
    const where = problem.line === null ? '' : `line ${problem.line} of the Tests: `;
    context.problems.report(
      'challenge/tests-broken',
      `the tests cannot be run: ${where}${problem.text}.`,
      'Correct the Tests part; until then the challenge is graded without it.'
    );
    return NONE;
  }
  const all: GradedTests = {
    source,
    functions: outline.functions.map(({ name, requirement, points, withheld }) => ({
      name,
      requirement,
      points,
      ...(withheld ? { withheld: true as const } : {})
    }))
  };
  const full = await passedBySolution(all, solution, common, context);
  const shown = full?.functions.filter(({ withheld }) => withheld !== true) ?? [];
  const student = { source: outline.publicSource, functions: shown };
  return {
    full,
    // By itself, without the withheld ones, it must run as well.
    student:
      shown.length === all.functions.length
        ? full
        : await passedBySolution(student, solution, common, context)
  };
}

async function outlineOf(
  source: string,
  tolerance: number,
  { sandbox, signal }: Context
): Promise<Pick<Tests, 'problem' | 'functions' | 'publicSource'>> {
  return sandbox.author.withTests(
    { source, tolerance, seed: RUN_SEED },
    ({ problem, functions, publicSource }) => Promise.resolve({ problem, functions, publicSource }),
    signal === undefined ? {} : { signal }
  );
}

async function passedBySolution(
  tests: GradedTests,
  solution: string,
  common: GradingData,
  { sandbox, problems, signal }: Context
): Promise<GradedTests | null> {
  if (tests.functions.length === 0) return null;
  const data: GradingData = {
    ...common,
    tests,
    output: null,
    behaviour: [],
    forbid: [],
    require: []
  };
  const results = async (seed: number): Promise<Map<string, CheckResult>> => {
    const options = { evenUnchanged: true, seed, ...(signal === undefined ? {} : { signal }) };
    const { checks } = await grade(data, solution, sandbox, options);
    return new Map(checks.map((check) => [check.name, check]));
  };
  const first = await results(RUN_SEED);
  const second = await results(OTHER_SEED);
  const functions = tests.functions.filter(({ name }) => {
    const [here, there] = [first.get(name), second.get(name)];
    if (here?.status !== 'passed') {
      problems.report(
        'challenge/test-fails',
        `the solution does not pass ${name}: ${told(here)}`,
        'Correct the test or the solution; until then the test is not used.'
      );
      return false;
    }
    if (there?.status !== 'passed') {
      problems.report(
        'challenge/test-varies',
        `the solution passes ${name} in one run and not in another: ${told(there)}`,
        'Let it depend neither on chance nor on the clock; until then the test is not used.'
      );
      return false;
    }
    return true;
  });
  return functions.length === 0 ? null : { ...tests, functions };
}

function told(check: CheckResult | undefined): string {
  return check?.instructor ?? check?.message ?? 'it was not run.';
}
