/** Proofs of real challenges, by running them. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseLesson } from '@lectern/lesson';
import { deriveGradingData } from '../derive/derive.js';
import { createNodeSandbox } from '../node/index.js';
import type { Sandbox } from '../sandbox.js';
import { lineDifference, proveChallenge, type Proven } from './prove-challenge.js';

let sandbox: Sandbox;
beforeAll(() => {
  sandbox = createNodeSandbox({ spares: true });
});
afterAll(() => sandbox.dispose());

const STARTER = 'def grade(points):\n    return None\n\nprint(grade(50))';
const SOLUTION =
  'def grade(points):\n    return "pass" if points >= 40 else "fail"\n\nprint(grade(50))';

async function prove(
  parts: Record<string, string>,
  {
    keys = '',
    solution = SOLUTION,
    provedIn = sandbox
  }: { keys?: string; solution?: string; provedIn?: Sandbox } = {}
): Promise<Proven> {
  const all = { 'Starter Code': STARTER, Solution: solution, ...parts };
  const text = Object.entries(all).map(
    ([name, code]) => `#### ${name}\n\n\`\`\`python\n${code}\n\`\`\``
  );
  const lesson = parseLesson(
    `---\nid: t\ntitle: T\n---\n\n---challenges---\n\n### Challenge: C\n\n- id: c\n${keys}\n${text.join('\n\n')}\n`
  );
  const [challenge] = lesson.challenges;
  if (challenge === undefined) throw new Error('the test’s lesson has no challenge');
  const options = { sandbox, sha256: lesson.sha256 };
  const derived = await deriveGradingData(challenge, options);
  return proveChallenge(challenge, derived, { ...options, sandbox: provedIn });
}

it('proves a sound challenge', async () => {
  const { proof, diagnostics } = await prove({
    Accepted: 'def grade(points):\n    if points < 40:\n        return "fail"\n    return "pass"',
    'Rejected: grade(40) gave "fail"':
      'def grade(points):\n    return "pass" if points > 40 else "fail"'
  });
  expect(diagnostics).toEqual([]);
  expect(proof).toMatchObject({
    gradedBy: ['behaviour'],
    solution: 'passed',
    starter: 'failed',
    accepted: ['passed'],
    rejected: ['failed'],
    mutants: { survived: 0 },
    discrimination: 1
  });
  expect(proof.mutants.killed).toBeGreaterThan(5);
});

it('tries mutants against tests, the withheld ones included', async () => {
  const tests = `
def test_pass(answer):
    assert answer.grade(41) == "pass" and answer.grade(39) == "fail"
`;
  const weak = await prove({ Tests: tests });
  expect(weak.proof).toMatchObject({ gradedBy: ['tests'], solution: 'passed', starter: 'failed' });
  expect(weak.proof.mutants.survived).toBeGreaterThan(0);
  expect(weak.diagnostics.map(({ message }) => message).join('\n')).toMatch(
    /grade\(40\) gave "fail"; in the solution it gave "pass"/
  );
  const strong = await prove({
    Tests: `${tests}\n@hidden\ndef test_edge(answer):\n    assert answer.grade(40) == "pass"\n`
  });
  expect(strong.diagnostics).toEqual([]);
  expect(strong.proof).toMatchObject({ mutants: { survived: 0 }, discrimination: 1 });
});

/** The sandbox, with another outcome where the author's interpreter is asked for it. */
const withAuthor = (
  changed: (author: Sandbox['author']) => Partial<Sandbox['author']>
): Sandbox => ({
  run: (...request) => sandbox.run(...request),
  prewarm: () => sandbox.prewarm(),
  dispose: () => undefined,
  author: {
    record: (...request) => sandbox.author.record(...request),
    mutate: (...request) => sandbox.author.mutate(...request),
    runBatch: (...request) => sandbox.author.runBatch(...request),
    runCells: (...request) => sandbox.author.runCells(...request),
    withTests: (...request) => sandbox.author.withTests(...request),
    ...changed(sandbox.author)
  }
});

