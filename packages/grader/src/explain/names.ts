/** Explains names that are not there: variables, modules, and what is looked for in a module or a value. */

import { BUILTINS, nearest, STANDARD_LIBRARY } from '@lectern/lesson/python';
import { pythonsGuess, typeName, type Clue, type Rules } from './clue.js';
import { nameUsesIn, type NameUses } from './variables.js';

/** Words of other languages, and of Python 2. */
const FOREIGN: Readonly<Record<string, string>> = {
  null: 'None',
  nil: 'None',
  undefined: 'None',
  raw_input: 'input',
  xrange: 'range',
  unicode: 'str',
  puts: 'print',
  printf: 'print',
  length: 'len',
  size: 'len'
};

/** What packages are usually imported as. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  np: 'numpy',
  pd: 'pandas',
  plt: 'matplotlib.pyplot'
};

const NAME = String.raw`([\p{L}_][\p{L}\p{N}_]*)`;

export const NAME_ERRORS: Rules = [
  [
    new RegExp(`^name '${NAME}' is not defined`, 'u'),
    ([name = ''], clue) => undefinedName(name, clue)
  ],
  [
    new RegExp(`^cannot access free variable '${NAME}'`, 'u'),
    ([name = ''], { say }) => say('explain.unbound.later', { name })
  ]
];

export const UNBOUND_ERRORS: Rules = [
  [
    new RegExp(`^cannot access local variable '${NAME}'`, 'u'),
    ([name = ''], clue) => unbound(name, clue)
  ]
];

function undefinedName(name: string, clue: Clue): string {
  const { say, line } = clue;
  if (name === 'self') return say('explain.name.self');
  const all = nameUsesIn(clue.source);
  const uses = all.get(name) ?? [];
  const later = uses.find(
    (use) => use.function === null && use.isBound && line !== null && use.line > line
  );
  if (later !== undefined) return say('explain.name.later', { name, later: later.line });
  if (uses.some(({ isAnnotated }) => isAnnotated)) return say('explain.name.annotated', { name });
  const inside = uses.find((use) => use.function !== null && use.isBound);
  if (inside?.function != null) {
    return say('explain.name.inside', { name, function: inside.function });
  }
  if (STANDARD_LIBRARY.has(name)) return say('explain.name.module', { name });
  const module = Object.hasOwn(ABBREVIATIONS, name) ? ABBREVIATIONS[name] : undefined;
  if (module !== undefined) return say('explain.name.abbreviation', { name, module });
  const guess = Object.hasOwn(FOREIGN, name) ? FOREIGN[name] : misspelt(name, all, clue);
  return guess == null
    ? say('explain.name.undefined', { name })
    : say('explain.name.misspelt', { name, guess });
}

/** Among the answer's own names first: they are likelier than Python's. */
function misspelt(name: string, uses: NameUses, clue: Clue): string | null {
  const own = [...uses].filter(([, where]) => where.some(({ isBound }) => isBound));
  const builtins = [...BUILTINS].filter((word) => !word.startsWith('_'));
  const names = own.map(([word]) => word);
  return nearest(name, names) ?? nearest(name, builtins) ?? pythonsGuess(clue);
}

function unbound(name: string, { source, line, say }: Clue): string {
  const uses = nameUsesIn(source).get(name) ?? [];
  const here = uses.find((use) => use.line === line)?.function;
  const isOutside = uses.some((use) => use.function === null && use.isBound);
  if (isOutside) return say('explain.unbound.outside', { name });
  const earlier = uses.find(
    (use) => use.isBound && use.function === here && line !== null && use.line < line
  );
  return earlier === undefined
    ? say('explain.unbound.later', { name })
    : say('explain.unbound.branch', { name, earlier: earlier.line });
}

const MODULE = String.raw`([\w.]+)`;

export const MODULE_ERRORS: Rules = [
  [
    new RegExp(`^No module named '${MODULE}'`),
    ([name = ''], { say }) => {
      const guess = STANDARD_LIBRARY.has(name) ? null : nearest(name, STANDARD_LIBRARY);
      return guess === null
        ? say('explain.module.missing', { name })
        : say('explain.module.misspelt', { name, guess });
    }
  ]
];

export const IMPORT_ERRORS: Rules = [
  [
    new RegExp(`^cannot import name '${NAME}' from '${MODULE}'`, 'u'),
    ([name = '', module = ''], clue) => {
      const guess = pythonsGuess(clue);
      return guess === null
        ? clue.say('explain.import.missing', { name, module })
        : clue.say('explain.import.misspelt', { name, module, guess });
    }
  ]
];

export const ATTRIBUTE_ERRORS: Rules = [
  [
    new RegExp(`^'NoneType' object has no attribute '${NAME}'`, 'u'),
    ([name = ''], { say }) => say('explain.attribute.none', { name })
  ],
  [
    new RegExp(`^module '${MODULE}' has no attribute '${NAME}'`, 'u'),
    ([module = '', name = ''], clue) => {
      const guess = pythonsGuess(clue);
      return guess === null
        ? clue.say('explain.attribute.module', { module, name })
        : clue.say('explain.import.misspelt', { module, name, guess });
    }
  ],
  [
    new RegExp(`^(?:type object )?'([^']+)'(?: object)? has no attribute '${NAME}'`, 'u'),
    ([type = '', name = ''], clue) => attribute(type, name, clue)
  ]
];

const COUNTS = new Set(['length', 'size', 'len', 'count']);
const ASKS = new Set(['contains', 'has_key', 'has', 'includes', 'include']);
const GROWS = new Set(['append', 'add', 'push', 'insert', 'extend', 'push_back']);

function attribute(type: string, name: string, clue: Clue): string {
  const { say } = clue;
  const guess = pythonsGuess(clue);
  const values = { type: typeName(type, say), name };
  if (guess !== null) return say('explain.attribute.misspelt', { ...values, guess });
  if (/function|method/.test(type)) return say('explain.attribute.function', { name });
  if (type === 'coroutine') return say('explain.attribute.coroutine');
  if (/^(?:int|float|complex|bool)$/.test(type)) return say('explain.attribute.number', { name });
  if (/^(?:list|tuple|str|dict|set|frozenset|bytes|range)$/.test(type)) {
    if (COUNTS.has(name)) return say('explain.attribute.length', values);
    if (ASKS.has(name)) return say('explain.attribute.contains', values);
    if (GROWS.has(name)) {
      return /^(?:list|dict|set)$/.test(type)
        ? say('explain.attribute.add', values)
        : say('explain.attribute.fixed', values);
    }
    return say('explain.attribute.other', values);
  }
  const isOwn =
    nameUsesIn(clue.source)
      .get(type)
      ?.some(({ isBound }) => isBound) ?? false;
  return isOwn
    ? say('explain.attribute.own', { type, name })
    : say('explain.attribute.other', values);
}
