/** What an import statement imports, and the names that it binds. */

import type { SyntaxNode } from '@lezer/common';

export interface Import {
  /** Dotted; begins with a dot when it is relative. */
  module: string;
  names: string[];
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
      return { module, names: [name], star: false };
    });
  }
  const at = tokens.indexOf('import');
  const rest = tokens.slice(at + 1).filter((token) => token !== '(' && token !== ')');
  const items = splitAt(rest, ',').filter((item) => item.length > 0);
  return [
    {
      module: tokens.slice(1, at).join(''),
      names: items.map((item) => item.at(-1) ?? '').filter((name) => name !== '*'),
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
