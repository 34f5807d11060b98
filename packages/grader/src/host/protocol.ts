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

/** Characters of all messages of one run together. */
export const MAX_TRAFFIC = 32_000_000;

const text = z.string();
const count = z.number().int().nonnegative();
const cutText = z.object({ length: count, sha256: text });

const value: z.ZodType<Value> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['none', 'cycle', 'cut']) }),
    z.object({ kind: z.literal('bool'), value: z.boolean() }),
    z.object({ kind: z.enum(['int', 'float']), value: text }),
    z.object({ kind: z.literal('complex'), real: text, imag: text }),
    z.object({ kind: z.enum(['str', 'bytes']), value: text, cut: cutText.optional() }),
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
  ])
) as z.ZodType<Value>;

const pythonError = z.object({
  type: text,
  base: text.optional(),
  message: text,
  line: z.number().int().nullable(),
  traceback: text
}) as z.ZodType<PythonError>;

const program: z.ZodType<ProgramOutcome> = z.object({
  stdout: text,
  stdoutCut: z.boolean(),
  error: pythonError.nullable(),
  functions: z.array(text)
});

const call = z.object({
  result: value.nullable(),
  awaited: z.literal(true).optional(),
  error: pythonError.nullable(),
  mutated: z.array(z.tuple([text, value])),
  stdout: text,
  stdoutCut: z.boolean()
}) as z.ZodType<CallOutcome>;

const recordedFunction: z.ZodType<RecordedFunction> = z.object({
  name: text,
  recorded: z.array(text),
  varied: z.array(text),
  unwritable: count
});

const mutant: z.ZodType<Mutant> = z.object({ source: text, line: count, operator: text });

const cell: z.ZodType<CellOutcome> = z.object({
  stdout: text,
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
    shown: text.nullable(),
    sign: text,
    actual: value,
    expected: value,
    against: text
  }),
  z.object({ kind: z.literal('false'), shown: text, actual: value }),
  z.object({ kind: z.literal('raised'), shown: text, error: pythonError }),
  z.object({ kind: z.literal('missing'), name: text }),
  z.object({ kind: z.literal('stopped'), type: text, text, line: count.nullable() })
]);

const consulted = z.object({
  shown: text,
  result: value.nullable(),
  error: pythonError.nullable()
});

const testOutcome: z.ZodType<TestOutcome> = z.discriminatedUnion('status', [
  z.object({ status: z.literal('passed') }),
  z.object({ status: z.literal('failed'), failure, consulted: consulted.nullable() })
]);

const event = z.union([
  z.object({ event: z.enum(['started', 'idle', 'done', 'out-of-memory']) }),
  z.intersection(z.object({ event: z.literal('answer') }), call),
  z.object({
    event: z.literal('tests'),
    problem: z.object({ text, line: count.nullable() }).nullable(),
    functions: z.array(outlinedTest),
    public: text
  }),
  z.object({ event: z.literal('asks'), question: text }),
  z.object({
    event: z.literal('test'),
    name: text,
    outcome: testOutcome,
    asked: z.array(text)
  }),
  z.object({ event: z.literal('crashed'), message: text }),
  z.intersection(z.object({ event: z.literal('program') }), program),
  z.intersection(z.object({ event: z.literal('call'), index: count }), call),
  z.object({
    event: z.literal('recorded'),
    error: pythonError.nullable(),
    functions: z.array(recordedFunction)
  }),
  z.object({ event: z.literal('mutation'), mutants: z.array(mutant), calls: z.array(text) }),
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
  try {
    const parsed = event.safeParse(JSON.parse(message.slice(nonce.length + 1)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
