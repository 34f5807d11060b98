/** Explains values of the right kind that cannot be used, and what else stops a learner's program. */

import type { Clue, Rules } from './clue.js';
import { typeName } from './clue.js';

export const VALUE_ERRORS: Rules = [
  [
    /^invalid literal for int\(\) with base \d+: ''/,
    (_, { say }) => say('explain.value.int-empty')
  ],
  [/^could not convert string to float: ''/, (_, { say }) => say('explain.value.int-empty')],
  [
    /^invalid literal for int\(\) with base 10: ('\s*[-+]?\d+\.\d*\s*')/,
    ([text = ''], { say }) => say('explain.value.int-decimal', { text })
  ],
  [
    /^invalid literal for int\(\) with base \d+: (.+)/s,
    ([text = ''], { say }) => say('explain.value.int', { text })
  ],
  [
    /^could not convert string to float: ('\s*[-+]?\d+,\d+\s*')/,
    ([text = ''], { say }) => say('explain.value.float-comma', { text })
  ],
  [
    /^could not convert string to float: (.+)/s,
    ([text = ''], { say }) => say('explain.value.float', { text })
  ],
  [
    /^too many values to unpack \(expected (\d+)/,
    ([expected = ''], { say }) => say('explain.value.unpack-many', { expected })
  ],
  [
    /^not enough values to unpack \(expected (?:at least )?(\d+), got (\d+)/,
    ([expected = '', got = ''], { say }) =>
      say('explain.value.unpack-few', { expected, got: Number(got) })
  ],
  [
    /^(?:list|tuple|deque)\.(?:index|remove)\(x\): x not in|is not in (?:list|deque)$/,
    (_, { say }) => say('explain.value.not-in')
  ],
  [/^substring not found/, (_, { say }) => say('explain.value.substring')],
  [
    /^(max|min)\(\) iterable argument is empty/,
    ([name = ''], { say }) => say('explain.value.empty', { function: name })
  ],
  [
    /^expected a (?:nonnegative|positive) input|^math domain error|not defined for negative values/,
    (_, { say }) => say('explain.value.negative')
  ],
  [
    /^Unknown format code '(.)' for object of type '([\w.]+)'/,
    ([code = '', type = ''], { say }) =>
      say('explain.value.format', { code, type: typeName(type, say) })
  ],
  [/^empty separator/, (_, { say }) => say('explain.value.separator')],
  [/^invalid mode: /, (_, { say }) => say('explain.value.mode')],
  [/^cannot convert float NaN/, (_, { say }) => say('explain.value.nan')]
];

export const JSON_ERRORS: Rules = [
  [/: line \d+ column \d+ \(char \d+\)$/, (_, { say }) => say('explain.value.json')]
];

export const INDEX_ERRORS: Rules = [
  [
    /^(?:list|bytearray) assignment index out of range/,
    (_, { say }) => say('explain.index.assignment')
  ],
  [
    /^(\w+) (?:object )?index out of range/,
    ([container = ''], { say }) =>
      say('explain.index.range', { container: container === 'string' ? 'text' : container })
  ],
  [/^pop (?:from|index)/, (_, { say }) => say('explain.index.pop')],
  [/^Cannot choose from an empty sequence/, (_, { say }) => say('explain.index.choice')],
  [/^Replacement index/, (_, { say }) => say('explain.index.format', { places: '{}' })]
];

export const KEY_ERRORS: Rules = [
  [
    /^'(?:pop from an empty set|popitem\(\): dictionary is empty)'/,
    (_, { say }) => say('explain.index.pop')
  ],
  [/^(.+)$/s, ([key = ''], { say }) => say('explain.key.missing', { key })]
];

export const FILE_ERRORS: Rules = [
  [
    /No such file or directory: (.+)$/s,
    ([name = ''], { say }) => say('explain.file.missing', { name })
  ]
];

export const FOLDER_ERRORS: Rules = [
  [/Is a directory: (.+)$/s, ([name = ''], { say }) => say('explain.file.folder', { name })]
];

export const DECODE_ERRORS: Rules = [
  [
    /^'([\w-]+)' codec can't decode/,
    ([codec = ''], { say }) => say('explain.unicode.decode', { codec })
  ]
];

export const ENCODE_ERRORS: Rules = [
  [
    /^'([\w-]+)' codec can't encode/,
    ([codec = ''], { say }) => say('explain.unicode.encode', { codec })
  ]
];

export const OVERFLOW_ERRORS: Rules = [
  [/^cannot convert float infinity/, (_, { say }) => say('explain.overflow.infinity')],
  [/./s, (_, { say }) => say('explain.overflow')]
];

export const RUNTIME_ERRORS: Rules = [
  [
    /^(?:dictionary|Set) (?:changed size|keys changed)/,
    (_, { say }) => say('explain.runtime.dict-changed')
  ],
  [/^super\(\): no arguments/, (_, { say }) => say('explain.runtime.super')],
  [
    /^asyncio\.run\(\) cannot be called|stack switching not supported/,
    (_, { say }) => say('explain.runtime.asyncio')
  ],
  [/^generator raised StopIteration/, (_, { say }) => say('explain.stop-in-generator')]
];

/** An `assert` without a message says nothing; one with a message says what its author meant. */
export const ASSERTION_ERRORS: Rules = [[/^$/, (_, { say }) => say('explain.assertion')]];

export const NOT_IMPLEMENTED: Rules = [[/^/, (_, { say }) => say('explain.not-implemented')]];

export const EXITS: Rules = [
  [
    /^/,
    (_, clue: Clue) =>
      clue.say('explain.exit', {
        call: /\b((?:sys\.|os\.)?(?:exit|quit|_exit))\s*\(/.exec(clue.text)?.[1] ?? 'SystemExit'
      })
  ]
];

/** Of these the type says it all. */
export const ZERO_DIVISION: Rules = [[/^/, (_, { say }) => say('explain.zero.division')]];
export const RECURSION: Rules = [[/^/, (_, { say }) => say('explain.recursion')]];
export const END_OF_INPUT: Rules = [[/^/, (_, { say }) => say('explain.eof')]];
export const STOP_ITERATION: Rules = [[/^/, (_, { say }) => say('explain.stop-iteration')]];
