/** Values as a learner would type them in Python, cut to a length that a sentence can hold. */

import { english, sayIn, type Say } from '../messages/messages.js';
import type { CallOutcome, PythonError, SequenceKind, Value } from '../sandbox.js';

const BRACKETS: Record<Exclude<SequenceKind, 'iterator'>, [string, string]> = {
  list: ['[', ']'],
  tuple: ['(', ')'],
  set: ['{', '}'],
  frozenset: ['frozenset({', '})']
};

export function showValue(value: Value, limit = 200, say = sayIn(english)): string {
  return shorten(show(value, say), limit);
}

/** `ValueError: …`, as the last line of a traceback has it. */
export function showError({ type, message }: PythonError, limit = 200): string {
  return shorten(message === '' ? type : `${type}: ${message}`, limit);
}

/** What a call did, to an author: `gave 1.7`, `raised ValueError: …`. */
export function showOutcome({ error, result }: CallOutcome, limit = 200): string {
  return error === null
    ? `gave ${showValue(result ?? { kind: 'none' }, limit)}`
    : `raised ${showError(error, limit)}`;
}

export function shorten(text: string, limit: number): string {
  const characters = Array.from(text);
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}

function show(value: Value, say: Say): string {
  switch (value.kind) {
    case 'none':
      return 'None';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return showInteger(value.value, say);
    case 'float':
      return showFloat(value.value);
    case 'complex':
      return showComplex(value.real, value.imag);
    case 'str':
      return showText(value, '', say);
    case 'bytes':
      return showText(value, 'b', say);
    case 'list':
    case 'tuple':
    case 'set':
    case 'frozenset':
      return showItems(value.kind, shownItems(value.items, value.cut, say));
    case 'iterator':
      return say('value.iterator', { items: shownItems(value.items, value.cut, say).join(', ') });
    case 'dict': {
      const entries = value.entries.map(([key, item]) => `${show(key, say)}: ${show(item, say)}`);
      return `{${[...entries, ...rest(value.cut, say)].join(', ')}}`;
    }
    case 'object':
      return showObject(value, say);
    case 'name':
      return `<${value.type} ${value.name}>`.replace(' >', '>');
    case 'cycle':
      return say('value.cycle');
    case 'cut':
      return say('value.cut');
  }
}

function shownItems(items: readonly Value[], cut: number | undefined, say: Say): string[] {
  return [...items.map((item) => show(item, say)), ...rest(cut, say)];
}

function rest(cut: number | undefined, say: Say): string[] {
  return cut === undefined ? [] : [`… ${say('value.items', { count: cut })}`];
}

function showItems(kind: keyof typeof BRACKETS, items: string[]): string {
  if (items.length === 0 && kind === 'set') return 'set()';
  if (items.length === 0 && kind === 'frozenset') return 'frozenset()';
  const [open, close] = BRACKETS[kind];
  const comma = kind === 'tuple' && items.length === 1 ? ',' : '';
  return `${open}${items.join(', ')}${comma}${close}`;
}

function showText(
  { value, cut }: Extract<Value, { kind: 'str' | 'bytes' }>,
  prefix: '' | 'b',
  say: Say
): string {
  const text = prefix + (prefix === 'b' ? quotedBytes(value) : quoted(value));
  if (cut === undefined) return text;
  const count = cut.length;
  return `${text}… ${prefix === 'b' ? say('value.bytes', { count }) : say('value.characters', { count })}`;
}

/** An enumeration's member, a summary that the object itself gives, or its fields. */
function showObject({ type, fields }: Extract<Value, { kind: 'object' }>, say: Say): string {
  const [first] = fields;
  if (fields.length === 1 && first?.[0] === 'repr' && first[1].kind === 'str')
    return first[1].value;
  return `${type}(${fields.map(([name, item]) => `${name}=${show(item, say)}`).join(', ')})`;
}

/** The runtime sends `0x…<hash> (<n> bits)` for what is too long to be written in decimal. */
function showInteger(text: string, say: Say): string {
  const bits = /^0x…[0-9a-f]+ \((\d+) bits\)$/.exec(text)?.[1];
  return bits === undefined ? text : say('value.long-integer', { bits });
}

/** As Python writes it: `(1+2j)`, `2j`. */
function showComplex(real: string, imaginary: string): string {
  const sign = /^[-+]/.test(imaginary) ? '' : '+';
  const plain = (text: string): string => showFloat(text).replace(/\.0$/, '');
  return real === '0.0' ? `${plain(imaginary)}j` : `(${plain(real)}${sign}${plain(imaginary)}j)`;
}

/** Without the last digits, which are rounding and teach nothing: 1.2000000000000002 is shown as 1.2. */
function showFloat(text: string): string {
  if (text === '-0.0') return text;
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

/** Bytes travel as Latin-1: what is not ASCII is escaped. */
function quotedBytes(text: string): string {
  return quoted(text).replace(
    /[\u0080-\u00ff]/g,
    (character) => `\\x${character.charCodeAt(0).toString(16)}`
  );
}

function escaped(character: string, quote: string): string {
  if (character === quote || character === '\\') return `\\${character}`;
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  if (character === '\r') return '\\r';
  const code = character.codePointAt(0) ?? 0;
  if (code < 32 || code === 127) return `\\x${code.toString(16).padStart(2, '0')}`;
  // What cannot be seen, or turns the text around it, is told from what can.
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u00a0\u2000-\u200a\u3000]/u.test(character)) {
    return code > 0xffff
      ? `\\U${code.toString(16).padStart(8, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  }
  return character;
}
