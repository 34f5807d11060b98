/** Values from files that anybody may have edited. */

import { sorted } from '../serialize.js';

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

export function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

export function omit(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

/** Equal for equal values, in whatever order their keys stand. */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? '';
}
