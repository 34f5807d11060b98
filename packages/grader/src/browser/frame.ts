/**
 * The script of the sandboxed iframe. Its content policy allows a worker from a `data:` address and nothing
 * else; it owns the workers, and passes their messages on under a number that a worker cannot choose.
 */

import type { BootAssets } from '../interpreter/boot.js';
import type { Job } from '../interpreter/serve.js';

export type ToFrame =
  | { kind: 'init'; worker: string; wasm: Uint8Array; stdlib: Uint8Array; snapshot: Uint8Array }
  | { kind: 'spawn'; id: number }
  | { kind: 'job'; id: number; job: Job }
  | { kind: 'send'; id: number; text: string }
  | { kind: 'kill'; id: number };

export type FromFrame =
  | { kind: 'loaded' }
  | { kind: 'initialised' }
  | { kind: 'frame-fault'; message: string }
  | { kind: 'message'; id: number; text: string };

const workers = new Map<number, Worker>();
let assets: BootAssets | null = null;
let workerUrl = '';

const report = (message: FromFrame): void => parent.postMessage(message, '*');

async function init(message: Extract<ToFrame, { kind: 'init' }>): Promise<void> {
  // Compiled once: workers are given the module, which saves each of them a third of its start.
  const wasm = await WebAssembly.compile(message.wasm as Uint8Array<ArrayBuffer>);
  assets = { wasm, stdlib: message.stdlib, snapshot: message.snapshot };
  workerUrl = `data:text/javascript;charset=utf-8,${encodeURIComponent(message.worker)}`;
  report({ kind: 'initialised' });
}

function spawn(id: number): void {
  const worker = new Worker(workerUrl, { type: 'module' });
  workers.set(id, worker);
  worker.onerror = (event) => {
    event.preventDefault();
    report({ kind: 'message', id, text: `fault ${event.message}` });
  };
  worker.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== 'string') return;
    if (data === 'alive') worker.postMessage({ kind: 'boot', assets });
    else report({ kind: 'message', id, text: data });
  };
}

addEventListener('message', ({ source, data }: MessageEvent<ToFrame>) => {
  if (source !== parent) return;
  if (data.kind === 'init') {
    init(data).catch((error: unknown) => report({ kind: 'frame-fault', message: String(error) }));
  } else if (data.kind === 'spawn') spawn(data.id);
  else if (data.kind === 'job') workers.get(data.id)?.postMessage({ kind: 'job', job: data.job });
  else if (data.kind === 'send')
    workers.get(data.id)?.postMessage({ kind: 'send', text: data.text });
  else {
    workers.get(data.id)?.terminate();
    workers.delete(data.id);
  }
});
report({ kind: 'loaded' });
