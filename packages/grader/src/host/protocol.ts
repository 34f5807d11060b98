/**
 * What an interpreter may say. Everything that comes out of one is treated as written by the learner:
 * matched by a nonce, checked against a schema, capped in size, and only ever values, never a verdict.
 */

import { z } from 'zod';
import type {
  CellOutcome,
  Mutant,
  OutlinedTest,
  RecordedFunction,
  TestFailure,
  TestOutcome
} from '../author-tools.js';
import type { CallOutcome, ProgramOutcome, PythonError, Value } from '../sandbox.js';

/** Larger than anything that `lectern_runtime` writes: values.py, capture.py and errors.py cut what they find. */
const LIMITS = { depth: 120, nodes: 200_000, text: 10_000, whole: 210_000, output: 130_000 };

const text = z.string().max(LIMITS.text);
/** Of an author's. */
const source = z.string();
const output = z.string().max(LIMITS.output);
const count = z.number().int().nonnegative();
const cutText = z.object({ length: count, sha256: text });

/** `written`: the texts in it. */
function valueSchema(written: z.ZodString): z.ZodType<Value> {
  const value: z.ZodType<Value> = z.lazy(() => alternatives);
  const alternatives = z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['none', 'cycle', 'cut']) }),
    z.object({ kind: z.literal('bool'), value: z.boolean() }),
    z.object({ kind: z.enum(['int', 'float']), value: text }),
    z.object({ kind: z.literal('complex'), real: text, imag: text }),
    z.object({ kind: z.enum(['str', 'bytes']), value: written, cut: cutText.optional() }),
    z.object({
      kind: z.enum(['list', 'tuple', 'set', 'frozenset', 'iterator']),
      items: z.array(value),
      cut: count.optional(),
      sha256: text.optional(),
      handle: count.optional()
    }),
    z.object({
      kind: z.literal('dict'),
      entries: z.array(z.tuple([value, value])),
      cut: count.optional(),
      sha256: text.optional()
    }),
    z.object({
      kind: z.literal('object'),
      type: text,
      fields: z.array(z.tuple([text, value])),
      cut: count.optional(),
      handle: count.optional()
    }),
    z.object({ kind: z.literal('name'), type: text, name: text, handle: count.optional() })
  ]) as z.ZodType<Value>;
  return value;
}

const value = valueSchema(text);
/** What a test is given: more than any message shows. */
const wholeValue = valueSchema(z.string().max(LIMITS.whole));

const pythonError = z.object({
  type: text,
  base: text.optional(),
  message: text,
  line: z.number().int().nullable(),
  traceback: text
}) as z.ZodType<PythonError>;

const program: z.ZodType<ProgramOutcome> = z.object({
  stdout: output,
  stdoutCut: z.boolean(),
  error: pythonError.nullable(),
  functions: z.array(text)
});

const callWith = (result: z.ZodType<Value>): z.ZodType<CallOutcome> =>
  z.object({
    result: result.nullable(),
    awaited: z.literal(true).optional(),
    error: pythonError.nullable(),
    mutated: z.array(z.tuple([text, result])),
    stdout: output,
    stdoutCut: z.boolean()
  }) as z.ZodType<CallOutcome>;
const call = callWith(value);

const recordedFunction: z.ZodType<RecordedFunction> = z.object({
  name: text,
  recorded: z.array(source),
  varied: z.array(source),
  unwritable: count
});

const mutant: z.ZodType<Mutant> = z.object({ source, line: count, operator: text });

const cell: z.ZodType<CellOutcome> = z.object({
  stdout: output,
  suspended: z.boolean(),
  error: pythonError.nullable()
});

const outlinedTest: z.ZodType<OutlinedTest> = z.object({
  name: text,
  requirement: text.nullable(),
  points: z.number().positive(),
  withheld: z.boolean(),
  line: count
});

const failure: z.ZodType<TestFailure> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), text }),
  z.object({
    kind: z.literal('comparison'),
    shown: source.nullable(),
    sign: text,
    actual: value,
    expected: value,
    against: source
  }),
  z.object({ kind: z.literal('false'), shown: source, actual: value }),
  z.object({ kind: z.literal('raised'), shown: source, error: pythonError }),
  z.object({ kind: z.literal('missing'), name: text }),
  z.object({ kind: z.literal('stopped'), type: text, text, line: count.nullable() })
]);

const consulted = z.object({
  shown: source,
  result: wholeValue.nullable(),
  error: pythonError.nullable()
});

const testOutcome: z.ZodType<TestOutcome> = z.discriminatedUnion('status', [
  z.object({ status: z.literal('passed') }),
  z.object({ status: z.literal('failed'), failure, consulted: consulted.nullable() })
]);

const event = z.union([
  z.object({ event: z.enum(['started', 'idle', 'done', 'out-of-memory']) }),
  z.intersection(z.object({ event: z.literal('answer') }), callWith(wholeValue)),
  z.object({
    event: z.literal('tests'),
    problem: z.object({ text, line: count.nullable() }).nullable(),
    functions: z.array(outlinedTest),
    public: source
  }),
  z.object({ event: z.literal('asks'), question: source }),
  z.object({
    event: z.literal('test'),
    name: text,
    outcome: testOutcome,
    asked: z.array(source)
  }),
  z.object({ event: z.literal('crashed'), message: text }),
  z.intersection(z.object({ event: z.literal('program') }), program),
  z.intersection(z.object({ event: z.literal('call'), index: count }), call),
  z.object({
    event: z.literal('recorded'),
    error: pythonError.nullable(),
    functions: z.array(recordedFunction)
  }),
  z.object({ event: z.literal('mutation'), mutants: z.array(mutant), calls: z.array(source) }),
  z.object({ event: z.literal('source'), index: count }),
  z.object({
    event: z.literal('source-end'),
    end: z.enum(['done', 'timed-out', 'out-of-memory']),
    durationMs: z.number()
  }),
  z.intersection(z.object({ event: z.literal('cell'), index: count }), cell)
]);

export type Event = z.infer<typeof event>;

/** Returns the event in `message`, or `null` where it is none of this run's. */
export function parseEvent(message: string, nonce: string): Event | null {
  if (!message.startsWith(`${nonce} `)) return null;
  const json = message.slice(nonce.length + 1);
  if (!isShallow(json)) return null;
  try {
    const said: unknown = JSON.parse(json);
    if (!isModest(said)) return null;
    const parsed = event.safeParse(said);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Looked at before it is parsed: what is nested without end takes a parser seconds. */
function isShallow(json: string): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const character = json.charCodeAt(at);
    if (character === QUOTE) {
      // To the quote that ends it; a backslash takes the next character with it.
      for (at++; at < json.length && json.charCodeAt(at) !== QUOTE; at++) {
        if (json.charCodeAt(at) === BACKSLASH) at++;
      }
    } else if (character === OPEN_LIST || character === OPEN_OBJECT) {
      if (++depth > LIMITS.depth) return false;
    } else if (character === CLOSE_LIST || character === CLOSE_OBJECT) depth--;
  }
  return true;
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [...'"\\[]{}'].map(
  (character) => character.charCodeAt(0)
);

/** Neither so deep nor of so many parts that checking or showing it takes the stack, or long. */
function isModest(said: unknown): boolean {
  let nodes = 0;
  const visit = (value: unknown, depth: number): boolean => {
    if (++nodes > LIMITS.nodes || depth > LIMITS.depth) return false;
    if (typeof value !== 'object' || value === null) return true;
    return Object.values(value).every((part) => visit(part, depth + 1));
  };
  return visit(said, 0);
}
