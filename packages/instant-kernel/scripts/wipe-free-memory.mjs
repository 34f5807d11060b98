// @ts-check
/** Overwrites what Python no longer uses with zeros: a tenth of a snapshot is the remains of compiling modules. */

const LARGEST = 1 << 20;
const SMALLEST = 24;

/**
 * Takes every free block below the end of what was ever used, largest first, wipes it, and gives all of them back.
 * @param {{ runPython(code: string): unknown, _module: any }} pyodide
 */
export function wipeFreeMemory({ runPython, _module: module }) {
  runPython('import gc\nfor _ in range(3): gc.collect()\ndel gc, _');
  let end = module.HEAPU8.length;
  while (end > 0 && module.HEAPU8[end - 1] === 0) end--;
  /** @type {number[]} */
  const taken = [];
  for (let size = LARGEST; size >= SMALLEST; size = size > 64 ? size >> 1 : size - 8) {
    for (;;) {
      const block = module._malloc(size);
      if (block === 0) break;
      if (block + size > end) {
        module._free(block); // beyond: never used
        break;
      }
      taken.push(block);
      module.HEAPU8.fill(0, block, block + size);
    }
  }
  for (const block of taken) module._free(block);
}
