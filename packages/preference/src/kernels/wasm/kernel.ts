/** Training in WebAssembly with SIMD. */

import { completeAdam, corrections } from '../adam.js';
import { BackendError, pairsOf, type Kernel, type Learned, type Setting } from '../kernel.js';
import { Arena, padded } from './arena.js';
import { layoutOf } from './layouts.js';
import { compileModule, instantiate } from './module.js';

export async function hasWasm(): Promise<boolean> {
  return (await compileModule()) !== null;
}

/** @throws {BackendError} where there is no WebAssembly with SIMD */
export async function createWasmKernel(setting: Setting, start: Learned): Promise<Kernel> {
  const module = await compileModule();
  if (module === null) {
    throw new BackendError('This browser has no WebAssembly with SIMD; choose the backend "cpu".');
  }
  const exports = await instantiate(module);
  const arena = new Arena(exports);
  const { batchAt, batchSize, task } = setting;
  const adam = completeAdam(setting.adam);
  const { beta1, beta2, epsilon } = adam;
  // Four pairs at a time: the batch is filled up with the row of zeros after the last pair.
  const count = padded(batchSize, 4);
  const rows = arena.reserve(4 * count);
  const layout = layoutOf(task, arena);
  const bytes = 4 * layout.size;
  const [parameters, gradient, first, second] = [0, 1, 2, 3].map(() => arena.reserve(bytes)) as [
    number,
    number,
    number,
    number
  ];
  const step = layout.step(exports, { rows, count, batchSize, parameters, gradient });
  layout.write(start.parameters, arena.floats(parameters, layout.size));
  layout.write(start.moments.first, arena.floats(first, layout.size));
  layout.write(start.moments.second, arena.floats(second, layout.size));
  const indices = arena.integers(rows, count).fill(pairsOf(task));
  let latest: Int32Array | undefined;
  return {
    backend: 'wasm',
    advance(from, to) {
      for (let done = from; done < to; done++) {
        const batch = batchAt(done);
        if (batch !== latest) indices.set((latest = batch));
        step();
        const [rate, correction] = corrections(adam, done + 1);
        exports.adam(
          parameters,
          gradient,
          first,
          second,
          bytes,
          rate,
          correction,
          beta1,
          beta2,
          epsilon
        );
      }
    },
    read: () => {
      const [learned, mean, square] = [parameters, first, second].map((at) =>
        layout.read(arena.floats(at, layout.size))
      ) as [Float32Array, Float32Array, Float32Array];
      return { parameters: learned, moments: { first: mean, second: square } };
    },
    dispose() {}
  };
}
