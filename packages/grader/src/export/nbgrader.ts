/** Grading data as nbgrader's grade cells: the public checks of a challenge as Python that needs no Lectern. */

import type { GradedCall, GradedFunction, GradingData, OutputCheck } from '../grading-data.js';
import { pythonLiteral, pythonString } from './python-literal.js';

export interface NbgraderCheck {
  source: string;
  points: number;
}

export interface NbgraderChallenge {
  /** The last line of the setup cell: what runs after it is the answer. */
  begin: string;
  /** One an output and a graded function; they share the points. Empty where nothing can be graded. */
  checks: NbgraderCheck[];
  gradesOutput: boolean;
}

/**
 * The code uses the names that `nbgraderPrelude` (in `@lectern/grader/node`) defines. Withheld checks stand between
 * nbgrader's marks for hidden tests, which it leaves out of what students get.
 * @param data with the withheld tests.
 * @param student what the student's edition holds of them.
 */
export function nbgraderChallenge(data: GradingData, student: GradingData): NbgraderChallenge {
  const weighed =
    data.ungraded === null
      ? [
          ...testChecks(data, student),
          ...(data.output === null ? [] : [{ source: outputCheck(data, data.output), weight: 1 }]),
          ...data.behaviour.map((graded) => ({ source: callsCheck(data, graded), weight: 1 }))
        ]
      : [];
  const all = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const options = [
    pythonString(data.challenge),
    `seconds=${data.timeLimitSeconds}`,
    ...(data.stdin === null ? [] : [`stdin=${pythonString(data.stdin)}`])
  ];
  return {
    begin: `lectern.begin(${options.join(', ')})  # what runs after this cell is the answer`,
    // As in a verdict: points × weight passed ÷ weight.
    checks: weighed.map(({ source, weight }) => ({ source, points: (data.points * weight) / all })),
    gradesOutput: data.output !== null
  };
}

function testChecks(data: GradingData, student: GradingData): { source: string; weight: number }[] {
  return (data.tests?.functions ?? []).map(({ name, requirement, points, withheld }) => {
    const tests = withheld === true ? data.tests : (student.tests ?? data.tests);
    const call = [
      ...(requirement === null ? [] : [`# ${requirement}`]),
      `lectern.check_test(${pythonString(data.challenge)}, ${pythonString(name)}, ${block(tests?.source ?? '')}${tolerance(
        data
      )
        .map((part) => `, ${part}`)
        .join('')})`
    ].join('\n');
    const source =
      withheld === true ? `### BEGIN HIDDEN TESTS\n${call}\n### END HIDDEN TESTS` : call;
    return { source, weight: points };
  });
}

/** A text of several lines as it stands, in triple quotes. */
function block(text: string): string {
  const escaped = text.trim().replaceAll('\\', '\\\\').replaceAll("'''", "\\'\\'\\'");
  return `'''\n${escaped}\n'''`;
}

function outputCheck(data: GradingData, check: OutputCheck): string {
  const given = 'sealed' in check ? [] : [expectedText(check)];
  const named = [
    ...(check.compare === 'lines' ? [] : [`compare=${pythonString(check.compare)}`]),
    ...tolerance(data),
    ...('sealed' in check
      ? [`sealed=(${pythonString(check.sealed.salt)}, ${pythonString(check.sealed.sha256)})`]
      : [])
  ];
  return [
    '# What the answer prints.',
    `lectern.check_output(${[pythonString(data.challenge), ...given, ...named].join(', ')})`
  ].join('\n');
}

/** A string a line, as it is printed. A pattern is Python's here: its named groups are spelt differently. */
function expectedText({ compare, expected }: Extract<OutputCheck, { expected: string }>): string {
  const text = compare === 'regex' ? expected.replace(/\(\?<(?=[A-Za-z_])/g, '(?P<') : expected;
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [''];
  return lines.length === 1
    ? pythonString(text)
    : `\n${lines.map((line) => `    ${pythonString(line)}`).join('\n')}\n`;
}

function callsCheck(data: GradingData, { name, calls }: GradedFunction): string {
  const written = calls.map(callAndOutcome);
  const kept = written.filter((line) => line !== null);
  const left = written.length - kept.length;
  return [
    `# What ${name} does, call by call.`,
    ...(left === 0 ? [] : [`# Left out: ${left}, whose outcome is too large to be written here.`]),
    `lectern.check_calls(${pythonString(data.challenge)}, ${pythonString(name)}, [`,
    ...kept.map((line) => `    ${line},`),
    `${[']', ...tolerance(data)].join(', ')})`
  ].join('\n');
}

function callAndOutcome({ expression, expected }: GradedCall): string | null {
  const { result, awaited, error, mutated, stdout, stdoutCut } = expected;
  const returns = pythonLiteral(result ?? { kind: 'none' });
  const changes = mutated.map(([label, value]) => {
    const literal = pythonLiteral(value);
    const key = /^\d+$/.test(label) ? label : pythonString(label);
    return literal === null ? null : `${key}: ${literal}`;
  });
  if (returns === null || changes.includes(null) || stdoutCut) return null;
  const more = [
    ...(error === null ? [] : [`raises=${pythonString(error.type)}`]),
    ...(error === null && awaited === true ? ['awaited=True'] : []),
    ...(changes.length === 0 ? [] : [`changes={${changes.join(', ')}}`]),
    ...(stdout === '' ? [] : [`prints=${pythonString(stdout)}`])
  ];
  const first = error === null && returns !== 'None' ? [returns] : [];
  const outcome =
    more.length === 0 ? returns : `lectern.outcome(${[...first, ...more].join(', ')})`;
  return `(${pythonString(expression)}, ${outcome})`;
}

function tolerance(data: GradingData): string[] {
  return data.tolerance === 1e-6 ? [] : [`tolerance=${data.tolerance}`];
}
