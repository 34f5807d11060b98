/** Explains values of a kind that does not fit: TypeError. */

import { BUILTINS } from '@lectern/lesson/python';
import { typeName, type Clue, type Rules } from './clue.js';
import { nameUsesIn } from './variables.js';

/** A quoted type in one of Python's messages. */
const TYPE = `'([\\w.]+)'`;

const OPERATORS: Rules = [
  [
    /^can only concatenate str \(not "([\w.]+)"\) to str/,
    ([type = ''], { say }) =>
      type === 'NoneType'
        ? say('explain.type.none-operand', { operator: '+' })
        : say('explain.type.text-plus', { other: typeName(type, say), placeholder: '{…}' })
  ],
  [
    /^can only concatenate list \(not "([\w.]+)"\) to list/,
    ([type = ''], { say }) => say('explain.type.list-plus', { other: typeName(type, say) })
  ],
  [
    /^can only concatenate tuple \(not "([\w.]+)"\) to tuple/,
    ([type = ''], { say }) => say('explain.type.tuple-plus', { other: typeName(type, say) })
  ],
  [
    new RegExp(
      `^unsupported operand type\\(s\\) for (\\S+?)(?: or pow\\(\\))?: ${TYPE} and ${TYPE}`
    ),
    ([operator = '', left = '', right = ''], clue) => operands(operator, left, right, clue)
  ],
  [
    new RegExp(`^'(\\S+)' not supported between instances of ${TYPE} and ${TYPE}`),
    ([operator = '', left = '', right = ''], clue) => compared(operator, left, right, clue)
  ],
  [/^can't multiply sequence by non-int/, (_, { say }) => say('explain.type.repeat')],
  [
    new RegExp(`^bad operand type for (?:unary .|abs\\(\\)): ${TYPE}`),
    ([type = ''], { say }) => say('explain.type.number', { type: typeName(type, say) })
  ],
  [
    /^(?:must be real number, not|type) ([\w.]+)(?: doesn't define __round__ method)?$/,
    ([type = ''], { say }) => say('explain.type.number', { type: typeName(type, say) })
  ],
  [
    new RegExp(`^${TYPE} object cannot be interpreted as an integer`),
    ([type = ''], { say }) => say('explain.type.whole-number', { type: typeName(type, say) })
  ]
];

function operands(operator: string, left: string, right: string, { text, say }: Clue): string {
  const types = [left, right];
  if (types.includes('coroutine')) return say('explain.type.coroutine');
  if (types.includes('NoneType')) return say('explain.type.none-operand', { operator });
  if (operator === '+' && /\bsum\(/.test(text) && left === 'int') return say('explain.type.sum');
  if (types.includes('str') && types.some((type) => /^(?:int|float|complex|bool)$/.test(type))) {
    return say('explain.type.text-operand', { operator });
  }
  return say('explain.type.operands', {
    operator,
    left: typeName(left, say),
    right: typeName(right, say)
  });
}

function compared(operator: string, left: string, right: string, { say }: Clue): string {
  const types = [left, right];
  if (types.includes('coroutine')) return say('explain.type.coroutine');
  if (types.includes('NoneType')) return say('explain.type.none-operand', { operator });
  if (types.includes('str')) {
    const other = left === 'str' ? right : left;
    return say('explain.type.compared-text', { other: typeName(other, say) });
  }
  return say('explain.type.operands', {
    operator,
    left: typeName(left, say),
    right: typeName(right, say)
  });
}

const CALLS: Rules = [
  [new RegExp(`^${TYPE} object is not callable`), ([type = ''], clue) => notCallable(type, clue)],
  [
    /^(?:\w+\.)*(\w+)\.__init__\(\) missing (\d+) required (?:positional|keyword-only) arguments?: (.+)$/,
    ([type = '', count = '', names = ''], { say }) =>
      say('explain.type.missing-init', { class: type, count: Number(count), names: listed(names) })
  ],
  [
    /^([\w.<>]+)\(\) missing (\d+) required (?:positional|keyword-only) arguments?: (.+)$/,
    ([name = '', count = '', names = ''], { say }) =>
      say('explain.type.missing-argument', {
        function: name,
        count: Number(count),
        names: listed(names)
      })
  ],
  [
    /^([\w.<>]+)\(\) takes (?:from \d+ to )?(\d+) positional arguments? but (\d+) (?:positional arguments? \(.*|was given|were given)/,
    ([name = '', takes = '', given = ''], clue) => tooMany(name, Number(takes), Number(given), clue)
  ],
  [
    /^(\w+)\(\) takes no arguments/,
    ([name = ''], { say }) => say('explain.type.no-init', { class: name })
  ],
  [
    /^([\w.]+)(?:\(\))? (?:takes|expected) (?:exactly|at most|at least) \w+ arguments?,? (?:\(|got )(\d+)/,
    ([name = '', given = ''], { message, say }) =>
      /at least/.test(message) || given === '0'
        ? say('explain.type.too-few-any', { function: name })
        : say('explain.type.too-many-any', { function: name })
  ],
  [
    /^([\w.<>]+)\(\) got an unexpected keyword argument '(.+?)'(?:\. Did you mean '(.+)'\?)?$/,
    ([name = '', keyword = '', guess = ''], { say }) =>
      guess === ''
        ? say('explain.type.keyword', { function: name, name: keyword })
        : say('explain.type.keyword-misspelt', { function: name, name: keyword, guess })
  ],
  [
    /^[\w.<>]+\(\) got multiple values for argument '(.+)'/,
    ([name = ''], { say }) => say('explain.type.twice', { name })
  ],
  [
    new RegExp(`^descriptor '(\\w+)' for ${TYPE} objects doesn't apply`),
    ([method = '', type = ''], { say }) => say('explain.type.method-on-class', { method, type })
  ],
  [
    new RegExp(`^${TYPE} object can't be awaited`),
    ([type = ''], { say }) => say('explain.type.awaited', { type: typeName(type, say) })
  ]
];

/** `'a' and 'b'` */
function listed(names: string): string {
  return names.replace(/'([^']*)'/g, '`$1`');
}

function notCallable(type: string, { text, source, say }: Clue): string {
  const shadowed = shadowedBuiltin(text, source);
  if (shadowed !== null) return say('explain.type.call-shadowed', shadowed);
  const values = { type: typeName(type, say) };
  switch (type) {
    case 'NoneType':
      return say('explain.type.call-none');
    case 'int':
    case 'float':
      return say('explain.type.call-number', values);
    case 'str':
      return say('explain.type.call-text', values);
    case 'list':
    case 'dict':
    case 'tuple':
      return say('explain.type.call-items', values);
    case 'module':
      return say('explain.type.call-module');
    case 'coroutine':
      return say('explain.type.coroutine');
    default:
      return say('explain.type.call-other', values);
  }
}

/** A builtin that is called on this line, and that the answer gives another value. */
function shadowedBuiltin(text: string, source: string): { name: string; line: number } | null {
  const uses = nameUsesIn(source);
  for (const [, name = ''] of text.matchAll(/\b([a-z]\w*)\s*\(/g)) {
    const bound = BUILTINS.has(name) ? uses.get(name)?.find(({ isBound }) => isBound) : undefined;
    if (bound !== undefined) return { name, line: bound.line };
  }
  return null;
}

function tooMany(name: string, takes: number, given: number, { source, say }: Clue): string {
  const [type, method] = name.split('.').slice(-2);
  if (type !== undefined && method !== undefined) {
    if (!firstParameterIsSelf(method, source)) return say('explain.type.self', { method });
    // The object itself is counted, and no learner counts it.
    return say('explain.type.too-many', {
      function: method === '__init__' ? type : method,
      takes: takes - 1,
      given: given - 1
    });
  }
  return say('explain.type.too-many', { function: name, takes, given });
}

function firstParameterIsSelf(method: string, source: string): boolean {
  const first = [...source.matchAll(/\bdef\s+(\w+)\s*\(\s*(\w*)/g)].find(
    ([, name]) => name === method
  );
  return first === undefined || /^(?:self|cls)$/.test(first[2] ?? '');
}

const ITEMS: Rules = [
  [new RegExp(`^${TYPE} object is not subscriptable`), ([type = ''], clue) => noItems(type, clue)],
  [new RegExp(`^${TYPE} object is not iterable`), ([type = ''], clue) => noLoop(type, clue)],
  [
    new RegExp(`^argument of type ${TYPE} is not a container or iterable`),
    ([type = ''], { say }) =>
      type === 'NoneType'
        ? say('explain.type.in-none')
        : say('explain.type.in-other', { type: typeName(type, say) })
  ],
  [
    /^cannot unpack non-iterable ([\w.]+) object/,
    ([type = ''], { say }) => say('explain.type.unpack', { type: typeName(type, say) })
  ],
  [
    /^(\w+) indices must be integers(?: or slices)?, not '?([\w.]+)'?/,
    ([container = '', type = ''], { say }) => {
      if (type === 'str') return say('explain.type.index-text', { container });
      if (type === 'float') return say('explain.type.index-float');
      if (type === 'tuple') return say('explain.type.index-tuple');
      return say('explain.type.index-other', { type: typeName(type, say) });
    }
  ],
  [
    new RegExp(`^${TYPE} object does(?:n't| not) support item (?:assignment|deletion)`),
    ([type = ''], { say }) => {
      if (type === 'str') return say('explain.type.fixed-text');
      if (type === 'tuple') return say('explain.type.fixed-tuple');
      return say('explain.type.fixed-other', { type: typeName(type, say) });
    }
  ],
  [
    new RegExp(`unhashable type: ${TYPE}`),
    ([type = ''], { say }) => say('explain.type.unhashable', { type: typeName(type, say) })
  ],
  [
    new RegExp(`^object of type ${TYPE} has no len\\(\\)`),
    ([type = ''], clue) => {
      if (type === 'coroutine') return clue.say('explain.type.coroutine');
      return /^(?:int|float)$/.test(type)
        ? clue.say('explain.type.length-number')
        : clue.say('explain.type.no-length', { type: typeName(type, clue.say) });
    }
  ],
  [new RegExp(`^${TYPE} object is not an iterator`), (_, { say }) => say('explain.type.next')]
];

function noItems(type: string, { say }: Clue): string {
  if (type === 'NoneType') return say('explain.type.item-none');
  if (type === 'coroutine') return say('explain.type.coroutine');
  if (/function|method/.test(type)) return say('explain.type.item-function');
  const values = { type: typeName(type, say) };
  if (/^(?:int|float|complex|bool)$/.test(type)) return say('explain.type.item-number', values);
  return /set$/.test(type) ? say('explain.type.item-set') : say('explain.type.item-other', values);
}

function noLoop(type: string, { say }: Clue): string {
  if (type === 'NoneType') return say('explain.type.loop-none');
  if (type === 'coroutine') return say('explain.type.coroutine');
  return /^(?:int|float)$/.test(type)
    ? say('explain.type.loop-number')
    : say('explain.type.loop-other', { type: typeName(type, say) });
}

const FUNCTIONS: Rules = [
  [
    /^(int|float)\(\) argument must be a string.* not '([\w.]+)'/,
    ([name = '', type = ''], { say }) =>
      type === 'NoneType'
        ? say('explain.type.convert-none', { function: name })
        : say('explain.type.convert', { function: name, type: typeName(type, say) })
  ],
  [
    /^sequence item \d+: expected str instance, ([\w.]+) found/,
    ([type = ''], { say }) => say('explain.type.join', { type: typeName(type, say) })
  ],
  [/^can only join an iterable/, (_, { say }) => say('explain.type.join-one')],
  [/^not enough arguments for format string/, (_, { say }) => say('explain.type.format-few')],
  [/^not all arguments converted/, (_, { say }) => say('explain.type.format-many')],
  [/^is(?:instance|subclass)\(\) arg 2 must be/, (_, { say }) => say('explain.type.isinstance')]
];

export const TYPE_ERRORS: Rules = [...OPERATORS, ...CALLS, ...ITEMS, ...FUNCTIONS];
