/** The reference page of the words of `forbid` and `require`, made from the table that the grader itself uses. */

import { OPERATORS, SYNTAX_WORDS } from '@lectern/lesson/python';

const INTRODUCTION = `# Words of \`forbid\` and \`require\`

<!-- Made from the code: run "UPDATE=1 npx vitest run packages/cli/src/check/syntax-words-page.test.ts" to make it again. -->

\`- forbid: for, eval\` fails an answer that uses one of these, \`- require: recursion\` one that does not. They are read from the answer's syntax tree: text in strings and comments does not count, and the Setup is not the learner's.

## Kinds of syntax
`;

const NAMES = `## Operators

${[...OPERATORS].map((operator) => `\`${operator}\``).join(' ')}. \`x += 1\` uses \`+\`, and so does \`+x\`.

## Names

Any other word is a name.

| word | is used by |
| --- | --- |
| \`eval\`, a builtin | reading it: \`eval(x)\`, \`f = eval\`, \`builtins.eval\`. Not by an attribute such as \`model.eval\`, and not by a keyword argument |
| \`append\`, no builtin | reading it, an attribute of that name (\`items.append\`), importing it or something from it |
| \`.sort\` | an attribute of that name: \`items.sort()\` |
| \`numpy\` | importing it, or something from it |
| \`math.sqrt\` | \`math.sqrt(2)\`, \`m.sqrt(2)\` after \`import math as m\`, \`from math import sqrt\`; \`numpy.linalg\` also by \`numpy.linalg.norm\` |

- For \`forbid\`, a name that the answer itself defines before it reads it is its own: in \`sum = 0\`, \`def f(sum): …\` or \`for max in …\`, Python's \`sum\` and \`max\` are not meant. \`sum = sum\` uses Python's. For \`require\`, reading a name counts whoever defined it.
- \`slice\` and \`match\` are the kinds of syntax; Python's \`slice\` is \`builtins.slice\`.
- What is named only while the program runs cannot be seen: \`getattr(__builtins__, "ev" + "al")\` uses \`eval\`, and no rule finds it. These rules say how a task is to be solved; they are no lock. What an answer may do to a machine is the sandbox's business.
`;

export function syntaxWordsPage(): string {
  const rows = Object.entries(SYNTAX_WORDS).map(
    ([word, means]) => `| \`${word}\` | ${means.replaceAll('|', '\\|')} |`
  );
  return `${INTRODUCTION}\n| word | means |\n| --- | --- |\n${rows.join('\n')}\n\n${NAMES}`;
}
