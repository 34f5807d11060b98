/** The rules `forbid` and `require`: read from the answer's syntax tree, so that nothing has to run. */

import type { SyntaxNode } from '@lezer/common';
import { isSyntaxWord, OPERATORS, parsePython } from '@lectern/lesson/python';
import type { Finding } from '../finding.js';
import type { Say } from '../messages/messages.js';
import { isOfKind, isOperator, type Program } from './syntax-kinds.js';
import { nameUses } from './syntax-names.js';

/** `name` is a requirement's: `forbid for`, `require sorted`. */
export type SyntaxCheck = (name: string) => Finding;

/** How a word reads in a sentence: `a for loop`, or a name as it is. */
export function phraseOf(word: string, say: Say): string {
  return isSyntaxWord(word) ? say(`word.${word}`) : `\`${word}\``;
}

/** Parses the answer once for all its rules. */
export function syntaxCheck(answer: string, say: Say): SyntaxCheck {
  const source = answer.replace(/\r\n?/g, '\n');
  const program: Program = { source, ...parsePython(source) };
  return (name) => {
    const [rule = '', word = ''] = splitName(name);
    const offset = find(word, program, rule === 'require');
    const line = offset === null ? null : source.slice(0, offset).split('\n').length;
    return rule === 'forbid' ? forbidden(word, line, say) : required(word, line, say);
  };
}

function splitName(name: string): [rule: string, word: string] {
  const at = name.indexOf(' ');
  return [name.slice(0, at), name.slice(at + 1)];
}

function find(word: string, program: Program, isRequired: boolean): number | null {
  if (isSyntaxWord(word)) return firstNode(program, (node) => isOfKind(word, node, program));
  if (OPERATORS.has(word)) return firstNode(program, (node) => isOperator(word, node, program));
  return nameUses(program, isRequired).find(word);
}

function firstNode({ tree }: Program, fits: (node: SyntaxNode) => boolean): number | null {
  let found: number | null = null;
  tree.iterate({
    enter: ({ node }) => {
      if (found === null && fits(node)) found = node.from;
      return found === null;
    }
  });
  return found;
}

function forbidden(word: string, line: number | null, say: Say): Finding {
  const what = phraseOf(word, say);
  if (line === null) return { status: 'passed', message: say('syntax.forbidden-passed', { what }) };
  return {
    status: 'failed',
    message: isSyntaxWord(word)
      ? say('syntax.kind-forbidden', { line, what })
      : say('syntax.name-forbidden', { line, what }),
    line
  };
}

function required(word: string, line: number | null, say: Say): Finding {
  const what = phraseOf(word, say);
  if (line !== null) {
    return { status: 'passed', message: say('syntax.required-passed', { line, what }), line };
  }
  return {
    status: 'failed',
    message: isSyntaxWord(word)
      ? say('syntax.kind-required', { what })
      : say('syntax.name-required', { what })
  };
}
