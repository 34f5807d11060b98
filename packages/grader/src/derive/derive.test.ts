/** Grading data from real lessons, by running their solutions. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grade } from '../grade.js';
import { english } from '../messages/messages.js';
import { createNodeSandbox } from '../node/index.js';
import type { Sandbox } from '../sandbox.js';
import { lessonOf, type Parts } from '../lesson.testing.js';
import { deriveGradingData, type Derived } from './derive.js';

let sandbox: Sandbox;
beforeAll(() => {
  sandbox = createNodeSandbox({ spares: true });
});
afterAll(() => sandbox.dispose());

async function derive(starter: string, solution: string, parts: Parts = {}): Promise<Derived> {
  const { challenge, sha256 } = lessonOf(starter, solution, parts);
  return deriveGradingData(challenge, { sandbox, sha256 });
}
const rules = ({ diagnostics }: Derived): string[] => diagnostics.map(({ rule }) => rule);

const STARTER = 'def grade(points):\n    return None\n\nprint(grade(50))';
const SOLUTION =
  'def grade(points):\n    return "pass" if points >= 40 else "fail"\n\nprint(grade(50))';

describe('behaviour', () => {
  it('keeps the recorded calls and tries both sides of the solution’s own numbers', async () => {
    const { data, diagnostics } = await derive(STARTER, SOLUTION);
    const calls = data.behaviour[0]?.calls.map(({ expression }) => expression);
    expect(diagnostics).toEqual([]);
    expect(calls?.[0]).toBe('grade(50)');
    expect(calls).toEqual(expect.arrayContaining(['grade(39)', 'grade(40)', 'grade(41)']));
    const offByOne = SOLUTION.replace('>=', '>');
    expect(await grade(data, offByOne, sandbox)).toMatchObject({
      status: 'failed',
      score: 0,
      checks: [{ name: 'grade', message: 'grade(40) gave "fail", expected "pass".' }]
    });
    expect((await grade(data, SOLUTION, sandbox)).status).toBe('passed');
  });

  it('is the same for the same lesson', async () => {
    expect(await derive(STARTER, SOLUTION)).toEqual(await derive(STARTER, SOLUTION));
  });

  it('drops variations on which the solution raises, and keeps a recorded exception without its source', async () => {
    const solution = `def f(x):
    if x < 10:
        raise ValueError("secret wording")
    return x
f(12)
try:
    f(3)
except ValueError:
    pass`;
    const { data } = await derive('def f(x):\n    pass', solution);
    const outcomes = data.behaviour[0]?.calls ?? [];
    expect(
      outcomes.filter(({ expected }) => expected.error !== null).map(({ expression }) => expression)
    ).toEqual(['f(3)']);
    expect(JSON.stringify(data)).not.toContain('secret wording');
  });

  it('drops variations on which an Accepted answer disagrees', async () => {
    const accepted = 'def grade(points):\n    return "pass" if points > 40 else "fail"';
    const { data } = await derive(STARTER, SOLUTION, { parts: { Accepted: accepted } });
    const calls = data.behaviour[0]?.calls.map(({ expression }) => expression);
    expect(calls).not.toContain('grade(40)');
    expect(calls).toContain('grade(39)');
  });

  it('reports an Accepted answer that contradicts a call of the solution', async () => {
    const derived = await derive(STARTER, SOLUTION, {
      parts: { Accepted: 'def grade(points):\n    return 1' }
    });
    expect(rules(derived)).toContain('challenge/accepted-fails');
  });

  it('does not grade what chance decides', async () => {
    const derived = await derive(
      'def roll(n):\n    return 0\ndef double(n):\n    return n',
      'import random\ndef roll(n):\n    return random.random() * n\ndef double(n):\n    return 2 * n\nroll(6)\ndouble(2)'
    );
    expect(derived.data.behaviour.map(({ name }) => name)).toEqual(['double']);
    expect(rules(derived)).toEqual(['challenge/function-not-gradable']);
  });

  it('leaves out a variation in which the solution hangs', async () => {
    const { data } = await derive(
      'def down(n):\n    return None',
      'def down(n):\n    while n != 0:\n        n -= 1\n    return "done"\ndown(3)',
      { keys: '- timeLimitSeconds: 1\n' }
    );
    const calls = data.behaviour[0]?.calls.map(({ expression }) => expression) ?? [];
    expect(calls).toContain('down(3)');
    expect(calls).not.toContain('down(-3)');
  });

  it('grades coroutines and asynchronous generators, and tells them from plain functions', async () => {
    const solution = (sleep: string, word: string): string => `import asyncio
${word} price(name):
    ${sleep}
    return len(name)
async def prices(names):
    for name in names:
        await asyncio.sleep(1)
        yield name, len(name)
async def main():
    print(await asyncio.gather(price("tea"), price("milk")), [item async for item in prices(["a"])])
`;
    const right = `${solution('await asyncio.sleep(2)', 'async def')}asyncio.run(main())`;
    const { data, diagnostics } = await derive(
      'async def price(name):\n    pass\nasync def prices(names):\n    yield',
      right
    );
    expect(diagnostics).toEqual([]);
    expect(data.behaviour.map(({ name }) => name)).toEqual(['price', 'prices']);
    expect(data.behaviour[0]?.calls[0]?.expression).toBe('price("tea")');
    expect((await grade(data, right.replaceAll('sleep(', 'sleep(5 + '), sandbox)).status).toBe(
      'passed'
    );
    const plain = solution('pass', 'def');
    const shortest = '. Define it with "async def".';
    const { checks } = await grade(data, plain, sandbox);
    expect(checks.map(({ status }) => status)).toEqual(['failed', 'passed']);
    expect(checks[0]?.message).toContain(shortest);
  });

  it('compares what a generator gives before it raises', async () => {
    const solution = (items: string): string =>
      `def f(n):\n    yield from ${items}\n    raise ValueError(n)\ntry:\n    list(f(2))\nexcept ValueError:\n    pass`;
    const { data } = await derive('def f(n):\n    yield', solution('range(n)'));
    expect((await grade(data, solution('[i for i in range(n)]'), sandbox)).status).toBe('passed');
    expect(await grade(data, solution('[]'), sandbox)).toMatchObject({
      status: 'failed',
      checks: [
        {
          message:
            'f(2) gave an iterator over [], then raised ValueError: 2, expected an iterator over [0, 1], then ValueError.'
        }
      ]
    });
  });

  it('warns of a function that nothing calls', async () => {
    const derived = await derive(
      `${STARTER}\ndef unused(): pass`,
      `${SOLUTION}\ndef unused(): return 1`
    );
    expect(rules(derived)).toEqual(['challenge/function-not-called']);
  });
});

describe('output', () => {
  const parts = (text: string): Parts => ({
    keys: '- behaviour: off\n',
    parts: { 'Expected Output': text }
  });

  it('is graded where the solution prints it', async () => {
    const { data } = await derive('print("?")', 'print("a")\nprint("b")', parts('a\nb'));
    expect(await grade(data, 'print("a\\nb")', sandbox)).toMatchObject({
      status: 'passed',
      score: 1
    });
    expect(await grade(data, 'print("a")\nprint("c")', sandbox)).toMatchObject({
      status: 'failed',
      checks: [
        {
          name: 'output',
          message: 'Line 2 is "c", expected "b".',
          expected: 'a\nb',
          actual: 'a\nc\n'
        }
      ]
    });
  });

  it('that the solution contradicts is reported with the difference, and not used', async () => {
    const derived = await derive(STARTER, SOLUTION, { parts: { 'Expected Output': 'fail' } });
    expect(rules(derived)).toEqual(['challenge/expected-output-mismatch']);
    expect(derived.diagnostics[0]?.message).toContain('- fail\n  + pass');
    expect(derived.data.output).toBeNull();
    expect(derived.data.behaviour).toHaveLength(1);
  });
});

describe('a challenge is ungraded', () => {
  it.each([
    ['with nothing to grade by', 'x = 1', 'x = 2', {}, 'challenge/ungraded'],
    [
      'when the starter passes',
      'print("a")',
      'print("a")',
      { parts: { 'Expected Output': 'a' } },
      'challenge/ungraded'
    ],
    [
      'when the solution raises',
      'print(1)',
      'print(1 / 0)',
      { parts: { 'Expected Output': '1' } },
      'challenge/solution-fails'
    ],
    [
      'when its tests ask for nothing',
      STARTER,
      SOLUTION,
      { parts: { Tests: 'def test_a(answer):\n    pass' } },
      'challenge/ungraded'
    ]
  ] satisfies [string, string, string, Parts, string][])(
    '%s',
    async (_, starter, solution, parts, rule) => {
      const derived = await derive(starter, solution, parts);
      expect(rules(derived)).toContain(rule);
      expect(await grade(derived.data, 'print("anything")', sandbox)).toMatchObject({
        status: 'ungraded',
        score: 0,
        checks: []
      });
    }
  );
});

it('an answer of two functions, one of them right, has half the points', async () => {
  const body = (one: string, two: string): string =>
    `def one(n):\n    return ${one}\ndef two(n):\n    return ${two}\none(3), two(3)`;
  const { data } = await derive(body('0', '0'), body('n + 1', 'n + 2'), { keys: '- points: 4\n' });
  expect(await grade(data, body('n + 1', 'n'), sandbox)).toMatchObject({
    status: 'failed',
    points: 4,
    score: 2
  });
});

describe('rules of syntax', () => {
  it('stand beside what a challenge is graded by, and break it where they are broken', async () => {
    const { data, diagnostics } = await derive(STARTER, SOLUTION, {
      keys: '- forbid: eval, for\n- require: return\n- points: 3\n'
    });
    expect(diagnostics).toEqual([]);
    expect(await grade(data, SOLUTION, sandbox)).toMatchObject({ status: 'passed', score: 3 });
    const broken = `${SOLUTION}\nfor i in range(3): pass`;
    expect(await grade(data, broken, sandbox)).toMatchObject({
      status: 'failed',
      score: 0,
      checks: [
        { kind: 'syntax', name: 'forbid eval', status: 'passed', weight: 0 },
        { kind: 'syntax', name: 'forbid for', status: 'failed', weight: 0, line: 5 },
        { kind: 'syntax', name: 'require return', status: 'passed', weight: 0 },
        { kind: 'behaviour', status: 'passed', weight: 1 }
      ]
    });
  });

  it('are told of an answer that stops, and not of one that does not parse', async () => {
    const { data } = await derive(STARTER, SOLUTION, { keys: '- forbid: for\n' });
    const told = async (source: string): Promise<string[]> =>
      (await grade(data, source, sandbox)).checks.map(({ kind, status }) => `${kind} ${status}`);
    expect(await told('for i in 3: pass')).toEqual(['syntax failed', 'behaviour error']);
    expect(await told('x = 1 / 0')).toEqual(['syntax passed', 'behaviour error']);
    expect(await told('for i in [1:')).toEqual(['syntax error', 'behaviour error']);
    expect(await told('eval("1 +")')).toEqual(['syntax passed', 'behaviour error']);
  });

  it('alone grade a challenge whose starter breaks them, and no other', async () => {
    const off = '- behaviour: off\n';
    const graded = await derive('def f(x): pass', 'f = lambda x: x', {
      keys: `${off}- require: lambda\n- points: 2\n`
    });
    expect(graded.diagnostics).toEqual([]);
    expect(await grade(graded.data, 'g = lambda: 1', sandbox)).toMatchObject({
      status: 'passed',
      score: 2
    });
    expect(await grade(graded.data, 'g = 1', sandbox)).toMatchObject({
      status: 'failed',
      score: 0
    });
    const kept = await derive('x = 1', 'x = 2', { keys: `${off}- forbid: lambda\n` });
    expect(rules(kept)).toEqual(['challenge/ungraded']);
  });
});

it('locked lines are a requirement of their own, which earns nothing', async () => {
  const lock = (text: string): string => `# --- locked\nlimit = 40\n# --- end\n${text}`;
  const { data } = await derive(lock(STARTER), lock(SOLUTION));
  expect(await grade(data, lock(SOLUTION), sandbox)).toMatchObject({
    status: 'passed',
    score: 1,
    checks: [{ kind: 'locked', status: 'passed', weight: 0 }, { kind: 'behaviour' }]
  });
  expect(await grade(data, SOLUTION, sandbox)).toMatchObject({
    status: 'failed',
    score: 0,
    checks: [{ kind: 'locked', status: 'failed' }, { status: 'passed' }]
  });
});

it('says why a challenge is not graded in the language that it is asked for', async () => {
  const { challenge } = lessonOf('x = 1', 'x = 2');
  const messages = {
    language: 'de',
    texts: { ...english.texts, 'ungraded.no-check': 'Nicht bewertet.' }
  };
  const { data } = await deriveGradingData(challenge, { sandbox, sha256: '', messages });
  expect(data.ungraded).toBe('Nicht bewertet.');
});
