/** Training steps in WebAssembly with SIMD: what `src/kernels/wasm` calls. Memory is laid out there. */

export { adam } from './adam';
export { linear } from './linear';
export { mlp } from './mlp';
export { tabularDpo } from './tabular-dpo';
