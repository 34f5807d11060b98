/** The words that `forbid` and `require` know as kinds of syntax; any other word is a name. */

/** Each with what it means, as the table for authors says it. */
export const SYNTAX_WORDS = {
  for: 'a `for` loop (a comprehension is none)',
  while: 'a `while` loop',
  loop: 'a `for` or `while` loop',
  if: 'an `if` statement',
  elif: 'an `elif`',
  else: 'an `else` of a statement',
  match: 'a `match` statement',
  ternary: '`a if condition else b`',
  break: '`break`',
  continue: '`continue`',
  pass: '`pass`',
  def: 'a function definition',
  lambda: 'a `lambda`',
  class: 'a class definition',
  return: '`return`',
  yield: '`yield`, `yield from`',
  async: '`async def`, `async for`, `async with`, an asynchronous comprehension',
  await: '`await`',
  decorator: 'a decorator, `@name`',
  recursion: 'a function that calls itself by its name, or a method by `self.name` or `cls.name`',
  global: '`global`',
  nonlocal: '`nonlocal`',
  import: 'an `import` of any kind',
  try: 'a `try` statement',
  except: 'an `except`',
  finally: 'a `finally`',
  raise: '`raise`',
  assert: '`assert`',
  with: 'a `with` statement',
  del: '`del`',
  walrus: 'an assignment expression, `:=`',
  comprehension: 'any of the next four',
  'list-comprehension': '`[… for …]`',
  'set-comprehension': '`{… for …}`',
  'dict-comprehension': '`{…: … for …}`',
  'generator-expression': '`(… for …)`, also as the only argument of a call',
  'f-string': '`f"…"`',
  slice: '`a[i:j]`',
  starred: '`*` or `**` before a value, a target or a parameter',
  and: '`and`',
  or: '`or`',
  not: '`not` before a value (`not in` and `is not` are `in` and `is`)',
  in: 'a test with `in` or `not in` (the `in` of a loop is none)',
  is: 'a test with `is` or `is not`'
} as const satisfies Record<string, string>;

export type SyntaxWord = keyof typeof SYNTAX_WORDS;

/** Those that compute or compare; `+=` counts as `+`. */
export const OPERATORS: ReadonlySet<string> = new Set(
  '+ - * / // % ** @ & | ^ ~ << >> == != < > <= >='.split(' ')
);

export function isSyntaxWord(word: string): word is SyntaxWord {
  return Object.hasOwn(SYNTAX_WORDS, word);
}

/** A name, a dotted name, or an attribute: `.sort`. */
export function isNameRule(word: string): boolean {
  return /^\.?[\p{ID_Start}_][\p{ID_Continue}]*(?:\.[\p{ID_Start}_][\p{ID_Continue}]*)*$/u.test(
    word
  );
}
