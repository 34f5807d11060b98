// @ts-check
/** Random bytes and the clock stand still while a snapshot is made: the same inputs give the same bytes. */

/** @returns {() => void} undoes it */
export function withoutChance() {
  const { getRandomValues } = globalThis.crypto;
  const { now } = Date;
  const performanceNow = performance.now;
  globalThis.crypto.getRandomValues = (array) => {
    if (array) new Uint8Array(array.buffer, array.byteOffset, array.byteLength).fill(7);
    return array;
  };
  Date.now = () => Date.UTC(2026, 0, 1);
  performance.now = () => 0;
  return () => {
    globalThis.crypto.getRandomValues = getRandomValues;
    Date.now = now;
    performance.now = performanceNow;
  };
}
