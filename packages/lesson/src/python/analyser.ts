/** Walks a Python program's syntax tree, and notes what is imported, bound and read in which scope. */

import type { SyntaxNode } from '@lezer/common';
import { readImport, type Import } from './imports.js';
import { Scope } from './scope.js';

export class Analyser {
  readonly module = new Scope('module', null);
  readonly imports: Import[] = [];
  /** `from __future__ import annotations`: they are text then. */
  #annotationsAreText = false;

  constructor(
    private readonly source: string,
    /** See `PythonTree`. */
    private readonly targets: ReadonlySet<number>
  ) {}

  statements(script: SyntaxNode): void {
    this.#children(script, this.module);
  }

  #text(node: SyntaxNode): string {
    return this.source.slice(node.from, node.to);
  }

  #children(node: SyntaxNode, scope: Scope): void {
    for (let child = node.firstChild; child; child = child.nextSibling) this.#visit(child, scope);
  }

  #visit(node: SyntaxNode, scope: Scope): void {
    switch (node.name) {
      case 'VariableName':
        return scope.read(this.#text(node), node.from);
      case 'ImportStatement':
        return this.#import(node, scope);
      case 'FunctionDefinition':
      case 'LambdaExpression':
        return this.#function(node, scope);
      case 'ClassDefinition':
        return this.#class(node, scope);
      case 'TypeDefinition':
        return this.#typeAlias(node, scope);
      case 'Decorator':
        return this.#decorator(node, scope);
      case 'ComprehensionExpression':
      case 'ArrayComprehensionExpression':
      case 'SetComprehensionExpression':
      case 'DictionaryComprehensionExpression':
        return this.#comprehension(node, scope);
      case 'ArgList':
        return this.#arguments(node, scope);
      case 'NamedExpression':
        return this.#walrus(node, scope);
      case 'AssignStatement':
        return this.#assignment(node, scope);
      case 'BinaryExpression':
        return this.#operation(node, scope);
      case 'UpdateStatement':
        return this.#update(node, scope);
      case 'ForStatement':
        return this.#for(node, scope);
      case 'WithStatement':
      case 'TryStatement':
        return this.#asTargets(node, scope);
      case 'ScopeStatement':
        return this.#scopeStatement(node, scope);
      case 'DeleteStatement':
        return this.#delete(node, scope);
      case 'CapturePattern':
        return this.#target(node.firstChild, scope, '_');
      case 'AsPattern':
        return this.#asTargets(node, scope);
      case 'KeywordPattern':
        // The first name is an attribute's.
        for (let child = node.firstChild?.nextSibling; child; child = child.nextSibling) {
          this.#visit(child, scope);
        }
        return;
      case 'TypeDef':
        if (!this.#annotationsAreText) this.#children(node, scope);
        return;
      default:
        return this.#children(node, scope);
    }
  }

  /** Binds the names in a target; subscripts and attributes in it are reads. */
  #target(node: SyntaxNode | null, scope: Scope, except?: string): void {
    if (node === null) return;
    switch (node.name) {
      case 'VariableName': {
        const name = this.#text(node);
        if (name !== except) scope.bind(name, boundFrom(node));
        return;
      }
      case 'TupleExpression':
      case 'ArrayExpression':
      case 'ParenthesizedExpression':
        for (let child = node.firstChild; child; child = child.nextSibling) {
          this.#target(child, scope);
        }
        return;
      default:
        return this.#visit(node, scope);
    }
  }

  #import(node: SyntaxNode, scope: Scope): void {
    const imported = readImport(node, this.source);
    this.imports.push(...imported);
    for (const { module, names } of imported) {
      for (const name of names) scope.bind(name, node.from);
      if (module === '__future__' && names.includes('annotations')) this.#annotationsAreText = true;
    }
  }

  #function(node: SyntaxNode, scope: Scope): void {
    const name = node.name === 'LambdaExpression' ? null : node.getChild('VariableName');
    if (name) scope.bind(this.#text(name), name.from);
    const outer = this.#typeParameters(node, scope);
    const inner = new Scope('function', outer);
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'ParamList') this.#parameters(child, outer, inner);
      else if (child.name === 'TypeDef') this.#visit(child, outer);
      else if (child.name !== 'VariableName' || name === null) {
        if (child.name !== 'TypeParamList') this.#visit(child, inner);
      }
    }
  }

  /** Defaults and annotations belong to the scope around the function. */
  #parameters(list: SyntaxNode, outer: Scope, inner: Scope): void {
    let isDefault = false;
    for (let child = list.firstChild; child; child = child.nextSibling) {
      if (child.name === 'AssignOp') isDefault = true;
      else if (child.name === ',') isDefault = false;
      else if (child.name === 'VariableName' && !isDefault)
        inner.bind(this.#text(child), child.from);
      else this.#visit(child, outer);
    }
  }

  #class(node: SyntaxNode, scope: Scope): void {
    const name = node.getChild('VariableName');
    if (name) scope.bind(this.#text(name), name.from);
    const outer = this.#typeParameters(node, scope);
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'ArgList') this.#visit(child, outer);
      else if (child.name === 'Body') this.#children(child, new Scope('class', outer));
    }
  }

  #typeAlias(node: SyntaxNode, scope: Scope): void {
    const name = node.getChild('VariableName');
    if (name) scope.bind(this.#text(name), name.from);
    const inner = this.#typeParameters(node, scope);
    for (let child = name?.nextSibling; child; child = child.nextSibling) {
      if (child.name !== 'TypeParamList') this.#visit(child, inner);
    }
  }

  /** `def f[T](…)`: a scope of its own around the function, class or alias. */
  #typeParameters(node: SyntaxNode, scope: Scope): Scope {
    const list = node.getChild('TypeParamList');
    if (!list) return scope;
    const inner = new Scope('function', scope);
    for (const parameter of list.getChildren('TypeParam')) {
      const name = parameter.getChild('VariableName');
      if (name) inner.bind(this.#text(name), name.from);
      for (let child = name?.nextSibling; child; child = child.nextSibling)
        this.#visit(child, inner);
    }
    return inner;
  }

  /** The grammar makes every part of `@a.b.c` a VariableName; only the first is one. */
  #decorator(node: SyntaxNode, scope: Scope): void {
    let afterDot = false;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === '.') afterDot = true;
      else if (child.name === 'VariableName' && afterDot) afterDot = false;
      else this.#visit(child, scope);
    }
  }

  /** The first iterable is evaluated outside. */
  #comprehension(node: SyntaxNode, scope: Scope): void {
    const inner = new Scope('comprehension', scope);
    let part: 'other' | 'target' | 'first-iterable' = 'other';
    let fors = 0;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'for') {
        part = 'target';
        fors++;
      } else if (child.name === 'in') {
        part = fors === 1 ? 'first-iterable' : 'other';
      } else if (child.name === 'if' || child.name === 'async') {
        part = 'other';
      } else if (part === 'target') {
        this.#target(child, inner);
      } else {
        this.#visit(child, part === 'first-iterable' ? scope : inner);
      }
    }
  }

  #arguments(node: SyntaxNode, scope: Scope): void {
    // `sum(x for x in y)`: the grammar puts the comprehension's parts directly into the list.
    if (node.getChild('for')) return this.#comprehension(node, scope);
    for (let child = node.firstChild; child; child = child.nextSibling) {
      const isKeyword = child.name === 'VariableName' && child.nextSibling?.name === 'AssignOp';
      if (!isKeyword) this.#visit(child, scope);
    }
  }

  #walrus(node: SyntaxNode, scope: Scope): void {
    const name = node.firstChild;
    if (name?.name === 'VariableName') scope.bindOutsideComprehension(this.#text(name), node.to);
    for (let child = name?.nextSibling; child; child = child.nextSibling) this.#visit(child, scope);
  }

  #assignment(node: SyntaxNode, scope: Scope): void {
    let remaining = node.getChildren('AssignOp').length;
    // `x: int` alone gives `x` no value, but makes it local to a function.
    const bare = remaining === 0;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'AssignOp') remaining--;
      else if (child.name === 'TypeDef') this.#visit(child, scope);
      else if (bare && child.name === 'VariableName') {
        if (scope.kind === 'function') scope.bind(this.#text(child), child.from);
      } else if (remaining > 0) this.#target(child, scope);
      else this.#visit(child, scope);
    }
  }

  #operation(node: SyntaxNode, scope: Scope): void {
    let isTarget = false;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'or' && this.targets.has(child.from)) isTarget = true;
      else if (isTarget) this.#target(child, scope);
      else this.#visit(child, scope);
    }
  }

  #update(node: SyntaxNode, scope: Scope): void {
    const first = node.firstChild;
    if (first?.name === 'VariableName') scope.change(this.#text(first), first.from);
    else if (first) this.#visit(first, scope);
    for (let child = first?.nextSibling; child; child = child.nextSibling)
      this.#visit(child, scope);
  }

  #for(node: SyntaxNode, scope: Scope): void {
    let isTarget = false;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'for') isTarget = true;
      else if (child.name === 'in') isTarget = false;
      else if (isTarget) this.#target(child, scope);
      else this.#visit(child, scope);
    }
  }

  /** What follows `as` is bound; everything else is read. */
  #asTargets(node: SyntaxNode, scope: Scope): void {
    let isTarget = false;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'as') isTarget = true;
      else if (child.name === ',' || child.name === 'Body') isTarget = false;
      if (isTarget) this.#target(child, scope);
      else this.#visit(child, scope);
    }
  }

  #scopeStatement(node: SyntaxNode, scope: Scope): void {
    if (!node.getChild('global')) return;
    for (const name of node.getChildren('VariableName')) scope.declareGlobal(this.#text(name));
  }

  #delete(node: SyntaxNode, scope: Scope): void {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'VariableName') scope.change(this.#text(child), child.from);
      else this.#visit(child, scope);
    }
  }
}

/** What is assigned is computed first: in `max = max(a, b)` the second name is not yet bound by the first. */
function boundFrom(target: SyntaxNode): number {
  for (let node = target.parent; node !== null; node = node.parent) {
    if (node.name === 'AssignStatement') return node.to;
    if (!/^(?:Tuple|Array|Parenthesized)Expression$/.test(node.name)) break;
  }
  return target.from;
}
