/**
 * How values cross between Python and TypeScript: as JSON text, with arrays of numbers beside it as buffers. One string
 * and a few copies of memory, instead of a proxy for each value.
 */

export type NumberArray = Float32Array | Float64Array | Int32Array;

export interface Parcel {
  json: string;
  buffers: NumberArray[];
}

/** Puts back what JSON cannot say: `{$array: place}`, `{$number: 'NaN'}` and `{$callable: place}`. */
export function unpack(
  json: string,
  buffers: readonly NumberArray[],
  callables: readonly unknown[] = []
): unknown {
  return JSON.parse(json, (_key, value: unknown) => {
    if (value === null || typeof value !== 'object') return value;
    if ('$array' in value) return buffers[value.$array as number];
    if ('$number' in value) return Number(value.$number);
    if ('$callable' in value) return callables[value.$callable as number];
    return value;
  });
}

export function pack(value: unknown): Parcel {
  const buffers: NumberArray[] = [];
  const json = JSON.stringify(value ?? null, (_key, part: unknown) => {
    if (typeof part === 'number' && !Number.isFinite(part)) return { $number: String(part) };
    if (part instanceof Map) return [...(part as Map<unknown, unknown>)];
    if (
      part instanceof Float32Array ||
      part instanceof Float64Array ||
      part instanceof Int32Array
    ) {
      return { $array: buffers.push(part) - 1 };
    }
    return part;
  });
  return { json, buffers };
}
