/**
 * Every text that a learner reads from the grader, in English, as ICU messages. A translation is a file with the same
 * keys. `{…}` are values; in a plural they are named again, since `#` would group digits; an apostrophe before a brace
 * is doubled. What stands between backticks is code, and stays as it is.
 */

import type { SyntaxWord } from '@lectern/lesson/python';

/** Each with its article, to stand after "uses". */
const syntaxWords = {
  'word.for': 'a for loop',
  'word.while': 'a while loop',
  'word.loop': 'a loop',
  'word.if': 'an if statement',
  'word.elif': 'an elif',
  'word.else': 'an else',
  'word.match': 'a match statement',
  'word.ternary': 'a conditional expression (a if … else b)',
  'word.break': 'a break',
  'word.continue': 'a continue',
  'word.pass': 'a pass',
  'word.def': 'a function definition',
  'word.lambda': 'a lambda',
  'word.class': 'a class',
  'word.return': 'a return',
  'word.yield': 'a yield',
  'word.async': 'an async statement',
  'word.await': 'an await',
  'word.decorator': 'a decorator',
  'word.recursion': 'a function that calls itself',
  'word.global': 'a global statement',
  'word.nonlocal': 'a nonlocal statement',
  'word.import': 'an import',
  'word.try': 'a try statement',
  'word.except': 'an except',
  'word.finally': 'a finally',
  'word.raise': 'a raise',
  'word.assert': 'an assert',
  'word.with': 'a with statement',
  'word.del': 'a del statement',
  'word.walrus': 'an assignment expression (:=)',
  'word.comprehension': 'a comprehension',
  'word.list-comprehension': 'a list comprehension',
  'word.set-comprehension': 'a set comprehension',
  'word.dict-comprehension': 'a dict comprehension',
  'word.generator-expression': 'a generator expression',
  'word.f-string': 'an f-string',
  'word.slice': 'a slice',
  'word.starred': 'a starred value (* or **)',
  'word.and': 'an “and”',
  'word.or': 'an “or”',
  'word.not': 'a “not”',
  'word.in': 'a test with “in”',
  'word.is': 'a test with “is”'
} as const satisfies Record<`word.${SyntaxWord}`, string>;

const verdicts = {
  'status.not-attempted': 'The answer is still the starter.',
  'status.ungraded': 'This challenge is not graded.',
  'ungraded.not-supported':
    'This challenge is not graded. Its checks need a newer version of Lectern.',
  'ungraded.no-solution':
    'This challenge is not graded. It has no solution to compare an answer with.',
  'ungraded.solution-fails': 'This challenge is not graded. Its own solution does not run.',
  'ungraded.no-check': 'This challenge is not graded. It has no check yet.',
  'ungraded.starter-passes':
    'This challenge is not graded. Nothing tells a right answer from its starter yet.',
  'broken.sandbox': 'The checker could not run your answer, which is not your fault. {reason}',
  'ending.error': 'Your code stopped with {type}.',
  'ending.error-line': 'Your code stopped with {type} on line {line}.',
  'ending.error-message': 'Your code stopped with {type}: {message}.',
  'ending.error-line-message': 'Your code stopped with {type} on line {line}: {message}.',
  'ending.timed-out':
    'Your code did not finish within {seconds} s and was stopped. Look for a loop that never ends.',
  'ending.timed-out-call':
    '{call} did not finish within {seconds} s and was stopped. Look for a loop that never ends.',
  'ending.out-of-memory':
    'Your code needed more than {megabytes} MB of memory and was stopped. Look for something that grows without end.',
  'ending.out-of-memory-call':
    '{call} needed more than {megabytes} MB of memory and was stopped. Look for something that grows without end.',
  'ending.crashed': 'Your code made Python stop before it was done.',
  'ending.crashed-call': '{call} made Python stop before it was done.'
} as const;

