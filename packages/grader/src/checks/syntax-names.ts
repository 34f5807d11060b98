/** Whether a program uses a name: a builtin, an attribute, a module or what is in one. */

import type { SyntaxNode } from '@lezer/common';
import { BUILTINS, namesOf, readImport } from '@lectern/lesson/python';
import type { Program } from './syntax-kinds.js';

export interface NameUses {
  /** The offset of the first use; `null` where there is none. */
  find(name: string): number | null;
}

interface Use {
  /** Dotted, with what an import calls it: after `import numpy as np`, `np.sort` is `numpy.sort`. */
  name: string;
  offset: number;
}

/**
 * `ownCount`: whether a name that the program itself defines is used by being read. `forbid: sum` is not about a
 * learner's own `sum`.
 */
export function nameUses(program: Program, ownCount: boolean): NameUses {
  const collector = new Collector(program);
  const { reads, bindings } = namesOf(program.source, program);
  const names = [...reads].filter(
    ([name, offset]) => ownCount || offset < (bindings.get(name) ?? Infinity)
  );
  const dotted = [
    ...collector.uses,
    ...names.flatMap(([name, offset]) =>
      collector.stars.map((module) => ({ name: `${module}.${name}`, offset }))
    )
  ];
  return {
    find(name) {
      if (name.startsWith('.')) return first(collector.attributes, (use) => `.${use}` === name);
      if (name.includes('.'))
        return first(dotted, (use) => use === name || use.startsWith(`${name}.`));
      const read = names.filter(([candidate]) => candidate === name).map(([, offset]) => offset);
      const found = [
        ...read,
        first(collector.imports, (use) => use.split('.').includes(name)),
        BUILTINS.has(name)
          ? first(dotted, (use) => use === `builtins.${name}` || use === `__builtins__.${name}`)
          : first(collector.attributes, (use) => use === name)
      ].filter((offset) => offset !== null);
      return found.length === 0 ? null : Math.min(...found);
    }
  };
}

function first(uses: readonly Use[], fits: (name: string) => boolean): number | null {
  const offsets = uses.filter(({ name }) => fits(name)).map(({ offset }) => offset);
  return offsets.length === 0 ? null : Math.min(...offsets);
}

class Collector {
  /** Chains such as `a.b.c`, and what is imported. */
  readonly uses: Use[] = [];
  readonly attributes: Use[] = [];
  readonly imports: Use[] = [];
  /** Modules of `from … import *`. */
  readonly stars: string[] = [];
  /** What a name that an import binds stands for. */
  readonly #origins = new Map<string, string>();

  constructor(private readonly program: Program) {
    const { tree } = program;
    tree.iterate({
      enter: ({ node }) => void (node.name === 'ImportStatement' && this.#import(node))
    });
    tree.iterate({
      enter: ({ node }) => {
        if (node.name === 'MemberExpression') this.#member(node);
        else if (node.name === 'Decorator') this.#decorator(node);
        else if (node.name === 'VariableName') this.#imported(node);
      }
    });
  }

  #text(node: SyntaxNode): string {
    return this.program.source.slice(node.from, node.to);
  }

  #import(node: SyntaxNode): void {
    for (const { module, names, origins, star } of readImport(node, this.program.source)) {
      if (star) this.stars.push(module);
      for (const name of [module, ...origins]) {
        this.imports.push({ name, offset: node.from });
        this.uses.push({ name, offset: node.from });
      }
      names.forEach((name, index) => this.#origins.set(name, origins[index] ?? name));
    }
  }

  /** Of `a.b.c`, whatever is before the first dot: the attributes, and the chain where it begins with a name. */
  #member(node: SyntaxNode): void {
    const property = node.getChild('PropertyName');
    if (property === null) return;
    this.attributes.push({ name: this.#text(property), offset: property.from });
    const parts: string[] = [];
    let current: SyntaxNode | null = node;
    while (current?.name === 'MemberExpression') {
      const attribute: SyntaxNode | null = current.getChild('PropertyName');
      if (attribute === null) return;
      parts.unshift(this.#text(attribute));
      current = current.firstChild;
    }
    if (current?.name === 'VariableName') this.#chain(this.#text(current), parts, current.from);
  }

  /** The grammar makes every part of `@a.b` a VariableName. */
  #decorator(node: SyntaxNode): void {
    const [root, ...parts] = node.getChildren('VariableName');
    if (root === undefined) return;
    for (const part of parts) this.attributes.push({ name: this.#text(part), offset: part.from });
    this.#chain(
      this.#text(root),
      parts.map((part) => this.#text(part)),
      root.from
    );
  }

  #chain(root: string, parts: string[], offset: number): void {
    const origin = this.#origins.get(root) ?? root;
    if (parts.length > 0) this.uses.push({ name: [origin, ...parts].join('.'), offset });
  }

  /** After `from math import sqrt as root`, `root` is `math.sqrt`. */
  #imported(node: SyntaxNode): void {
    const origin = this.#origins.get(this.#text(node));
    if (origin?.includes('.')) this.uses.push({ name: origin, offset: node.from });
  }
}
