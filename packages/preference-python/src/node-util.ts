/** What tfjs-core asks Node's `util` for, so that the bundle needs no `require`: it runs in Pyodide, in browsers and in Node. */

const isA =
  (type: new (length: number) => ArrayBufferView) =>
  (value: unknown): boolean =>
    value instanceof type;

export const types = {
  isFloat32Array: isA(Float32Array),
  isInt32Array: isA(Int32Array),
  isUint8Array: isA(Uint8Array),
  isUint8ClampedArray: isA(Uint8ClampedArray)
};
const { TextDecoder, TextEncoder } = globalThis;
export { TextDecoder, TextEncoder };