const requirements = {
  'requirement.output': 'Prints what is asked for.',
  'requirement.behaviour': 'The function {name} does what is asked for.',
  'requirement.forbid': 'Does not use {what}.',
  'requirement.require': 'Uses {what}.',
  'requirement.locked': 'Keeps the locked lines as they are.'
} as const;

const output = {
  'output.passed': 'Your code prints what was asked for.',
  'output.nothing': 'Your code printed nothing. Print the answer with print(…).',
  'output.sealed': 'Your code printed something else than what is asked for.',
  'output.not-contained': 'The expected text is not in what your code printed.',
  'output.lines-not-contained':
    'The expected lines are not in what your code printed. The first that is nowhere in it: {expected}.',
  'output.lines-not-adjacent':
    'Your code printed the expected lines, but not one right after the other, in their order.',
  'output.no-match': 'What your code printed does not have the expected form.',
  'output.line-differs': 'Line {line} is {actual}, expected {expected}.',
  'output.line-spaces':
    'Line {line} differs only in its spaces: it is {actual}, expected {expected}.',
  'output.line-case':
    'Line {line} differs only in capital and small letters: it is {actual}, expected {expected}.',
  'output.line-missing': 'Line {line} is missing: expected {expected}.',
  'output.line-surplus': 'Line {line} is one too many: {actual}.',
  'output.line-absent': 'The line {expected} is missing from what your code printed.',
  'output.line-not-expected': 'The line {actual} is not expected, or not as often.',
  'output.word-differs': 'Word {word} is {actual}, expected {expected}.',
  'output.word-missing': 'Word {word} is missing: expected {expected}.',
  'output.word-surplus': 'Word {word} is one too many: {actual}.'
} as const;

const behaviour = {
  'behaviour.passed':
    '{name} does what it should in {count, plural, one {the call that was tried} other {all {count} calls that were tried}}.',
  'behaviour.no-function':
    'There is no function {name} in your answer. Define it with "def {name}(…):", spelt like that.',
  'behaviour.gave': '{call} gave {actual}, expected {expected}.',
  'behaviour.raised': '{call} raised {actual}, expected {expected}.',
  'behaviour.gave-no-exception': '{call} gave {actual}, it should raise {expected}.',
  'behaviour.raised-other': '{call} raised {actual}, it should raise {expected}.',
  'behaviour.no-return': 'A function without "return" gives None.',
  'behaviour.prints-result': 'It prints its result: use "return" to give it back.',
  'behaviour.text-for-number': 'It gives text where a number is expected.',
  'behaviour.changed-argument':
    '{call} changed an argument that it should leave alone. Work on a copy.',
  'behaviour.arguments-differ':
    '{call} should change its arguments in place, and left them different from what is expected.',
  'behaviour.argument': 'argument {number}',
  'behaviour.no-argument-changed': 'no argument changed',
  'behaviour.printed': '{call} printed {actual}, and should print nothing.',
  'behaviour.printed-other': '{call} should print {expected}, and printed {actual}.'
} as const;

const values = {
  'value.iterator': 'an iterator over [{items}]',
  'value.characters':
    '({count, plural, one {{count} character} other {{count} characters}} in all)',
  'value.bytes': '({count, plural, one {{count} byte} other {{count} bytes}} in all)',
  'value.items': '({count, plural, one {{count} item} other {{count} items}} in all)',
  'value.cycle': '… (itself again)',
  'value.cut': '…',
  'value.long-integer': 'a whole number of {bits} bits'
} as const;

const syntax = {
  'syntax.kind-forbidden':
    'Line {line} uses {what}, and this challenge asks for an answer without one.',
  'syntax.name-forbidden':
    'Line {line} uses {what}, and this challenge asks for an answer without it.',
  'syntax.kind-required': 'Your answer does not use {what} yet, and this challenge asks for one.',
  'syntax.name-required': 'Your answer does not use {what} yet, and this challenge asks for it.',
  'syntax.forbidden-passed': 'Your answer does not use {what}.',
  'syntax.required-passed': 'Your answer uses {what}, on line {line}.',
  'locked.passed': 'The locked lines are as they were.',
  'locked.changed':
    'A locked line is changed or missing: {text} (line {line} of the starter). Write it again exactly so, together with the locked lines around it; Reset brings the whole starter back.'
} as const;

