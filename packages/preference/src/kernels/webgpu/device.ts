/** The page's GPU: asked for once, with what kind it is. */

import { BackendError } from '../kernel.js';

export interface Gpu {
  device: GPUDevice;
  /** As `NVIDIA ampere`. */
  name: string;
  /** A program that plays the part of a GPU, slower than the CPU's own. */
  isSoftware: boolean;
}

/** By the names that they go by where the browser does not say it. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|basic render|software/i;

let gpu: Promise<Gpu | null> | undefined;

/** Null where there is none. A device that was lost is asked for anew. */
export function findGpu(): Promise<Gpu | null> {
  gpu ??= request().catch(() => null);
  return gpu;
}

/** @throws {BackendError} where there is none */
export async function requireGpu(): Promise<Gpu> {
  const found = await findGpu();
  if (found === null) {
    throw new BackendError('There is no WebGPU here; choose the backend "auto" or "wasm".');
  }
  return found;
}

async function request(): Promise<Gpu | null> {
  const adapter = await globalThis.navigator?.gpu?.requestAdapter();
  if (!adapter) return null;
  const device = await adapter.requestDevice();
  void device.lost.then(() => (gpu = undefined));
  const { vendor, architecture, device: model, description } = adapter.info;
  const names = [vendor, architecture, model, description];
  return {
    device,
    name: names.filter((name) => name !== '').join(' '),
    isSoftware: adapter.info.isFallbackAdapter || names.some((name) => SOFTWARE.test(name))
  };
}
