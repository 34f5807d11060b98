/** The author's tests, run for real: from a lesson's text to a verdict. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveGradingData, type Derived } from '../derive/derive.js';
import { grade } from '../grade.js';
import type { GradingData } from '../grading-data.js';
import { EMPTY } from '../grading-data.testing.js';
import { lessonOf } from '../lesson.testing.js';
import { createNodeSandbox } from '../node/index.js';
import type { Sandbox } from '../sandbox.js';
import type { CheckResult, Verdict } from '../verdict.js';

let sandbox: Sandbox;
beforeAll(() => {
  sandbox = createNodeSandbox({ spares: true });
});
afterAll(() => sandbox.dispose());

const STARTER = `
import itertools
class Stack:
    pass
def score(word):
    ...
`;
const SOLUTION = `
import itertools
class Stack:
    def __init__(self):
        self.items = []
    def push(self, item):
        self.items.append(item)
        return self
    def pop(self):
        return self.items.pop()
    def __len__(self):
        return len(self.items)
    def __eq__(self, other):
        return isinstance(other, Stack) and self.items == other.items

class Unknown(ValueError):
    pass

seen = []
limit = 5

def score(word):
    seen.append(word)
    if word == "?":
        raise Unknown("no such word")
    return 0.1 + 0.2 if word == "sorry" else float(len(word))

def tidy(words):
    words.sort()

def count():
    return len(seen)

def naturals():
    return itertools.count()

def apply(function, items):
    return [function(item) for item in items]

print(score("sorry"))
`;
const TESTS = `
import itertools

CASES = [("sorry", 0.3), ("abc", 3)]

@points(2)
def test_scores(answer):
    """Scores a word.

    More about it."""
    for word, expected in CASES:
        assert answer.score(word) == expected

def test_stack(answer):
    """Has a stack."""
    stack = answer.Stack()
    stack.push(1).push("two")
    assert len(stack) == 2 and isinstance(stack, answer.Stack)
    assert stack.pop() == "two"
    assert stack.items == [1]
    other = answer.Stack()
    other.push(1)
    assert stack == other

def test_raises(answer):
    """Refuses what it does not know."""
    try:
        answer.score("?")
    except ValueError as error:
        assert isinstance(error, AnswerError) and str(error) == "no such word"
    else:
        check(False, "It should refuse a question mark.")

def test_the_rest(answer):
    """Changes its argument, begins each test afresh, and goes on for ever."""
    words = ["b", "a"]
    answer.tidy(words)
    assert words == ["a", "b"]
    assert answer.count() == 1
    answer.score("x")
    assert answer.count() == 2
    assert answer.limit == 5
    assert list(itertools.islice(answer.naturals(), 130)) == list(range(130))
    assert answer("apply(lambda item: item + 1, [1, 2])") == [2, 3]
    assert "0.3" in answer.stdout and "def score" in answer.source
`;

async function derive(tests: string, solution = SOLUTION, keys = ''): Promise<Derived> {
  const { challenge, sha256 } = lessonOf(STARTER, solution, { keys, parts: { Tests: tests } });
  return deriveGradingData(challenge, { sandbox, sha256 });
}

function find(verdict: Verdict, name: string): CheckResult {
  const check = verdict.checks.find((candidate) => candidate.name === name);
  if (check === undefined) throw new Error(`no check ${name}`);
  return check;
}

describe('a challenge with tests', () => {
  let derived: Derived;
  beforeAll(async () => {
    derived = await derive(TESTS);
  });
  const verdict = (source: string): Promise<Verdict> => grade(derived.data, source, sandbox);

  it('is graded by them, and by its behaviour only when it says so', () => {
    expect(derived.diagnostics).toEqual([]);
    expect(derived.data.behaviour).toEqual([]);
    expect(derived.data.tests?.functions).toEqual([
      { name: 'test_scores', requirement: 'Scores a word.', points: 2 },
      { name: 'test_stack', requirement: 'Has a stack.', points: 1 },
      { name: 'test_raises', requirement: 'Refuses what it does not know.', points: 1 },
      {
        name: 'test_the_rest',
        requirement: 'Changes its argument, begins each test afresh, and goes on for ever.',
        points: 1
      }
    ]);
  });

  it('passes its solution, to the last digit of a float and not further', async () => {
    expect(await verdict(SOLUTION)).toMatchObject({ status: 'passed', score: 1 });
    const near = SOLUTION.replace('0.1 + 0.2', '0.30000000001');
    expect(find(await verdict(near), 'test_scores').status).toBe('passed');
    const off = SOLUTION.replace('0.1 + 0.2', '0.31');
    expect(await verdict(off)).toMatchObject({
      status: 'failed',
      score: 0.6,
      checks: [
        {
          kind: 'test',
          text: 'Scores a word.',
          weight: 2,
          status: 'failed',
          message: 'score("sorry") gave 0.31, expected 0.3.'
        },
        { status: 'passed' },
        { status: 'passed' },
        { status: 'passed' }
      ]
    });
  });

  it('says what is missing, what raised, and what an author says', async () => {
    const partly = await verdict(
      SOLUTION.replace('class Stack', 'class Pile').replace('raise Unknown("no such word")', 'pass')
    );
    expect(find(partly, 'test_stack').message).toMatch(/no Stack/);
    expect(find(partly, 'test_raises').message).toBe('It should refuse a question mark.');
    const raising = await verdict(SOLUTION.replace('return self.items.pop()', 'return self.nope'));
    expect(find(raising, 'test_stack')).toMatchObject({ status: 'failed', line: 10 });
    expect(find(raising, 'test_stack').message).toMatch(/raised AttributeError: .*, on line 10/);
  });

  it('holds against the answer what a test cannot go on with', async () => {
    const nothing = await verdict(SOLUTION.replace('return self\n', 'return None\n'));
    expect(find(nothing, 'test_stack')).toMatchObject({
      status: 'failed',
      message:
        'This check cannot go on with what your code gives. The last call that was tried: Stack().push(1) gave None.'
    });
  });

  it('counts the time of the answer, in all tests together, and goes no further', async () => {
    const data = { ...derived.data, timeLimitSeconds: 1 };
    const looping = SOLUTION.replace('self.items.append(item)', 'while True: pass');
    const stopped = await grade(data, looping, sandbox);
    expect(stopped.status).toBe('timed-out');
    expect(stopped.checks.map(({ status }) => status)).toEqual([
      'passed',
      'timed-out',
      'timed-out',
      'timed-out'
    ]);
    expect(stopped.score).toBeCloseTo(0.4);
  });

  it('is not deceived by an answer that lies about itself', async () => {
    const liar = `
class Yes:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __bool__(self): return True
    def __getattr__(self, name): return Yes()
    def __call__(self, *args): return Yes()
    def __len__(self): return 2
    def __iter__(self): return iter([Yes()])
Stack = score = tidy = count = naturals = apply = Yes()
limit = Yes()
`;
    const judged = await grade({ ...derived.data, timeLimitSeconds: 2 }, liar, sandbox);
    expect(judged.checks.map(({ status }) => status)).not.toContain('passed');
    expect(judged.score).toBe(0);
  });
});

describe('an answer that reaches for what speaks with the host', () => {
  const spoken = (event: string): string => `
import sys
def score(word):
    if word == "sorry":
        return 0.3
    frame = sys._getframe()
    while frame is not None:
        speaker = frame.f_locals.get("self")
        if hasattr(speaker, "_send"):
            speaker._send(${event})
        frame = frame.f_back
    while True: pass
`;
  it.each([
    ['says that it is done', '{"event": "done"}', 'error'],
    ['says that it waits', '{"event": "idle"}', 'timed-out'],
    [
      'says that a test has passed',
      '{"event": "test", "name": "test_stack", "outcome": {"status": "passed"}, "asked": []}',
      'error'
    ],
    ['claims a result without a value', '{"event": "answer"}', 'timed-out']
  ])('%s: it gets no point for what it does not do', async (_, event, status) => {
    const tests = `
def test_first(answer):
    assert answer.score("sorry") == 0.3
def test_second(answer):
    assert answer.score("abc") == 3
def test_third(answer):
    assert answer.score("abcd") == 4
`;
    const functions = ['test_first', 'test_second', 'test_third'].map((name) => ({
      name,
      requirement: null,
      points: 1
    }));
    const data: GradingData = {
      ...EMPTY,
      tests: { source: tests, functions }
    };
    const judged = await grade(data, spoken(event), sandbox);
    expect(judged.checks.map((check) => check.status)).toEqual(['passed', status, status]);
    expect(judged.score).toBeCloseTo(1 / 3);
  });
});

describe('withheld tests', () => {
  const tests = `
SECRET = ["quince"]
# quince is what they forget
@hidden
@points(3)
def test_secret(answer):
    "quince is a fruit"
    check(answer.score(SECRET[0]) == 6, "quince has six letters")

def test_open(answer):
    SECRET_LENGTH = 3
    assert answer.score("abc") == SECRET_LENGTH
`;
  it('are nowhere in what a student has, and decide in full', async () => {
    const { data, full, diagnostics } = await derive(tests);
    expect(diagnostics).toEqual([]);
    expect(JSON.stringify(data)).not.toMatch(/quince|test_secret/);
    expect(full.tests?.functions.map(({ name }) => name)).toEqual(['test_secret', 'test_open']);
    const wrong = SOLUTION.replace('float(len(word))', '3');
    expect(await grade(data, wrong, sandbox)).toMatchObject({ status: 'passed', score: 1 });
    const marked = await grade(full, wrong, sandbox);
    expect(marked).toMatchObject({ status: 'failed', score: 0.25 });
    const { message, instructor, withheld } = find(marked, 'test_secret');
    expect({ message, instructor, withheld }).toEqual({
      message: 'A check that is not shown does not hold.',
      instructor: 'quince has six letters',
      withheld: true
    });
  });
});

describe('tests that are not right', () => {
  const rules = ({ diagnostics }: Derived): string[] => diagnostics.map(({ rule }) => rule);
  it.each([
    ['do not parse', 'def test_a(answer:\n    pass', 'challenge/tests-broken', /line 1/],
    [
      'do not run',
      'import nothing_like_this\ndef test_a(answer): pass',
      'challenge/tests-broken',
      /line 1.*nothing_like_this/
    ],
    ['test nothing', 'x = 1', 'challenge/tests-broken', /no function/],
    ['take nothing', 'def test_a(): pass', 'challenge/tests-broken', /one argument/],
    [
      'have odd points',
      '@points("2")\ndef test_a(answer): pass',
      'challenge/tests-broken',
      /number/
    ],
    [
      'fail the solution',
      'def test_a(answer):\n    assert answer.score("abc") == 4',
      'challenge/test-fails',
      /test_a: score\("abc"\) gave 3\.0, expected 4/
    ],
    [
      'are wrong by themselves',
      'def test_a(answer):\n    nope',
      'challenge/test-fails',
      /line 2 with NameError/
    ],
    [
      'hang',
      'def test_a(answer):\n    while True: pass',
      'challenge/test-fails',
      /does not come to its end/
    ],
    [
      'depend on chance',
      'import random\ndef test_a(answer):\n    assert random.random() < 0.5',
      'challenge/test-',
      /random|solution/
    ]
  ])(
    '%s: the author is told, and no learner fails by them',
    async (_, source, rule, message) => {
      const derived = await derive(source);
      expect(rules(derived)[0]).toContain(rule);
      expect(derived.diagnostics[0]?.message).toMatch(message);
      expect(derived.data.tests).toBeNull();
    },
    60_000
  );
});
