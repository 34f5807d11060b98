/** The WebAssembly module of `assembly/`, compiled once. */

import { MODULE } from './module.generated.js';

/** Addresses and sizes are in bytes; what they mean is said in `assembly/`. */
export interface Exports {
  memory: WebAssembly.Memory;
  adam(
    parameters: number,
    gradient: number,
    first: number,
    second: number,
    bytes: number,
    rate: number,
    correction: number,
    beta1: number,
    beta2: number,
    epsilon: number
  ): void;
  linear(
    differences: number,
    sums: number,
    margins: number,
    rows: number,
    count: number,
    stride: number,
    weights: number,
    gradient: number,
    share: number,
    pull: number
  ): void;
  mlp(
    chosen: number,
    rejected: number,
    margins: number,
    rows: number,
    count: number,
    filled: number,
    width: number,
    hidden: number,
    weights: number,
    gradient: number,
    scratch: number,
    share: number,
    pull: number
  ): void;
  tabularDpo(
    chosen: number,
    rejected: number,
    references: number,
    rows: number,
    count: number,
    logits: number,
    gradient: number,
    bytes: number,
    beta: number,
    labelSmoothing: number,
    scale: number
  ): void;
}

let compiled: Promise<WebAssembly.Module | null> | undefined;

/** Null where there is no WebAssembly with SIMD. */
export function compileModule(): Promise<WebAssembly.Module | null> {
  compiled ??= (async () => {
    try {
      const bytes = Uint8Array.from(atob(MODULE), (character) => character.charCodeAt(0));
      return await WebAssembly.compile(bytes);
    } catch {
      return null;
    }
  })();
  return compiled;
}

/** A fresh instance, with a memory of its own. */
export async function instantiate(module: WebAssembly.Module): Promise<Exports> {
  return (await WebAssembly.instantiate(module)).exports as unknown as Exports;
}
