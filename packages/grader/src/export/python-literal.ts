/** A `Value` as Python source that makes an equal one: for checks that are written out as code. */

import type { Value } from '../sandbox.js';

/** Text as a Python string. No delimiter of nbgrader's survives in it. */
export function pythonString(text: string): string {
  // JSON's escapes are Python's, too.
  const literal = JSON.stringify(text)
    .replaceAll('BEGIN ', 'BEGIN\\u0020')
    .replaceAll('END ', 'END\\u0020')
    .replaceAll('AUTOTEST', 'AUTO\\u0054EST');
  if (!literal.includes('\\"') || literal.includes("'")) return literal;
  return `'${literal.slice(1, -1).replaceAll('\\"', '"')}'`;
}

/** `null` where no source makes it: it was cut for its size, or holds itself. */
export function pythonLiteral(value: Value): string | null {
  switch (value.kind) {
    case 'none':
      return 'None';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return /^-?\d+$/.test(value.value) ? value.value : null;
    case 'float':
      return float(value.value);
    case 'complex':
      return `complex(${float(value.real)}, ${float(value.imag)})`;
    case 'str':
      return value.cut === undefined ? pythonString(value.value) : null;
    case 'bytes':
      return value.cut === undefined ? bytes(value.value) : null;
    case 'list':
    case 'tuple':
    case 'set':
    case 'frozenset':
    case 'iterator':
      return value.cut === undefined ? sequence(value.kind, all(value.items)) : null;
    case 'dict': {
      const entries = value.entries.map(([key, item]) => all([key, item])?.join(': ') ?? null);
      return value.cut === undefined && complete(entries) ? `{${entries.join(', ')}}` : null;
    }
    case 'object':
      return value.cut === undefined ? object(value.type, value.fields) : null;
    case 'name':
      return `lectern.name(${pythonString(value.type)}, ${pythonString(value.name)})`;
    case 'cycle':
    case 'cut':
      return null;
  }
}

function float(text: string): string {
  return /^-?(inf|nan)$/.test(text) ? `float("${text}")` : text;
}

function bytes(latin1: string): string {
  const escaped = JSON.stringify(latin1)
    .replace(/\\u00(..)/g, '\\x$1')
    .replace(/[\u007f-\u00ff]/g, (character) => `\\x${character.charCodeAt(0).toString(16)}`);
  return `b${escaped}`;
}

function all(values: readonly Value[]): string[] | null {
  const literals = values.map(pythonLiteral);
  return complete(literals) ? literals : null;
}

function complete(literals: (string | null)[]): literals is string[] {
  return !literals.includes(null);
}

function sequence(
  kind: 'list' | 'tuple' | 'set' | 'frozenset' | 'iterator',
  items: string[] | null
): string | null {
  if (items === null) return null;
  const list = `[${items.join(', ')}]`;
  if (kind === 'list') return list;
  if (kind === 'tuple') return `(${items.join(', ')}${items.length === 1 ? ',' : ''})`;
  if (kind === 'set' && items.length > 0) return `{${items.join(', ')}}`;
  if (kind === 'iterator') return `iter(${list})`;
  return items.length === 0 ? `${kind}()` : `frozenset(${list})`;
}

function object(type: string, fields: [string, Value][]): string | null {
  const values = all(fields.map(([, value]) => value));
  if (values === null) return null;
  const entries = fields.map(([name], index) => `${pythonString(name)}: ${values[index]}`);
  return `lectern.object(${pythonString(type)}, {${entries.join(', ')}})`;
}
