/** Every text of the catalogue is marked; what a learner reads without a mark is not from the catalogue. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CompareMode } from '@lectern/lesson';
import { TestEnded, type Consulted, type TestFailure } from '../author-tools.js';
import { checkBehaviour } from '../checks/behaviour.js';
import { brokenTest, testFinding, unfinishedTest } from '../checks/test-finding.js';
import { checksOf, grade } from '../grade.js';
import type { GradedCall, GradingData } from '../grading-data.js';
import { EMPTY } from '../grading-data.testing.js';
import { createNodeSandbox } from '../node/index.js';
import { gradeQuiz, type GradableQuiz } from '../quiz/grade-quiz.js';
import { requirementsOf } from '../requirements.js';
import {
  SandboxError,
  type CallOutcome,
  type PythonError,
  type RunResult,
  type Sandbox,
  type Value
} from '../sandbox.js';
import type { CheckResult } from '../verdict.js';
import { english, sayIn, type MessageId, type Messages } from './messages.js';

const said = new Set<string>();

/** Each English text between brackets. */
const pseudo: Messages = {
  language: 'en-x-pseudo',
  texts: new Proxy(english.texts, {
    get: (texts, id: MessageId) => {
      said.add(id);
      return `⟦${texts[id]}⟧`;
    }
  })
};

/** What stands outside of every pair of brackets. */
function unmarked(text: string): string {
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(/⟦[^⟦⟧]*⟧/g, '');
  }
  return text.trim();
}

let sandbox: Sandbox;
beforeAll(() => {
  sandbox = createNodeSandbox();
});
afterAll(() => sandbox.dispose());

function expectMarked(checks: readonly CheckResult[]): void {
  expect(checks).not.toEqual([]);
  for (const { message, text, explanation, name, status } of checks) {
    const left = [message, text, explanation ?? ''].map(unmarked);
    expect({ name, status, message, left }).toEqual({ name, status, message, left: ['', '', ''] });
  }
}

const DATA: GradingData = {
  ...EMPTY,
  timeLimitSeconds: 60,
  starter: '# --- locked\nimport math\n# --- end\n'
};

const int = (value: number): Value => ({ kind: 'int', value: String(value) });
const call = (expression: string, more: Partial<GradedCall['expected']> = {}): GradedCall => ({
  expression,
  expected: { result: int(1), error: null, mutated: [], stdout: '', stdoutCut: false, ...more }
});
const printing = (compare: CompareMode, expected: string): Partial<GradingData> => ({
  output: { compare, expected }
});
const ended = (end: RunResult['end'], program: RunResult['program'] = null): RunResult => ({
  end,
  program,
  calls: [],
  durationMs: 0
});
const program = (stdout: string, error: PythonError | null = null): RunResult =>
  ended('done', { stdout, stdoutCut: false, error, functions: [] });

/** Bodies of functions of `x`, and what the call must do that they do not. */
const FUNCTIONS: [body: string, expected?: Partial<GradedCall['expected']>][] = [
  ['return 1'],
  ['return "1"'],
  ['print(1)'],
  ['pass'],
  ['return x[7]'],
  ['return iter([x])'],
  ['x.append(x)\n    return 1'],
  ['return 1', { mutated: [['0', int(2)]] }],
  ['print(2)\n    return 1'],
  ['return 1', { stdout: 'a\n' }],
  ['return list(range(9999))'],
  ['return {"a" * 5000: b"b" * 5000, 1: 1 << 20000}'],
  ['y = [x]\n    y.append(y)\n    return y'],
  ['z = x\n    for _ in range(50): z = [z]\n    return z'],
  [
    'return 1',
    { result: null, error: { type: 'ValueError', message: '', line: null, traceback: '' } }
  ],
  [
    'return x[7]',
    { result: null, error: { type: 'ValueError', message: '', line: null, traceback: '' } }
  ]
];