/** Types of Python's, with an article, to stand anywhere in a sentence. */
const types = {
  'type.int': 'a whole number',
  'type.float': 'a decimal number',
  'type.complex': 'a complex number',
  'type.bool': 'True or False',
  'type.str': 'a text',
  'type.bytes': 'bytes',
  'type.list': 'a list',
  'type.tuple': 'a tuple',
  'type.dict': 'a dict',
  'type.set': 'a set',
  'type.frozenset': 'a frozenset',
  'type.range': 'a range',
  'type.NoneType': 'None',
  'type.function': 'a function',
  'type.builtin_function_or_method': 'a function',
  'type.method': 'a method',
  'type.module': 'a module',
  'type.generator': 'a generator',
  'type.coroutine': 'a coroutine',
  'type.type': 'a class',
  'type.other': 'an object of type `{type}`'
} as const;

/** What an exception usually means, and the likely fix. */
const names = {
  'explain.name.misspelt':
    '`{name}` is not defined. Did you mean `{guess}`? A name must be spelt the same everywhere, capital letters included.',
  'explain.name.later':
    '`{name}` gets its value only on line {later}, after this line has run. Give it a value before it is used.',
  'explain.name.inside':
    '`{name}` exists only inside the function `{function}`. Return the value from there, and keep what the call gives: `{name} = {function}(…)`.',
  'explain.name.module':
    '`{name}` is a module, and has to be imported before it is used: write `import {name}` at the top.',
  'explain.name.abbreviation':
    '`{name}` is the usual short name of the module {module}: write `import {module} as {name}` at the top, if the module is there.',
  'explain.name.self':
    '`self` is known only inside a method that has it as its first parameter: `def …(self, …):`, indented in its class.',
  'explain.name.annotated': '`{name}` was only given a type, and no value yet. Write `{name} = …`.',
  'explain.name.undefined':
    '`{name}` has no value. Give it one before this line; if you mean the text, put it in quotes: `"{name}"`.',
  'explain.unbound.outside':
    '`{name}` is assigned somewhere in this function, so Python takes it for a name of the function’s own, which has no value yet. Give the function the value as a parameter; or, to change the outer one, begin with `global {name}`.',
  'explain.unbound.branch':
    '`{name}` gets its value only on line {earlier}, in a part that did not run. Give it a first value before the `if`, the loop or the `try`.',
  'explain.unbound.later':
    '`{name}` is used before it has a value. Move the line that gives it one above its first use.',
  'explain.module.misspelt': 'There is no module `{name}`. Did you mean `{guess}`?',
  'explain.module.missing':
    'The module `{name}` is not there where answers are checked. Use what the task names, or Python’s standard library; look at the spelling, too.',
  'explain.import.misspelt': '`{module}` has no `{name}`. Did you mean `{guess}`?',
  'explain.import.missing':
    '`{module}` has nothing called `{name}`. Look at its spelling and at its capital letters.',
  'explain.attribute.none':
    'What stands before `.{name}` is None: nothing. A function without `return` gives None, and so do methods that change a list in place, such as `append` and `sort`: write `items.sort()` on a line of its own, not `items = items.sort()`.',
  'explain.attribute.misspelt':
    'What stands before `.{name}` is {type}, which has no `{name}`. Did you mean `{guess}`?',
  'explain.attribute.length':
    'What stands before `.{name}` is {type}, which has no `{name}`. Its length is `len(…)`.',
  'explain.attribute.contains':
    'What stands before `.{name}` is {type}, which has no `{name}`. To ask whether something is in it, write `… in …`.',
  'explain.attribute.add':
    'What stands before `.{name}` is {type}, which has no `{name}`. A list takes `append`, a set `add`, and a dict `d[key] = value`.',
  'explain.attribute.fixed':
    'What stands before `.{name}` is {type}, which cannot change and has no `{name}`. Make a new one with `+`, or use a list.',
  'explain.attribute.number':
    'This is a number, which has no `{name}`. Is it the value that you meant?',
  'explain.attribute.function':
    'This is a function, and not what it gives. Call it first, with round brackets: `…().{name}`.',
  'explain.attribute.coroutine':
    'Calling an `async` function only makes a coroutine. Write `await` before the call to get its result.',
  'explain.attribute.own':
    'An object of the class `{type}` has no `{name}`. Is it set in `__init__`, as `self.{name} = …`, and spelt like that everywhere?',
  'explain.attribute.module':
    'The module `{module}` has no `{name}`. Look at its spelling and at its capital letters.',
  'explain.attribute.other':
    'What stands before `.{name}` is {type}, which has no `{name}`. Look at its spelling, and at what kind of value this is.'
} as const;

