/**
 * Every text that a learner reads from the grader, in English, as ICU messages. A translation is a file with the same
 * keys; `{…}` are values, and an apostrophe before a brace is doubled.
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
    '{name} does what it should in {count, plural, one {the call that was tried} other {all # calls that were tried}}.',
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
  'value.characters': '({count, plural, one {# character} other {# characters}} in all)',
  'value.bytes': '({count, plural, one {# byte} other {# bytes}} in all)',
  'value.items': '({count, plural, one {# item} other {# items}} in all)',
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
  ...quizzes
} as const;
