/** What an import statement imports, and the names that it binds. */

import type { SyntaxNode } from '@lezer/common';

export interface Import {
  /** Dotted; begins with a dot when it is relative. */
  module: string;
  names: string[];
  /** What each of the names stands for, dotted: of `from a import b as c` it is `a.b`. */
  origins: string[];
  star: boolean;
}

/** The tokens are a flat list, so they are read as one: `import a.b as c, d` or `from .a import (b as c, d)`. */
export function readImport(node: SyntaxNode, source: string): Import[] {
  const tokens: string[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    tokens.push(source.slice(child.from, child.to));
  }
  if (tokens[0] !== 'from') {
    return splitAt(tokens.slice(1), ',').map((item) => {
      const as = item.indexOf('as');
      const module = item.slice(0, as === -1 ? item.length : as).join('');
      const name = as === -1 ? (item[0] ?? '') : (item[as + 1] ?? '');
      const origin = as === -1 ? name : module;
      return { module, names: [name], origins: [origin], star: false };
    });
  }
  const at = tokens.indexOf('import');
  const rest = tokens.slice(at + 1).filter((token) => token !== '(' && token !== ')');
  const items = splitAt(rest, ',').filter((item) => item.length > 0);
  const module = tokens.slice(1, at).join('');
  const named = items.filter(([first]) => first !== '*');
  return [
    {
      module,
      names: named.map((item) => item.at(-1) ?? ''),
      origins: named.map(([first]) => `${module}.${first}`),
      star: rest.includes('*')
    }
  ];
}

function splitAt(tokens: string[], separator: string): string[][] {
  const parts: string[][] = [[]];
  for (const token of tokens) {
    if (token === separator) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
