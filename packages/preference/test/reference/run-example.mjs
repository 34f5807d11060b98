// @ts-check
/** Runs an example: a line `expression; // → value` says what it gives. */

import { expect } from 'vitest';

/** Relative to max(1, |value|): an example shows four digits or so. */
const TOLERANCE = 1e-3;
const CLAIM = /^(\s*)(?:await )?(.*?);?\s*\/\/ → (.*)$/;

const AsyncFunction = /** @type {FunctionConstructor} */ (async function () {}.constructor);

/**
 * @param {string} code
 * @param {Record<string, unknown>} scope what it may name
 * @returns {Promise<number>} how many claims were checked
 */
export async function runExample(code, scope) {
  let claims = 0;
  const check = (/** @type {unknown} */ value, /** @type {string} */ text) => {
    claims++;
    const claimed = new Function(`return (${text})`)();
    expect(rounded(plain(value), claimed), text).toEqual(claimed);
  };
  const lines = code.split('\n').map((line) => {
    const [, indent, expression, text] = CLAIM.exec(line) ?? [];
    return text === undefined
      ? line
      : `${indent}__check(await (${expression}), ${JSON.stringify(text)});`;
  });
  const names = Object.keys(scope);
  await new AsyncFunction(...names, '__check', lines.join('\n'))(...Object.values(scope), check);
  return claims;
}

/** Tensors and typed arrays as lists. @param {any} value @returns {any} */
function plain(value) {
  if (typeof value?.arraySync === 'function') return value.arraySync();
  if (ArrayBuffer.isView(value)) return [.../** @type {any} */ (value)];
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}

/** Numbers as claimed where they are near; of an object only what is claimed. @param {any} value @param {any} claimed @returns {any} */
function rounded(value, claimed) {
  if (typeof value === 'number' && typeof claimed === 'number') {
    const near = Math.abs(value - claimed) <= TOLERANCE * Math.max(1, Math.abs(claimed));
    return near ? claimed : value;
  }
  if (Array.isArray(value) && Array.isArray(claimed)) {
    return value.map((part, index) => rounded(part, claimed[index]));
  }
  if (
    value === null ||
    typeof value !== 'object' ||
    claimed === null ||
    typeof claimed !== 'object'
  ) {
    return value;
  }
  return Object.fromEntries(
    Object.keys(claimed).map((key) => [key, rounded(value[key], claimed[key])])
  );
}