const syntaxErrors = {
  'explain.syntax.colon':
    'A line that begins with `{keyword}` ends with a colon. Put `:` at its end, before what belongs to it.',
  'explain.syntax.unclosed':
    'The bracket `{open}` is opened here and never closed. Put `{close}` where it should end.',
  'explain.syntax.unopened': 'This `{close}` closes no bracket. Remove it, or open one before it.',
  'explain.syntax.mismatch':
    'The bracket `{open}` is closed by `{close}`. Each is closed by its own partner: `(…)`, `[…]`, `{brace}`.',
  'explain.syntax.string':
    'A text begins with a quote here and does not end on this line. Put the same quote at its end.',
  'explain.syntax.apostrophe':
    'The apostrophe inside the text ends it. Put such a text in double quotes: `"don\'t"`.',
  'explain.syntax.triple':
    'A text begins with three quotes here and never ends. Put the same three quotes after it.',
  'explain.syntax.equals':
    'One `=` gives a name a value. To ask whether two values are equal, write `==`.',
  'explain.syntax.target':
    'Only a name, an item or an attribute can be given a value with `=`, and it stands on the left: `x = …`. Names have no hyphens. To compare, write `==`.',
  'explain.syntax.constant':
    '`{name}` is a fixed value of Python’s own and cannot be given another.',
  'explain.syntax.print':
    '`print` is a function: put what it prints in round brackets, `print(…)`.',
  'explain.syntax.number':
    'A number holds only digits, and a name cannot begin with one. Is an operator or a space missing?',
  'explain.syntax.zeros':
    'A whole number is written without zeros at its beginning: `7`, not `07`.',
  'explain.syntax.comma':
    'Two values stand beside each other. Put a comma between them, or an operator such as `+`.',
  'explain.syntax.handler':
    'A `try:` needs an `except` or a `finally` below it, at the same indentation.',
  'explain.syntax.outside-function':
    '`{keyword}` works only inside a function. Is this line indented as far as the rest of the function?',
  'explain.syntax.outside-loop':
    '`{keyword}` works only inside a loop. Is this line indented as far as the rest of the loop?',
  'explain.syntax.await':
    '`await` and `async` loops work only inside a function that begins with `async def`.',
  'explain.syntax.f-string':
    'Something is wrong inside the braces of this f-string. Each `{open}` needs its `{close}`, and between them stands a value.',
  'explain.syntax.quotes':
    '`{character}` is a curly quote, as word processors write it. Python’s quotes are straight, `"` or `\'`. Type it again here.',
  'explain.syntax.character':
    '`{character}` is not a character of Python’s. It may come from copying; type the line again.',
  'explain.syntax.else': 'A value with `if` needs an `else`: `a if condition else b`.',
  'explain.syntax.arguments':
    'Values without a name come first in a call, those with a name (`key=…`) after them.',
  'explain.syntax.duplicate': 'Two parameters are called `{name}`. Give each a name of its own.',
  'explain.syntax.global':
    '`global {name}` must stand before the first use of the name in the function.',
  'explain.syntax.dict':
    'In a dict each key has its value after a colon: `{open}key: value{close}`.',
  'explain.syntax.import': 'After `import` stands what is imported: `from module import name`.',
  'explain.syntax.keyword': 'This word is not Python’s. Did you mean `{guess}`?',
  'explain.syntax.branch':
    '`{keyword}` continues an `{opener}` that stands directly before it, at the same indentation.',
  'explain.syntax.elif': 'Python writes `elif` for “else if”.',
  'explain.syntax.increment': 'Python has no `++` and no `--`. Write `x += 1` or `x -= 1`.',
  'explain.syntax.logic': 'Python writes `and`, `or` and `not` for `&&`, `||` and `!`.',
  'explain.syntax.order': 'The equals sign comes second: `>=`, `<=`.',
  'explain.syntax.reserved':
    '`{name}` is a word of Python’s own and cannot be a name. Choose another.',
  'explain.syntax.no-value': 'After `=` a value is missing.',
  'explain.syntax.block-word':
    'A line that ends with a colon begins with a word such as `if`, `for`, `while` or `def`.',
  'explain.syntax.one-statement': 'Each statement stands on a line of its own.',
  'explain.syntax.for': 'A loop over numbers is written `for i in range(…):`.',
  'explain.syntax.then': 'Python has no `then`: after the condition comes the colon.',
  'explain.syntax.other':
    'Python cannot read this line. Look at where the ^ points and just before it, for a bracket, quote, comma or colon too many or too few.',
  'explain.indent.expected':
    'Line {opener} ends with a colon, so what belongs to it is indented. Put four spaces before line {line}; where nothing is to be done yet, write `pass`.',
  'explain.indent.expected-end':
    'Line {opener} ends with a colon, so something indented must follow it. Where nothing is to be done yet, write `pass`.',
  'explain.indent.unexpected':
    'This line is indented further than the line before it, which opens no block. Remove the spaces at its beginning, or look for a missing colon above.',
  'explain.indent.unmatched':
    'The indentation of this line fits none of the lines above. Begin it exactly below the first letter of the block that it belongs to.',
  'explain.indent.tabs':
    'Some lines are indented with tabs and some with spaces, which look alike. Indent all of them with four spaces.'
} as const;