it.each([
  [
    'made',
    () =>
      withAuthor(() => ({
        mutate: () => Promise.resolve({ end: 'timed-out', mutants: [], calls: [] })
      })),
    'Making them ended early (timed-out).'
  ],
  [
    'told from the solution',
    () =>
      withAuthor((author) => ({
        runBatch: async (...request) =>
          (await author.runBatch(...request)).map((run) => ({
            ...run,
            end: 'timed-out',
            program: null,
            calls: []
          }))
      })),
    'not among other programs in one interpreter (timed-out)'
  ]
])('says that nothing is known where mutants could not be %s', async (_, provedIn, why) => {
  const { proof, diagnostics } = await prove({}, { provedIn: provedIn() });
  expect(proof).toMatchObject({ solution: 'passed', discrimination: null });
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['challenge/not-measured']);
  expect(diagnostics[0]?.message).toContain(why);
});

it('tells of answers that are not what their part says', async () => {
  const { proof, diagnostics } = await prove({
    Accepted: 'def grade(points):\n    return "fail"',
    Rejected: SOLUTION.replace('>=', '>= 0 +'),
    'Rejected: something else': 'def grade(points):\n    return 1'
  });
  expect(proof.accepted).toEqual(['failed']);
  expect(proof.rejected).toEqual(['passed', 'failed']);
  expect(diagnostics.map(({ rule }) => rule)).toEqual([
    'challenge/accepted-fails',
    'challenge/rejected-passes',
    'challenge/rejected-message',
    // The wrong Accepted answer takes the boundary calls away.
    'challenge/weak-checks'
  ]);
  expect(diagnostics[2]?.message).toMatch(
    /should be told "something else", and is told: grade\(.*\) gave 1/
  );
});

it('names the mutants that checks by output let through', async () => {
  const { proof, diagnostics } = await prove(
    { 'Expected Output': 'pass' },
    { keys: '- behaviour: off\n' }
  );
  expect(proof.gradedBy).toEqual(['output']);
  expect(proof.discrimination).toBeLessThan(0.8);
  const weak = diagnostics.find(({ rule }) => rule === 'challenge/weak-checks');
  expect(weak?.message).toContain('-     return "pass" if points >= 40 else "fail"');
  expect(weak?.message).toContain('+     return "pass" if points > 40 else "fail"');
  expect(weak?.message).toContain('grade(40) gave "fail"; in the solution it gave "pass"');
});

it('counts neither what hangs as passed nor what does the same as let through', async () => {
  const solution = `def grade(points):
    for _ in range(3):
        points = points
    while points > 100:
        points -= 1
    return points >= 40

print(grade(50), grade(120))`;
  const { proof } = await prove({}, { solution });
  expect(proof.discrimination).toBe(1);
  // Three rounds or four of doing nothing.
  expect(proof.mutants.equivalent).toBeGreaterThan(0);
});

it('tells of a solution and of an Accepted answer that break a rule of syntax', async () => {
  const { proof, diagnostics } = await prove(
    { Accepted: 'def grade(points):\n    return ["fail", "pass"][points >= 40]' },
    { keys: '- require: ternary\n- forbid: print\n' }
  );
  expect(proof).toMatchObject({
    gradedBy: ['behaviour', 'syntax'],
    solution: 'failed',
    accepted: ['failed']
  });
  expect(diagnostics.map(({ rule, message }) => [rule, message])).toEqual([
    [
      'challenge/solution-fails',
      'c: the solution does not pass: Line 4 uses `print`, and this challenge asks for an answer without it.'
    ],
    [
      'challenge/accepted-fails',
      'c: an Accepted answer does not pass (failed): Your answer does not use a conditional expression (a if … else b) yet, and this challenge asks for one.'
    ]
  ]);
});

it('leaves an ungraded challenge at that', async () => {
  const { proof, diagnostics } = await prove({}, { solution: 'x = 1' });
  expect(proof).toMatchObject({ gradedBy: [], solution: 'ungraded', discrimination: null });
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['challenge/ungraded']);
});

it('shows the lines that differ', () => {
  expect(lineDifference('a\nb\nc', 'a\nx\nc')).toEqual(['- b', '+ x']);
  expect(lineDifference('a\nb', 'a\nb\nc')).toEqual(['+ c']);
});
