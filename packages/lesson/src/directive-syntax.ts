/** The lines that open and close a directive, read one at a time. */

export interface Opening {
  colons: number;
  name: string;
  title: string | null;
  attributes: Record<string, string>;
  /** Attributes that stand twice; the first counts. */
  duplicates: string[];
  /** `:::{name}`: lines of `:key: value` may follow. */
  braced: boolean;
}
export type DirectiveLine =
  { kind: 'open'; opening: Opening } | { kind: 'close'; colons: number } | { kind: 'malformed' };

const LINE = /^ {0,3}(:{3,})(.*)$/s;
const NAME = /^[ \t]*(?:\{[ \t]*([A-Za-z][\w-]*)[ \t]*\}|([A-Za-z][\w-]*)(?=[\s{[]|$))/;
const ATTRIBUTE =
  /\s*(?:([A-Za-z][\w-]*)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+)))?|#([\w-]+)|\.([\w-]+))(?=[\s}])/y;
const OPTION = /^ {0,3}:([A-Za-z][\w-]*):(?:[ \t]+(.*))?$/s;

/** `null`: the line is none of a directive's. */
export function readDirectiveLine(line: string): DirectiveLine | null {
  const match = LINE.exec(line);
  if (match === null) return null;
  const colons = (match[1] as string).length;
  let rest = (match[2] as string).trimEnd();
  if (rest === '') return { kind: 'close', colons };
  const named = NAME.exec(rest);
  if (named === null) return { kind: 'malformed' };
  const name = (named[1] ?? named[2] ?? '').toLowerCase();
  rest = rest.slice(named[0].length);

  let label: string | null = null;
  const labelled = /^\[([^\]]*)\]/.exec(rest);
  if (labelled !== null) {
    label = (labelled[1] ?? '').trim();
    rest = rest.slice(labelled[0].length);
  }
  const attributes: Record<string, string> = {};
  const duplicates: string[] = [];
  const leading = readAttributes(rest, 0, attributes, duplicates);
  if (leading !== null) {
    rest = rest.slice(leading);
  } else {
    // Braces at the end are attributes only where they read as such: `$x^{2}$` is part of a title.
    const brace = rest.lastIndexOf('{');
    if (brace !== -1 && readAttributes(rest, brace, attributes, duplicates) === rest.length) {
      rest = rest.slice(0, brace);
    }
  }
  const title = [label, rest.trim()].filter((part) => part !== null && part !== '').join(' ');
  return {
    kind: 'open',
    opening: {
      colons,
      name,
      title: title === '' ? null : title,
      attributes,
      duplicates,
      braced: named[1] !== undefined
    }
  };
}

/** A line of options after `:::{name}`. */
export function readOption(line: string): [key: string, value: string] | null {
  const match = OPTION.exec(line);
  return match === null ? null : [match[1] as string, (match[2] ?? '').trim()];
}

/** Reads `{…}` at `from` into `attributes`; returns where it ends, or `null` when it is not a list of attributes. */
function readAttributes(
  text: string,
  from: number,
  attributes: Record<string, string>,
  duplicates: string[]
): number | null {
  const start = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
  if (text[start] !== '{') return null;
  const found: [string, string][] = [];
  let position = start + 1;
  for (;;) {
    ATTRIBUTE.lastIndex = position;
    const match = ATTRIBUTE.exec(text);
    if (match === null) break;
    const [, key, double, single, bare, id, className] = match;
    if (key !== undefined) found.push([key, double ?? single ?? bare ?? '']);
    else if (id !== undefined) found.push(['id', id]);
    else if (className !== undefined) found.push(['class', className]);
    position = ATTRIBUTE.lastIndex;
  }
  const close = /^\s*\}/.exec(text.slice(position));
  if (close === null) return null;
  for (const [key, value] of found) {
    if (Object.hasOwn(attributes, key)) duplicates.push(key);
    else attributes[key] = value;
  }
  return position + close[0].length;
}
