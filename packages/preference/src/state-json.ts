/** States of trainers, policies and reward models as text, and back to the bit. */

/** What stands for a typed array. */
interface PlainArray {
  float32: number[];
}

/**
 * JSON of a state: typed arrays of float32 become `{"float32": […]}`, whose numbers are written so that they come back
 * to the bit.
 * @throws {RangeError} of a number that is not finite, which JSON has no word for
 * @example
 * ```ts
 * toJson({ step: 2, weights: Float32Array.of(0.5, -1) }); // → '{"step":2,"weights":{"float32":[0.5,-1]}}'
 * ```
 */
export function toJson(state: unknown): string {
  return JSON.stringify(state, (key, value: unknown) => {
    if (value instanceof Float32Array) return { float32: Array.from(value) } satisfies PlainArray;
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new RangeError(`"${key}" of the state is ${value}; it must be finite to be saved.`);
    }
    return value;
  });
}

/**
 * The state that `toJson` was given.
 * @throws {SyntaxError} of text that is no JSON
 * @example
 * ```ts
 * const state = { step: 2, weights: Float32Array.of(0.1, -1) };
 * const { step, weights } = fromJson(toJson(state));
 * step; // → 2
 * // To the bit, and a typed array again.
 * weights instanceof Float32Array && weights.every((weight, i) => weight === state.weights[i]); // → true
 * ```
 */
export function fromJson<State>(text: string): State {
  return JSON.parse(text, (_key, value: unknown) =>
    isPlainArray(value) ? Float32Array.from(value.float32) : value
  ) as State;
}

function isPlainArray(value: unknown): value is PlainArray {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 1 &&
    Array.isArray((value as Partial<PlainArray>).float32)
  );
}
