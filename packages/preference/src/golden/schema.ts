/** The schema of files of golden numbers, and reading fields of a case without trusting it. */

export interface GoldenCase {
  id: string;
  inputs: Fields;
  params: Fields;
  expected: Record<string, unknown>;
  grads: Record<string, unknown>;
}

/** What a section computes of a case: values under the names that `expected` and `grads` use. */
export interface Answer {
  expected: object;
  grads?: object;
}

/** `case.expected` is read for what is asked only: which steps, which n, which β. */
export type Section = (golden: GoldenCase) => Answer | Promise<Answer>;

/** Named values of unknown types; each getter throws one line that names the field. */
export class Fields {
  readonly #values: Record<string, unknown>;
  readonly #what: string;

  constructor(what: string, values: unknown) {
    this.#what = what;
    this.#values = isRecord(values) ? values : {};
  }

  has(name: string): boolean {
    return this.#values[name] != null;
  }

  raw(name: string): unknown {
    return this.#values[name];
  }

  all(): Record<string, unknown> {
    return this.#values;
  }

  number(name: string, fallback?: number): number {
    const value = this.#values[name] ?? fallback;
    return typeof value === 'number' ? value : this.#refuse(name, 'a number');
  }

  text(name: string, fallback?: string): string {
    const value = this.#values[name] ?? fallback;
    return typeof value === 'string' ? value : this.#refuse(name, 'text');
  }

  flag(name: string): boolean {
    return this.#values[name] === true;
  }

  oneOf<T extends string>(name: string, known: readonly T[], fallback?: T): T {
    const value = this.text(name, fallback);
    return known.find((one) => one === value) ?? this.#refuse(name, `one of ${known.join(', ')}`);
  }

  vector(name: string): number[] {
    const value = this.#values[name];
    return isVector(value) ? value : this.#refuse(name, 'a list of numbers');
  }

  matrix(name: string): number[][] {
    const value = this.#values[name];
    return Array.isArray(value) && value.every(isVector)
      ? value
      : this.#refuse(name, 'a list of lists of numbers');
  }

  #refuse(name: string, wanted: string): never {
    const value = this.#values[name];
    const got = value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 40);
    throw new Error(`${this.#what}.${name} must be ${wanted}; got ${got}`);
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isVector(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((x) => typeof x === 'number');
}

/** @throws one line that says what of the case is malformed */
export function readCase(value: unknown): GoldenCase {
  if (!isRecord(value)) throw new Error('a case must be an object');
  const { id, inputs, params, expected, grads } = value;
  if (typeof id !== 'string') throw new Error('a case must have an id');
  if (!isRecord(inputs)) throw new Error('inputs must be an object');
  if (!isRecord(expected) || Object.keys(expected).length === 0) {
    throw new Error('expected must be an object that is not empty');
  }
  if (grads != null && !isRecord(grads)) throw new Error('grads must be an object');
  return {
    id,
    inputs: new Fields('inputs', inputs),
    params: new Fields('params', params),
    expected,
    grads: grads ?? {}
  };
}
