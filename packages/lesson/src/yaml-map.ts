/** Reads a YAML map by a table of fields: values that fit are returned, everything else is kept and reported. */

import { isMap, isScalar, isSeq, parseDocument, type Node, type YAMLMap } from 'yaml';
import type { z } from 'zod';
import type { Range } from './lesson.js';
import { nearest } from './nearest.js';
import type { Problems } from './problems.js';
import type { SourceText } from './source-text.js';

export interface Field<T = unknown> {
  schema: z.ZodType<T>;
  /** Completes "must be …". */
  expects: string;
  /** A number, a date or a lone value where text or a list of texts is wanted is read as it was written. */
  text?: 'one' | 'list';
  /** The value is a map with fields of its own. */
  fields?: Fields;
}
export type Fields = Record<string, Field>;
export type Values<F extends Fields> = {
  [K in keyof F]?: F[K] extends Field<infer T> ? T : never;
};

export interface YamlMap<F extends Fields> {
  values: Values<F>;
  /** The keys that `fields` does not name. */
  extra: Record<string, unknown>;
  /** Where the value of a key stands, or else the whole map. */
  rangeOf(key: string): Range;
}

/** `start` and `end` are offsets of the YAML in the source; `subject` begins the ids of the rules. */
export function readYamlMap<F extends Fields>(
  source: SourceText,
  [start, end]: [number, number],
  fields: F,
  subject: 'front-matter' | 'course',
  problems: Problems
): YamlMap<F> {
  const whole = source.range(start, end);
  const result: YamlMap<F> = { values: {}, extra: {}, rangeOf: () => whole };
  const document = parseDocument(source.text.slice(start, end), {
    prettyErrors: false,
    logLevel: 'silent'
  });
  const map = document.contents;
  const reader = new Reader(source, start, subject, problems, document);
  if (isMap(map)) {
    reader.read(map, fields, '', result.values, result.extra);
    result.rangeOf = (key) => reader.ranges.get(key) ?? whole;
  }
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    if (reader.duplicates.has(pos[0])) continue;
    // What follows a document's end is not read at all.
    const isRest = code === 'MULTIPLE_DOCS';
    const from = start + (isRest ? Math.min(pos[0], document.range[1]) : pos[0]);
    problems.report(
      `${subject}/invalid-yaml`,
      source.range(from, isRest ? end : Math.min(end, start + pos[1])),
      `This is not valid YAML: ${oneLine(message)}`,
      'Correct it; a text with a colon or a quotation mark in it has to stand in quotation marks.'
    );
  }
  if (map !== null && !isMap(map)) {
    problems.report(
      `${subject}/not-a-map`,
      whole,
      'This is not a map of keys to values.',
      'Write one `key: value` a line.'
    );
  }
  return result;
}

class Reader {
  readonly ranges = new Map<string, Range>();
  /** Where keys begin that stood before: they are reported here, and by the YAML parser as well. */
  readonly duplicates = new Set<number>();

  constructor(
    private readonly source: SourceText,
    private readonly start: number,
    private readonly subject: 'front-matter' | 'course',
    private readonly problems: Problems,
    private readonly document: ReturnType<typeof parseDocument>
  ) {}

  read(
    map: YAMLMap,
    fields: Fields,
    prefix: string,
    values: Record<string, unknown>,
    extra: Record<string, unknown>
  ): void {
    const seen = new Set<string>();
    for (const pair of map.items) {
      const name = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
      const node = pair.value as Node | null;
      const range = this.#range(node ?? (pair.key as Node));
      if (seen.has(name)) {
        this.#reportDuplicate(prefix + name, pair.key as Node, node);
        continue;
      }
      seen.add(name);
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (field === undefined) {
        set(extra, name, this.#value(node));
        const guess = nearest(name, Object.keys(fields));
        this.problems.report(
          `${this.subject}/unknown-key`,
          this.#range(pair.key as Node),
          `\`${prefix}${name}\` is not a key of the format.`,
          guess === null
            ? `Remove it, or write one of ${quoted(Object.keys(fields))}.`
            : `Did you mean \`${prefix}${guess}\`?`
        );
        continue;
      }
      this.ranges.set(prefix + name, range);
      if (node === null || (isScalar(node) && node.value === null)) continue;
      if (field.fields !== undefined && isMap(node)) {
        const inner: Record<string, unknown> = {};
        const innerExtra: Record<string, unknown> = {};
        this.read(node, field.fields, `${prefix}${name}.`, inner, innerExtra);
        values[name] = inner;
        if (Object.keys(innerExtra).length > 0) set(extra, name, innerExtra);
        continue;
      }
      const parsed = field.schema.safeParse(this.#typed(node, field.text));
      if (parsed.success) {
        values[name] = parsed.data;
      } else {
        this.problems.report(
          `${this.subject}/invalid-value`,
          range,
          `\`${prefix}${name}\` must be ${field.expects}.`,
          'Correct it, or remove the key to take the default.'
        );
      }
    }
  }

  #reportDuplicate(name: string, key: Node, value: Node | null): void {
    const [from] = key.range ?? [0];
    const [, to] = (value ?? key).range ?? [0, from];
    this.duplicates.add(from);
    this.problems.report(
      `${this.subject}/duplicate-key`,
      this.source.range(this.start + from, this.start + to),
      `\`${name}\` stands twice; the first counts.`,
      'Remove one of the two.'
    );
  }

  #typed(node: Node, text: Field['text']): unknown {
    if (text === 'one') return asText(node) ?? this.#value(node);
    if (text === 'list') {
      if (isSeq(node))
        return node.items.map(
          (item) => this.#colonText(item) ?? asText(item) ?? this.#value(item as Node)
        );
      const lone = asText(node);
      if (lone !== null) return [lone];
    }
    return this.#value(node);
  }

  /** `- Read: carefully` is a map to YAML and a text to its author. */
  #colonText(node: unknown): string | null {
    if (!isMap(node) || node.flow === true || node.items.length !== 1) return null;
    const [from, to] = node.range ?? [0, 0];
    return this.source.text.slice(this.start + from, this.start + to).trim();
  }

  /** `toJS` throws when aliases multiply into a "billion laughs". */
  #value(node: Node | null): unknown {
    try {
      return node === null ? null : node.toJS(this.document, { maxAliasCount: 100 });
    } catch {
      return null;
    }
  }

  #range(node: Node): Range {
    const [from, to] = node.range ?? [0, 0];
    return this.source.range(this.start + from, this.start + to);
  }
}

function asText(node: unknown): string | null {
  if (!isScalar(node) || node.value === null) return null;
  return typeof node.value === 'string' ? node.value : (node.source ?? null);
}

/** A plain assignment to `__proto__` would set the prototype instead of a key. */
function set(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true
  });
}

function oneLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? text;
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

function quoted(names: string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
