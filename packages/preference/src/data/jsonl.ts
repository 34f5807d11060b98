/** JSON Lines: a record a line, read as it comes and written as it is asked for. */

import { DataError } from './data-error.js';

/** Text, or its bytes, at once or in pieces: a `File` of the browser, a stream of Node or of `fetch`. */
export type Source =
  | string
  | Blob
  | ReadableStream<Uint8Array>
  | Iterable<string | Uint8Array>
  | AsyncIterable<string | Uint8Array>;

export interface JsonRecord {
  /** In the file, from 1. */
  line: number;
  value: { readonly [key: string]: unknown };
}

/** Longer ones are no records of preferences. */
const LONGEST_LINE = 64 * 2 ** 20;

/**
 * Blank lines are passed over. Nothing is held but the line that is being read.
 * @throws {DataError} at the first line that is no JSON object, with its number
 * @example
 * ```ts
 * const file = new Blob(['{"prompt": "2 + 2?"}\n\n{"prompt": "3 + 3?"}\n']);
 * const records = [];
 * for await (const record of readJsonl(file)) records.push(record);
 * records; // → [{ line: 1, value: { prompt: '2 + 2?' } }, { line: 3, value: { prompt: '3 + 3?' } }]
 * ```
 */
export async function* readJsonl(source: Source): AsyncGenerator<JsonRecord> {
  let line = 0;
  for await (const text of linesOf(source)) {
    line++;
    if (text.trim() === '') continue;
    yield { line, value: objectIn(text, line) };
  }
}

function objectIn(text: string, line: number): { [key: string]: unknown } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new DataError(`this is no JSON (${(error as Error).message})`, line);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DataError('a record is an object: {"prompt": …}', line);
  }
  return value as { [key: string]: unknown };
}

async function* linesOf(source: Source): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let line = 0;
  const decode = (piece: string | Uint8Array | undefined): string => {
    if (typeof piece === 'string') return piece;
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch {
      throw new DataError('this is not UTF-8', line + 1);
    }
  };
  for await (const piece of piecesOf(source)) {
    rest += decode(piece);
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new DataError('this line does not end', line + 1);
    line += lines.length;
    yield* lines;
  }
  rest += decode(undefined);
  if (rest !== '') yield rest;
}

function piecesOf(
  source: Source
): Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array> {
  if (typeof source === 'string') return [source];
  const stream = source instanceof Blob ? source.stream() : source;
  return stream instanceof ReadableStream ? chunksOf(stream) : stream;
}

/** Not all browsers iterate over a stream. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

/**
 * A line a record, each with its end: `[...writeJsonl(records)].join('')` is the file.
 *
 * @example
 * ```ts
 * [...writeJsonl([{ prompt: '2 + 2?' }, { prompt: '3 + 3?' }])].join(''); // → '{"prompt":"2 + 2?"}\n{"prompt":"3 + 3?"}\n'
 * ```
 */
export function* writeJsonl(records: Iterable<object>): Generator<string> {
  for (const record of records) yield `${JSON.stringify(record)}\n`;
}