it('behaviour, rules of syntax and locked lines, whatever they find', async () => {
  const source = FUNCTIONS.map(([body], index) => `def f${index}(x):\n    ${body}\n`).join('');
  const behaviour = [
    ...FUNCTIONS.map(([, expected], index) => ({
      name: `f${index}`,
      calls: [call(`f${index}([1])`, expected)]
    })),
    { name: 'missing', calls: [call('missing(1)')] }
  ];
  const data = {
    ...DATA,
    behaviour,
    forbid: ['eval', 'while', 'for', 'iter'],
    require: ['def', 'iter', 'lambda', 'sorted']
  };
  const locked = `import math\n${source}`;
  const verdict = await grade(data, locked, sandbox, { messages: pseudo });
  expect(verdict).toMatchObject({ status: 'failed', checks: { length: 1 + 8 + behaviour.length } });
  expectMarked(verdict.checks);
  const unlocked = checksOf(data, source, ended('timed-out'), { messages: pseudo });
  expect(unlocked[0]).toMatchObject({ kind: 'locked', status: 'failed' });
  expectMarked(unlocked);
});

it('coroutines, iterators that raise, many attributes, and calls that are withheld', () => {
  const iterator: Value = { kind: 'iterator', items: [int(1)] };
  const error = { type: 'KeyError', message: "'a'", line: 1, traceback: '' };
  const outcome = (more: Partial<CallOutcome>): CallOutcome => call('f(1)', more).expected;
  const many: Value = { kind: 'object', type: 'Many', fields: [], cut: 9 };
  const pairs: [expected: Partial<CallOutcome>, actual: Partial<CallOutcome>][] = [
    [{ awaited: true }, {}],
    [{}, { awaited: true }],
    [
      { awaited: true, result: iterator },
      { awaited: true, result: int(2) }
    ],
    [{ result: iterator, error }, { result: int(1) }],
    [{ result: int(1) }, { result: iterator, error }],
    [{ result: many }, { result: int(1) }]
  ];
  const run = { program: program('').program };
  for (const [expected, actual] of pairs) {
    for (const withheld of [{}, { withheld: true as const }]) {
      const graded = {
        name: 'f',
        calls: [{ expression: 'f(1)', expected: outcome(expected), ...withheld }]
      };
      const functions =
        run.program === null ? run : { program: { ...run.program, functions: ['f'] } };
      const context = { source: 'def f(x): ...', tolerance: 0, say: sayIn(pseudo) };
      const finding = checkBehaviour(graded, functions, [outcome(actual)], context);
      expect(finding.status).toBe('failed');
      expect([finding.message, finding.explanation ?? ''].map(unmarked)).toEqual(['', '']);
    }
  }
  expectMarked([
    {
      ...({ kind: 'test', name: 'test_a', text: '', weight: 1 } as const),
      ...brokenTest('⟦why⟧', sayIn(pseudo))
    }
  ]);
});

it.each<[CompareMode, string, string]>([
  ['lines', 'a', 'a'],
  ['lines', 'a', ''],
  ['lines', 'a\nb', 'a'],
  ['lines', 'a', 'a\nb'],
  ['lines', 'a', 'b'],
  ['lines', 'a b', 'a  b'],
  ['lines', 'a', 'A'],
  ['tokens', 'a\nb', 'a c'],
  ['tokens', 'a\nb', 'a'],
  ['tokens', 'a', 'a\nb'],
  ['unordered', 'a', 'b'],
  ['unordered', 'a', 'a\nb'],
  ['contains', 'a', 'b'],
  ['contains', 'a\nb', 'c'],
  ['contains', 'a\nb', 'b\na'],
  ['regex', '^a$', 'b']
])('an output compared by %s: %j, %j', (compare, expected, printed) => {
  const data = { ...DATA, ...printing(compare, expected) };
  expectMarked(checksOf(data, 'x', program(printed), { messages: pseudo }));
});

it('a sealed output', () => {
  const output = { compare: 'lines' as const, sealed: { salt: 's', sha256: 'x' } };
  expectMarked(checksOf({ ...DATA, output }, 'x', program('a'), { messages: pseudo }));
});