const typeErrors = {
  'explain.type.text-plus':
    '`+` joins a text only with a text, and here {other} follows. Turn it into text with `str(…)`, or write `f"…{placeholder}…"`. To add numbers, turn the text into one with `int(…)` or `float(…)`; `input()` always gives text.',
  'explain.type.list-plus':
    '`+` joins a list only with a list, and here {other} follows. To add one item, use `append(…)` or write `[…]` around it.',
  'explain.type.tuple-plus':
    '`+` joins a tuple only with a tuple, and here {other} follows. A tuple of one item is written `(item,)`.',
  'explain.type.none-operand':
    'One of the two values at `{operator}` is None: nothing. A function without `return` gives None, and so does `print(…)`.',
  'explain.type.text-operand':
    'One of the two values at `{operator}` is a text. Turn it into a number with `int(…)` or `float(…)`; `input()` always gives text.',
  'explain.type.compared-text':
    'A text and {other} have no order. Turn the text into a number with `int(…)` or `float(…)`; `input()` always gives text.',
  'explain.type.operands':
    '`{operator}` does not work between {left} and {right}. Look at what each of the two values is.',
  'explain.type.coroutine':
    'This is a coroutine: an `async` function was called without `await`. Write `await` before the call to get its result.',
  'explain.type.awaited':
    '`await` stands before {type}. It belongs before a call of an `async` function.',
  'explain.type.sum':
    '`sum(…)` adds numbers. Join texts with `"".join(…)`; of other values, look at which one is no number.',
  'explain.type.call-shadowed':
    '`{name}` is a function of Python’s own, but line {line} gives this name another value. Choose another name there.',
  'explain.type.call-none':
    'What is called here is None. Did an earlier line replace the function, or does a call stand before the round brackets?',
  'explain.type.call-number':
    'Round brackets after {type} call it as if it were a function. Is an operator such as `*` missing before them?',
  'explain.type.call-text':
    'Round brackets after {type} call it as if it were a function. Is a comma, a `+` or a `%` missing before them?',
  'explain.type.call-items':
    'Round brackets call a function, and this is {type}. An item is taken with square ones: `items[0]`.',
  'explain.type.call-module':
    'This is a module, not the function in it. Write `module.function(…)`, or `from module import function`.',
  'explain.type.call-other': 'Round brackets call a function, and this is {type}.',
  'explain.type.missing-argument':
    '`{function}` needs {count, plural, one {a value} other {{count} values}} more: {names}. Put that into the call, between the round brackets.',
  'explain.type.missing-init':
    'A new `{class}` needs {count, plural, one {a value} other {{count} values}} more, as its `__init__` says: {names}. Put that into the call `{class}(…)`.',
  'explain.type.too-many':
    '`{function}` takes {takes, plural, =0 {no value} one {{takes} value} other {{takes} values}}, and the call gives {given}. Compare the call with the line of its `def`.',
  'explain.type.too-many-any': '`{function}` is given more values than it takes.',
  'explain.type.too-few-any': '`{function}` is given fewer values than it needs.',
  'explain.type.self':
    'A method is given its object first. Let the parameters of `{method}` begin with `self`.',
  'explain.type.no-init':
    'The class `{class}` takes no values, because it has no `__init__`. Is it spelt with two underscores on each side, and indented in the class?',
  'explain.type.keyword':
    '`{function}` has no parameter called `{name}`. Look at the line of its `def`, and at the spelling.',
  'explain.type.keyword-misspelt':
    '`{function}` has no parameter called `{name}`. Did you mean `{guess}`?',
  'explain.type.twice':
    'The call gives `{name}` two values: one by its place and one by its name. Leave one out.',
  'explain.type.item-none':
    'The value before the square brackets is None: nothing. A function without `return` gives None, and so do methods that change a list in place, such as `sort`.',
  'explain.type.item-function':
    'This is a function, and square brackets take an item. To call it, write round ones: `…(…)`.',
  'explain.type.item-number':
    'Square brackets take an item, and {type} has none. Is it the value that you meant?',
  'explain.type.item-set':
    'A set has no order, so it has no first item. Loop over it, or make a list of it: `sorted(…)`.',
  'explain.type.item-other':
    'Square brackets take an item, and {type} has none. Make a list of it with `list(…)`, if you can loop over it.',
  'explain.type.loop-none':
    'A loop needs something with items, and this is None: nothing. A function without `return` gives None, and so do methods that change a list in place, such as `sort`.',
  'explain.type.loop-number':
    'A number has no items to loop over. To count up to it, write `range(…)`.',
  'explain.type.loop-other':
    'This needs something with items, such as a list or a text, and {type} has none.',
  'explain.type.in-none':
    'What stands after `in` is None: nothing. A function without `return` gives None.',
  'explain.type.in-other':
    'After `in` stands something with items, such as a list or a text, and {type} has none.',
  'explain.type.unpack':
    'Several names stand on the left, and on the right there is one value, {type}, which cannot be taken apart.',
  'explain.type.index-text':
    'An item of a {container} is taken by its position, a whole number, and this is a text. Turn it into a number with `int(…)`, or use a dict.',
  'explain.type.index-float':
    'An item is taken by its position, a whole number. `/` always gives a decimal number; `//` gives a whole one.',
  'explain.type.index-tuple':
    'Between these brackets stands more than one position. An item of an inner list is taken with `rows[1][2]`, a part of a list with `items[1:3]`.',
  'explain.type.index-other':
    'An item is taken by its position, a whole number, and this is {type}.',
  'explain.type.fixed-text':
    'A text cannot be changed in place. Make a new one, with `replace(…)` or of slices: `text[:2] + "x" + text[3:]`.',
  'explain.type.fixed-tuple': 'A tuple cannot be changed. Use a list where items change: `[…]`.',
  'explain.type.fixed-other':
    'Square brackets take an item, and {type} has none that could be changed.',
  'explain.type.unhashable':
    'A key of a dict, or an item of a set, must never change, and {type} can. Use a tuple instead of a list.',
  'explain.type.no-length': '`len(…)` counts items, and {type} has none.',
  'explain.type.length-number':
    '`len(…)` counts items, and a number has none. For its digits, write `len(str(…))`.',
  'explain.type.repeat':
    'A text or a list can be repeated only a whole number of times. To multiply numbers, turn the text into one with `int(…)` or `float(…)`.',
  'explain.type.whole-number':
    'This needs a whole number, and {type} is none. Turn it into one with `int(…)`.',
  'explain.type.number':
    'This needs a number, and {type} is none. Turn a text into one with `float(…)`.',
  'explain.type.convert-none':
    '`{function}(…)` is given None: nothing. A function without `return` gives None.',
  'explain.type.convert':
    '`{function}(…)` cannot make a number of {type}. Give it one text or one number.',
  'explain.type.join':
    '`join` joins texts, and the list holds {type}. Make texts of its items first: `", ".join(str(x) for x in items)`.',
  'explain.type.join-one': '`join` takes one list of texts: `", ".join(items)`.',
  'explain.type.format-few': 'The text has more `%` places than values that follow it.',
  'explain.type.format-many': 'More values follow than the text has `%` places.',
  'explain.type.isinstance':
    'The second value is a type, written without quotes: `isinstance(x, int)`.',
  'explain.type.next': '`next(…)` needs an iterator. Make one with `iter(…)`.',
  'explain.type.method-on-class':
    'The method is called on the class `{type}` itself. Call it on a value: `items.{method}(…)`.'
} as const;

