/** Where the parameters of a network lie in the one array that holds them all. */

export interface Part {
  name: string;
  /** rows and columns */
  shape: readonly [number, number];
  /** index of its first parameter */
  at: number;
}

export class Layout {
  readonly parts: readonly Part[];
  /** parameters in all */
  readonly size: number;

  constructor(shapes: Readonly<Record<string, readonly [number, number]>>) {
    let at = 0;
    this.parts = Object.entries(shapes).map(([name, shape]) => {
      const part = { name, shape, at };
      at += shape[0] * shape[1];
      return part;
    });
    this.size = at;
  }

  /** A view of each part, by its name: what is written there is written to `all`. */
  views<Name extends string>(all: Float32Array): Record<Name, Float32Array> {
    return Object.fromEntries(
      this.parts.map(({ name, shape, at }) => [name, all.subarray(at, at + shape[0] * shape[1])])
    ) as Record<Name, Float32Array>;
  }
}
