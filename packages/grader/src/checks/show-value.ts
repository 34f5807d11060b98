/** Values as a learner would type them in Python, cut to a length that a sentence can hold. */

import type { CallOutcome, SequenceKind, Value } from '../sandbox.js';

const BRACKETS: Record<SequenceKind, [string, string]> = {
  list: ['[', ']'],
  tuple: ['(', ')'],
  set: ['{', '}'],
  frozenset: ['frozenset({', '})'],
  iterator: ['an iterator over [', ']']
};

export function showValue(value: Value, limit = 200): string {
  return shorten(show(value), limit);
}

/** What a call did, in words: `gave 1.7`, `raised ValueError: …`. */
export function showOutcome(outcome: CallOutcome, limit = 200): string {
  const { result, error } = outcome;
  if (error === null) return `gave ${showResult(outcome, limit)}`;
  const { type, message } = error;
  const raised = shorten(message === '' ? `raised ${type}` : `raised ${type}: ${message}`, limit);
  return result === null ? raised : `gave ${showValue(result, limit)}, then ${raised}`;
}

/** What a call gave: a coroutine is not what it gives when it is awaited. */
export function showResult({ result, awaited }: CallOutcome, limit = 200): string {
  const value = result ?? { kind: 'none' };
  if (awaited !== true) return showValue(value, limit);
  const shown = showValue(value, limit);
  return value.kind === 'iterator'
    ? shown.replace('an', 'an asynchronous')
    : `a coroutine of ${shown}`;
}

export function shorten(text: string, limit: number): string {
  // No more than is looked at: a character is one or two units of the text.
  const characters = Array.from(text.slice(0, 2 * limit + 2));
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}

function show(value: Value): string {
  switch (value.kind) {
    case 'none':
      return 'None';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return value.value;
    case 'float':
      return showFloat(value.value);
    case 'complex':
      return `complex(${value.real}, ${value.imag})`;
    case 'str':
      return quoted(value.value) + (value.cut ? `… (${value.cut.length} characters)` : '');
    case 'bytes':
      return `b${quoted(value.value)}${value.cut ? `… (${value.cut.length} bytes)` : ''}`;
    case 'list':
    case 'tuple':
    case 'set':
    case 'frozenset':
    case 'iterator': {
      if (value.kind === 'set' && value.items.length === 0) return 'set()';
      const [open, close] = BRACKETS[value.kind];
      const items = value.items.map(show);
      if (value.cut !== undefined) items.push(`… (${value.cut} items)`);
      const comma = value.kind === 'tuple' && items.length === 1 ? ',' : '';
      return `${open}${items.join(', ')}${comma}${close}`;
    }
    case 'dict': {
      const entries = value.entries.map(([key, item]) => `${show(key)}: ${show(item)}`);
      if (value.cut !== undefined) entries.push(`… (${value.cut} items)`);
      return `{${entries.join(', ')}}`;
    }
    case 'object': {
      const [first] = value.fields;
      if (value.fields.length === 1 && first?.[0] === 'repr' && first[1].kind === 'str') {
        return first[1].value;
      }
      const parts = value.fields.map(([name, item]) =>
        /^\d+$/.test(name) ? show(item) : `${name}=${show(item)}`
      );
      if (value.cut !== undefined) parts.push(`… (${value.cut} attributes)`);
      return `${value.type}(${parts.join(', ')})`;
    }
    case 'name':
      return `<${value.type} ${value.name}>`.replace(' >', '>');
    case 'cycle':
      return '…';
    case 'cut':
      return '…';
  }
}

/** Without the last digits, which are rounding and teach nothing: 1.2000000000000002 is shown as 1.2. */
function showFloat(text: string): string {
  const rounded = Number(text).toPrecision(12);
  const plain = /^-?\d+\.\d+$/.test(rounded) ? rounded.replace(/(\.\d+?)0+$/, '$1') : text;
  return plain.length < text.length ? plain : text;
}

/** A Python string literal, in double quotes unless single ones save escapes. */
export function quoted(text: string): string {
  const quote = text.includes('"') && !text.includes("'") ? "'" : '"';
  let body = '';
  for (const character of text) body += escaped(character, quote);
  return quote + body + quote;
}

function escaped(character: string, quote: string): string {
  if (character === quote || character === '\\') return `\\${character}`;
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  if (character === '\r') return '\\r';
  const code = character.codePointAt(0) ?? 0;
  if (code < 32 || code === 127) return `\\x${code.toString(16).padStart(2, '0')}`;
  return character;
}
