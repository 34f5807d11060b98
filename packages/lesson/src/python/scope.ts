/** Python's scopes: which names a program reads from its module, after everything local is resolved. */

export type ScopeKind = 'module' | 'function' | 'class' | 'comprehension';

export class Scope {
  /** Each name with the offset from which it has a value. */
  readonly #bound = new Map<string, number>();
  readonly #globals = new Set<string>();
  readonly #reads = new Map<string, number>();
  readonly #children: Scope[] = [];

  constructor(
    readonly kind: ScopeKind,
    private readonly parent: Scope | null
  ) {
    if (parent !== null) parent.#children.push(this);
  }

  /** `name` gets a value here: an assignment, a definition, a parameter, a loop's target, an import. */
  bind(name: string, offset: number): void {
    const bound = this.#globals.has(name) ? this.#module().#bound : this.#bound;
    bound.set(name, Math.min(offset, bound.get(name) ?? Infinity));
  }

  /** A walrus binds outside the comprehension that it stands in. */
  bindOutsideComprehension(name: string, offset: number): void {
    if (this.kind === 'comprehension' && this.parent !== null) {
      this.parent.bindOutsideComprehension(name, offset);
    } else {
      this.bind(name, offset);
    }
  }

  read(name: string, offset: number): void {
    if (!this.#reads.has(name)) this.#reads.set(name, offset);
  }

  /**
   * `x += 1` and `del x` make `x` local to a function, as any binding does, but give it no first value: outside
   * functions they read.
   */
  change(name: string, offset: number): void {
    if (this.kind !== 'function' || this.#globals.has(name)) this.read(name, offset);
    else this.bind(name, offset);
  }

  declareGlobal(name: string): void {
    this.#globals.add(name);
  }

  /** What the module binds, `global` in functions included. */
  get bound(): ReadonlyMap<string, number> {
    return this.#bound;
  }

  /** Every name that is read from the module, in this scope or any inside it, with the offset of its first read. */
  globalReads(): Map<string, number> {
    const result = new Map<string, number>();
    const scopes: Scope[] = [this];
    for (let scope = scopes.pop(); scope !== undefined; scope = scopes.pop()) {
      for (const [name, offset] of scope.#reads) {
        if (!scope.#isGlobal(name)) continue;
        const earlier = result.get(name);
        if (earlier === undefined || offset < earlier) result.set(name, offset);
      }
      for (const child of scope.#children) scopes.push(child);
    }
    return result;
  }

  /** A class's own names are seen in its body, not in its methods. */
  #isGlobal(name: string): boolean {
    if (this.kind === 'module' || this.#globals.has(name)) return true;
    if (this.#bound.has(name)) return false;
    for (let scope = this.parent; scope !== null; scope = scope.parent) {
      if (scope.kind === 'module' || scope.#globals.has(name)) return true;
      if (scope.kind !== 'class' && scope.#bound.has(name)) return false;
    }
    return true;
  }

  #module(): Scope {
    return this.parent === null ? this : this.parent.#module();
  }
}
