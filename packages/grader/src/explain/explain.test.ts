/** Against what the real interpreter says: no pattern is tested against a message that somebody made up. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { english, sayIn, type MessageId, type Messages } from '../messages/messages.js';
import { createNodeSandbox } from '../node/index.js';
import type { PythonError, Sandbox } from '../sandbox.js';
import { explainError } from './explain.js';
import { PROGRAMS, UNEXPLAINED } from './explain.testing.js';

/** Says the id of each message. */
const ids: Messages = {
  language: 'en',
  texts: Object.fromEntries(Object.keys(english.texts).map((id) => [id, id])) as Messages['texts']
};

const sources = [...PROGRAMS.map(([, source]) => source), ...UNEXPLAINED];
const errors = new Map<string, PythonError>();

/** All in one run, a call each: a program in a program, under the name that answers have. */
const HARNESS = `import linecache

PROGRAMS = ${JSON.stringify(sources).replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}

def attempt(index):
    source = PROGRAMS[index]
    linecache.cache["<answer>"] = (len(source), None, source.splitlines(True), "<answer>")
    exec(compile(source, "<answer>", "exec"), {"__name__": "__main__"})
`;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = createNodeSandbox();
  const { calls, end } = await sandbox.run({
    setup: null,
    source: HARNESS,
    stdin: null,
    calls: sources.map((_, index) => `attempt(${index})`),
    seed: 1,
    timeLimitSeconds: 60,
    memoryLimitMB: 512
  });
  expect(end).toBe('done');
  sources.forEach((source, index) => {
    const error = calls[index]?.error;
    if (error != null) errors.set(source, error);
  });
});
afterAll(() => sandbox.dispose());

function explain(source: string, messages: Messages = english): string | null {
  const error = errors.get(source);
  if (error === undefined) throw new Error(`${source} does not stop`);
  return explainError(error, source, sayIn(messages));
}

it.each(PROGRAMS)('%s: %j', (explanation, source) => {
  expect(explain(source, ids)).toBe(`explain.${explanation}`);
});

it.each(UNEXPLAINED)('nothing is added to %j', (source) => {
  expect(explain(source)).toBeNull();
});

it('every explanation has a program that gets it', () => {
  const all = (Object.keys(english.texts) as MessageId[]).filter((id) => id.startsWith('explain.'));
  const tried = new Set(PROGRAMS.map(([explanation]) => `explain.${explanation}`));
  // Only outside of the sandbox, whose event loop is another.
  expect(all.filter((id) => !tried.has(id))).toEqual(['explain.runtime.asyncio']);
});

describe('the texts', () => {
  it.each([
    [
      'score = 1\nprint(scroe)',
      '`scroe` is not defined. Did you mean `score`? A name must be spelt the same everywhere, capital letters included.'
    ],
    [
      'def f(a, b): pass\nf(1)',
      '`f` needs a value more: `b`. Put that into the call, between the round brackets.'
    ],
    [
      'class A:\n    def __init__(self, x): pass\nA(1, 2)',
      '`A` takes 1 value, and the call gives 2. Compare the call with the line of its `def`.'
    ],
    [
      'x = [1, 2\ny = 3',
      'The bracket `[` is opened here and never closed. Put `]` where it should end.'
    ]
  ])('of %j', (source, text) => {
    expect(explain(source)).toBe(text);
  });

  it('a hostile message takes no time, and is cut', () => {
    const started = performance.now();
    for (const type of ['TypeError', 'NameError', 'ValueError', 'SyntaxError', 'KeyError']) {
      for (const message of [
        "'".repeat(2_000),
        `name '${'a'.repeat(1_900)}' is not defined`,
        'x '.repeat(1_000)
      ]) {
        const error = { type, message, line: 1, traceback: message };
        expect(explainError(error, message, sayIn(english))?.length ?? 0).toBeLessThan(500);
      }
    }
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
