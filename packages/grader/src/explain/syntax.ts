/** Explains what Python cannot read: SyntaxError, IndentationError, TabError. */

import { pythonsGuess, type Clue, type Rules } from './clue.js';

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

export const SYNTAX_ERRORS: Rules = [
  [/^expected ':'$/, (_, clue) => colon(clue)],
  [
    /^'(.)' was never closed$/,
    ([open = ''], { say }) => say('explain.syntax.unclosed', { open, close: CLOSING[open] ?? '' })
  ],
  [/^unmatched '(.)'$/, ([close = ''], { say }) => say('explain.syntax.unopened', { close })],
  [
    /^closing parenthesis '(.)' does not match opening parenthesis '(.)'/,
    ([close = '', open = ''], { say }) =>
      say('explain.syntax.mismatch', { open, close, brace: '{…}' })
  ],
  [/^unterminated triple-quoted/, (_, { say }) => say('explain.syntax.triple')],
  [
    /^unterminated (?:[a-z]-)?string literal/,
    (_, { text, say }) =>
      /\w'\w/.test(text) ? say('explain.syntax.apostrophe') : say('explain.syntax.string')
  ],
  [
    /^invalid syntax\. Maybe you meant '==' or ':=' instead of '='\?/,
    (_, clue) => reserved(clue) ?? clue.say('explain.syntax.equals')
  ],
  [
    /^cannot assign to (True|False|None|__debug__|ellipsis)/,
    ([name = ''], { say }) => say('explain.syntax.constant', { name })
  ],
  [/^cannot (?:assign to|delete)/, (_, { say }) => say('explain.syntax.target')],
  [/^Missing parentheses in call to 'print'/, (_, { say }) => say('explain.syntax.print')],
  [/^leading zeros/, (_, { say }) => say('explain.syntax.zeros')],
  [
    /^invalid (?:decimal|hexadecimal|octal|binary|imaginary) literal/,
    (_, { say }) => say('explain.syntax.number')
  ],
  [/^invalid digit/, (_, { say }) => say('explain.syntax.number')],
  [/^invalid syntax\. Perhaps you forgot a comma\?/, (_, { say }) => say('explain.syntax.comma')],
  [/^expected 'except' or 'finally' block/, (_, { say }) => say('explain.syntax.handler')],
  [/^'(await|async \w+)' outside/, (_, { say }) => say('explain.syntax.await')],
  [/^asynchronous comprehension outside/, (_, { say }) => say('explain.syntax.await')],
  [
    /^'(return|yield|yield from)' outside function/,
    ([keyword = ''], { say }) => say('explain.syntax.outside-function', { keyword })
  ],
  [
    /^'(break|continue)' (?:outside|not properly in) loop/,
    ([keyword = ''], { say }) => say('explain.syntax.outside-loop', { keyword })
  ],
  [/^f-string: /, (_, { say }) => say('explain.syntax.f-string', { open: '{', close: '}' })],
  [
    /^invalid character '([“”„‘’‚«»`´])'/u,
    ([character = ''], { say }) => say('explain.syntax.quotes', { character })
  ],
  [
    /^invalid (?:non-printable )?character '?(.)/u,
    ([character = ''], { say }) => say('explain.syntax.character', { character })
  ],
  [/^expected 'else' after 'if' expression/, (_, { say }) => say('explain.syntax.else')],
  [/^positional argument follows keyword/, (_, { say }) => say('explain.syntax.arguments')],
  [
    /^duplicate (?:argument|parameter) '(.+)' in function definition/,
    ([name = ''], { say }) => say('explain.syntax.duplicate', { name })
  ],
  [
    /^name '(.+)' is (?:assigned to|used prior to) (?:before )?global declaration/,
    ([name = ''], { say }) => say('explain.syntax.global', { name })
  ],
  [
    /expected after dictionary key|^expression expected after dictionary key/,
    (_, { say }) => say('explain.syntax.dict', { open: '{', close: '}' })
  ],
  [
    /^Expected one or more names after 'import'|^Did you mean to use 'from \.\.\. import/,
    (_, { say }) => say('explain.syntax.import')
  ],
  [/^invalid syntax$/, (_, clue) => fromLine(clue)],
  [/./, (_, { say }) => say('explain.syntax.other')]
];

