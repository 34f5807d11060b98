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

/** The code uses the names that `nbgraderPrelude` (in `@lectern/grader/node`) defines. */
export function nbgraderChallenge(data: GradingData): NbgraderChallenge {
  const sources =
    data.ungraded === null
      ? [
          ...(data.output === null ? [] : [outputCheck(data, data.output)]),
          ...data.behaviour.map((graded) => callsCheck(data, graded))
        ]
      : [];
  const options = [
    pythonString(data.challenge),
    `seconds=${data.timeLimitSeconds}`,
    ...(data.stdin === null ? [] : [`stdin=${pythonString(data.stdin)}`])
  ];
  return {
    begin: `lectern.begin(${options.join(', ')})  # what runs after this cell is the answer`,
    // As in a verdict: points × weight passed ÷ weight, and each weighs 1.
    checks: sources.map((source) => ({ source, points: data.points / sources.length })),
    gradesOutput: data.output !== null
  };
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
  const { result, error, mutated, stdout, stdoutCut } = expected;
  const returns = pythonLiteral(result ?? { kind: 'none' });
  const changes = mutated.map(([label, value]) => {
    const literal = pythonLiteral(value);
    const key = /^\d+$/.test(label) ? label : pythonString(label);
    return literal === null ? null : `${key}: ${literal}`;
  });
  if (returns === null || changes.includes(null) || stdoutCut) return null;
  const more = [
    ...(error === null ? [] : [`raises=${pythonString(error.type)}`]),
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