it('every ending', async () => {
  const data = { ...DATA, behaviour: [{ name: 'f', calls: [call('f(1)')] }], forbid: ['for'] };
  for (const end of ['timed-out', 'out-of-memory', 'crashed'] as const) {
    expectMarked(checksOf(data, 'x', ended(end), { messages: pseudo }));
    expectMarked(checksOf(data, 'x', { ...program(''), end }, { messages: pseudo }));
  }
  for (const line of [1, null]) {
    for (const [type, message] of [
      ['OSError', ''],
      ['OSError', 'x'],
      ['SyntaxError', 'x?'],
      ['NameError', "name 'x' is not defined"]
    ] as const) {
      const error = { type, message, line, traceback: `${type}: ${message}` };
      expectMarked(checksOf(data, 'x', program('', error), { messages: pseudo }));
    }
  }
  const broken = {
    run: () => Promise.reject(new SandboxError('⟦gone⟧')),
    author: sandbox.author
  };
  const { status, checks } = await grade(data, 'x', broken, { messages: pseudo });
  expect(status).toBe('broken-check');
  expectMarked(checks);
});

it("tests of the author's, however they end", () => {
  const source = 'def f(x):\n    return x';
  const say = sayIn(pseudo);
  const one = int(1);
  const error = { type: 'KeyError', message: "'a'", line: 2, traceback: '' };
  const consulted: (Consulted | null)[] = [
    null,
    { shown: 'f(1)', result: one, error: null },
    { shown: 'f(1)', result: null, error }
  ];
  const failures: TestFailure[] = [
    { kind: 'message', text: '' },
    ...['==', '<'].flatMap((sign) =>
      ['len(x)', null].map((shown) => ({
        kind: 'comparison' as const,
        shown,
        sign,
        actual: one,
        expected: int(2),
        against: '2'
      }))
    ),
    { kind: 'false', shown: 'f(1)', actual: one },
    { kind: 'raised', shown: 'f(1)', error },
    { kind: 'raised', shown: 'f(1)', error: { ...error, line: null } },
    { kind: 'missing', name: 'f' },
    { kind: 'stopped', type: 'TypeError', text: 'x', line: 1 }
  ];
  const findings = [
    testFinding({ status: 'passed' }, { source, say }),
    ...consulted.flatMap((last) =>
      failures.map((failure) =>
        testFinding({ status: 'failed', failure, consulted: last }, { source, say })
      )
    ),
    unfinishedTest(new TestEnded('timed-out'), true, say)
  ];
  const tests = { source: '', functions: [{ name: 'test_a', requirement: '⟦a⟧', points: 1 }] };
  for (const finding of findings) {
    for (const withheld of [{}, { withheld: true as const }]) {
      const [test] = tests.functions;
      const data = { ...DATA, tests: { ...tests, functions: [{ ...test!, ...withheld }] } };
      const tested = new Map([['test_a', finding]]);
      expectMarked(checksOf(data, source, program(''), { messages: pseudo, tested }));
    }
  }
});

it('requirements and quizzes', () => {
  const data = {
    ...DATA,
    behaviour: [{ name: 'f', calls: [] }],
    ...printing('lines', 'a'),
    forbid: ['for'],
    require: ['x']
  };
  for (const { text } of requirementsOf(data, pseudo)) expect(unmarked(text)).toBe('');
  const answer = (key: string, correct: boolean): GradableQuiz['answers'][number] => ({
    key,
    text: key,
    correct,
    feedback: null,
    match: { kind: 'number', value: 1, tolerance: 0 }
  });
  const answers = [answer('a', true), answer('b', true), answer('c', false)];
  for (const type of ['single', 'multiple', 'numeric', 'text'] as const) {
    for (const graded of [true, false]) {
      const quiz: GradableQuiz = {
        id: 'q',
        type,
        answers: type === 'single' ? answers.slice(1) : answers,
        partial: false,
        points: 1,
        graded
      };
      for (const response of [
        null,
        [],
        ['a'],
        ['b'],
        ['c'],
        ['a', 'b'],
        ['a', 'c'],
        '',
        'x',
        '1',
        '2'
      ]) {
        expect(unmarked(gradeQuiz(quiz, response, { messages: pseudo }).message)).toBe('');
      }
    }
  }
});

it('says every text of the catalogue that is not an explanation, which have their own test', () => {
  const others = (Object.keys(english.texts) as MessageId[]).filter(
    (id) => !said.has(id) && !/^(?:explain|type|word)\./.test(id)
  );
  // Said by whoever shows a verdict, and by the derivation of grading data.
  expect(others.filter((id) => !/^(?:ungraded|status)\./.test(id))).toEqual([]);
  for (const id of others) expect(unmarked(sayIn(pseudo)(id as 'status.ungraded'))).toBe('');
});