export const INDENTATION_ERRORS: Rules = [
  [
    /^expected an indented block after .+ on line (\d+)/,
    ([opener = ''], { text, line, say }) =>
      text.trim() === '' || line === Number(opener) || line === null
        ? say('explain.indent.expected-end', { opener })
        : say('explain.indent.expected', { opener, line })
  ],
  [/^unexpected indent/, (_, { say }) => say('explain.indent.unexpected')],
  [/^unindent does not match/, (_, { say }) => say('explain.indent.unmatched')]
];

export const TAB_ERRORS: Rules = [[/./, (_, { say }) => say('explain.indent.tabs')]];

const BLOCKS = 'if|elif|else|for|while|def|class|try|except|finally|with|match|case|async';
const KEYWORDS =
  'and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield';

function colon({ text, say }: Clue): string {
  if (/^\s*else\s+if\b/.test(text)) return say('explain.syntax.elif');
  const keyword = new RegExp(`^\\s*(${BLOCKS})\\b`).exec(text)?.[1] ?? 'if';
  return say('explain.syntax.colon', { keyword });
}

function reserved({ text, say }: Clue): string | null {
  const name =
    new RegExp(`^\\s*(${KEYWORDS})\\s*=(?!=)`).exec(text)?.[1] ??
    new RegExp(`^\\s*(?:def|class)\\s+(${KEYWORDS})\\b`).exec(text)?.[1];
  return name === undefined ? null : say('explain.syntax.reserved', { name });
}

const OPENERS: Readonly<Record<string, string>> = {
  else: 'if',
  elif: 'if',
  except: 'try',
  finally: 'try'
};

/** Python says no more than "invalid syntax": the line itself tells. Texts and comments in it do not count. */
function fromLine(clue: Clue): string {
  const { say } = clue;
  const code = clue.text
    .replace(/'[^']*'|"[^"]*"/g, '""')
    .replace(/#.*$/, '')
    .trimEnd();
  const guess = pythonsGuess(clue);
  if (guess !== null) return say('explain.syntax.keyword', { guess });
  if (/^\s*(?:else\s+if|elsif|elseif)\b/.test(code)) return say('explain.syntax.elif');
  if (/\+\+|--/.test(code)) return say('explain.syntax.increment');
  if (/&&|\|\||!(?!=)/.test(code)) return say('explain.syntax.logic');
  if (/=[<>]/.test(code)) return say('explain.syntax.order');
  const isReserved = reserved(clue);
  if (isReserved !== null) return isReserved;
  if (/[^=!<>]=\s*$/.test(code)) return say('explain.syntax.no-value');
  if (/^\s*for\b.*=/.test(code)) return say('explain.syntax.for');
  if (/^\s*(?:if|elif|while)\b.*\bthen\b/.test(code)) return say('explain.syntax.then');
  const [, word = ''] = /^\s*(\w+)/.exec(code) ?? [];
  const opener = Object.hasOwn(OPENERS, word) ? OPENERS[word] : undefined;
  if (opener !== undefined) {
    return say('explain.syntax.branch', { keyword: word, opener });
  }
  const isBlock = new RegExp(`^(?:${BLOCKS})$`).test(word);
  if (isBlock && !code.includes(':')) return colon(clue);
  if (!isBlock && code.endsWith(':')) return say('explain.syntax.block-word');
  if (/^\s*\w+\s*=[^=].*\s\w+\s*=[^=]/.test(code)) return say('explain.syntax.one-statement');
  return say('explain.syntax.other');
}