const valueErrors = {
  'explain.value.int-empty':
    'The text is empty, and so is no number. Does a line of the input hold nothing, or does `split` give an empty piece?',
  'explain.value.int-decimal':
    '`int(…)` reads whole numbers only, and {text} has a decimal point. Write `float(…)`, or `int(float(…))` to cut it off.',
  'explain.value.int':
    '{text} is not a whole number. `int(…)` reads digits only: no letters, no commas, no units.',
  'explain.value.float-comma': '{text} has a comma. Python’s decimal sign is a point: `1.5`.',
  'explain.value.float':
    '{text} is not a number. `float(…)` reads digits and one point: no letters, no units.',
  'explain.value.unpack-many':
    'On the left stand {expected} names, and on the right there are more values. Take a name for each, or collect the rest with `*rest`.',
  'explain.value.unpack-few':
    'On the left stand {expected} names, and on the right there {got, plural, =0 {is nothing} one {is {got} value} other {are only {got} values}}.',
  'explain.value.not-in':
    'What is looked for is not there. Ask first with `in`, or catch the ValueError.',
  'explain.value.substring':
    'The text that `index` looks for is not there. `find` gives -1 instead; `in` asks whether it is there.',
  'explain.value.empty':
    '`{function}(…)` is given nothing to choose from. Handle the empty case before, or write `{function}(…, default=…)`.',
  'explain.value.negative':
    'This function is not defined for this number. Ask before whether it is negative or zero.',
  'explain.value.format': 'The format after the colon, `{code}`, does not fit {type}.',
  'explain.value.separator':
    '`split` needs something to split at. For the letters of a text, write `list(text)`.',
  'explain.value.mode': '`open` knows the modes `"r"` to read, `"w"` to write and `"a"` to append.',
  'explain.value.nan': 'The number is not a number (nan). Look at where it comes from.',
  'explain.value.json':
    'The text is not valid JSON. Its texts and keys stand in double quotes, and no comma ends a list.',
  'explain.index.range':
    'There is no item at this position. The first is at 0 and the last at `len(…) - 1`; an empty {container} has none.',
  'explain.index.assignment':
    'A list grows by `append(…)`: only an item that is there can be given another value with `[…] =`.',
  'explain.index.pop':
    'There is nothing left to take out. Ask first whether it is empty: `if items:`.',
  'explain.index.choice': 'There is nothing to choose from: the list is empty.',
  'explain.index.format': 'The text has more `{places}` than `format` is given values.',
  'explain.key.missing':
    'The dict has no key {key}. Ask first with `in`, or write `.get({key}, …)` with what to take instead. Keys 1 and "1" are not the same.',
  'explain.zero.division':
    'The number to divide by is 0. Ask before, with `if`, and decide what the result is then; for an average, of an empty list.',
  'explain.recursion':
    'The function calls itself again and again. It needs a case in which it returns without calling itself, and each call must come nearer to that.',
  'explain.eof':
    '`input()` found nothing more to read. Call it only as often as the task gives lines, and not at all where it says nothing of input.',
  'explain.file.missing':
    'There is no file {name}. Files of your computer are not there where answers are checked: write it first, or use what the task gives.',
  'explain.file.folder': '{name} is a folder. Give the name of a file.',
  'explain.assertion':
    'The condition after `assert` is false. Look at the values in it: print them on the line before.',
  'explain.stop-iteration':
    'The iterator has no further item. A `for` loop ends by itself; `next(iterator, …)` takes what to give then.',
  'explain.stop-in-generator':
    'A generator ends with `return`, and not with `raise StopIteration`.',
  'explain.unicode.decode':
    'These bytes are not text in {codec}. Give the encoding that they were written in: `.decode("…")`, `open(…, encoding="…")`.',
  'explain.unicode.encode':
    'The text holds a character that {codec} does not have. Write `encoding="utf-8"`.',
  'explain.overflow.infinity':
    'The number is infinite, and so no whole number. Look at where it comes from.',
  'explain.overflow':
    'The result is too large for a decimal number. Stay with whole numbers (`//` instead of `/`), or look at whether it should be that large.',
  'explain.runtime.dict-changed':
    'The dict or set changes while the loop runs over it. Loop over a copy: `for key in list(items):`.',
  'explain.runtime.super': '`super()` works only inside a method of a class.',
  'explain.runtime.asyncio':
    'There is an event loop already. Write `await …` instead of `asyncio.run(…)`.',
  'explain.not-implemented':
    'This part is still to be written: replace the `raise NotImplementedError`.',
  'explain.exit':
    'The program ended itself with `{call}`. Leave that out: it ends when its last line has run.'
} as const;

const quizzes = {
  'quiz.right': 'This is right.',
  'quiz.right-complete': 'This is right, and nothing is missing.',
  'quiz.wrong': 'This is not the answer.',
  'quiz.incomplete': 'What you chose is right, but something is missing.',
  'quiz.none-right': 'None of what you chose is right.',
  'quiz.some-right': 'Some of what you chose is right, and some is not.',
  'quiz.no-number': 'This is not a number. Write it like 3.14, -2 or 1/3.',
  'quiz.ungraded': 'This quiz is not graded. Your answer is kept.',
  'quiz.first-single': 'Choose an option first.',
  'quiz.first-multiple': 'Choose at least one option first.',
  'quiz.first-numeric': 'Write a number first.',
  'quiz.first-text': 'Write an answer first.'
} as const;

export const texts = {
  ...verdicts,
  ...requirements,
  ...output,
  ...behaviour,
  ...values,
  ...syntax,
  ...syntaxWords,
  ...types,
  ...names,
  ...syntaxErrors,
  ...typeErrors,
  ...valueErrors,
  ...quizzes
} as const;
