/** Displayed formulas in plain text: `$$ … $$` and `\[ … \]`, each on lines of its own. */

import { draftLines, type Guess } from '../draft.js';
import type { Recogniser } from './piece.js';

const LONGEST = 30;

export const readFormula: Recogniser = (text, at) => {
  const open = /^(\$\$|\\\[)/.exec(text.trimmed(at))?.[1];
  if (open === undefined) return null;
  const close = open === '$$' ? '$$' : '\\]';
  for (let end = at; end < Math.min(text.length, at + LONGEST); end++) {
    const line = text.trimmed(end);
    const own = end === at ? line.slice(2) : line;
    if (own.endsWith(close)) {
      const lines = text.slice(at, end + 1).map((part) => part.trim());
      const tex = lines
        .join('\n')
        .slice(2, -2)
        .split('\n')
        .filter((part) => part.trim() !== '');
      if (tex.length === 0 || tex.some((part) => part.includes('$$'))) return null;
      const draft = draftLines(['$$', ...tex.map((part) => part.trim()), '$$'], ...guesses(open));
      return { kind: 'code', end: end + 1, draft };
    }
    if (line === '') return null;
  }
  return null;
};

function guesses(open: string): Guess[] {
  if (open === '$$') return [];
  return [
    {
      rule: 'import/formula',
      message: 'This formula was marked by `\\[` and `\\]`; here it has the marks of the format.',
      remedy: 'Check that it is one.'
    }
  ];
}
