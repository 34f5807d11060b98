/**
 * The script of the sandboxed iframe. Its content policy allows a worker from a `data:` address and nothing
 * else; it owns the workers, and passes their messages on under a number that a worker cannot choose.
 */

import { MAX_TRAFFIC, MESSAGE_COST } from '../host/limits.js';
import type { BootAssets } from '../interpreter/boot.js';
import type { Job } from '../interpreter/serve.js';

export type ToFrame =
  | { kind: 'init'; worker: string; wasm: Uint8Array; stdlib: Uint8Array; snapshot: Uint8Array }
  | { kind: 'spawn'; id: number }
  | { kind: 'job'; id: number; job: Job }
  | { kind: 'kill'; id: number };

export type FromFrame =
  | { kind: 'loaded' }
  | { kind: 'initialised' }
  | { kind: 'frame-fault'; message: string }
  | { kind: 'message'; id: number; text: string }
  | { kind: 'ended'; id: number };

interface Running {
  worker: Worker;
  booted: boolean;
  /** What it has said since it was last spoken to. */
  traffic: number;
}

const workers = new Map<number, Running>();
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
  const running: Running = { worker, booted: false, traffic: 0 };
  workers.set(id, running);
  worker.onerror = (event) => {
    event.preventDefault();
    report({ kind: 'message', id, text: `fault ${event.message}` });
  };
  worker.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!running.booted && data === 'alive') {
      running.booted = true;
      return worker.postMessage({ kind: 'boot', assets });
    }
    // Counted here, before it piles up in the page. Nothing of ours is anything but text.
    running.traffic += typeof data === 'string' ? data.length + MESSAGE_COST : Infinity;
    if (data !== 'exit' && running.traffic <= MAX_TRAFFIC) {
      report({ kind: 'message', id, text: data as string });
    } else {
      end(id);
      report({ kind: 'ended', id });
    }
  };
}

function end(id: number): void {
  workers.get(id)?.worker.terminate();
  workers.delete(id);
}

addEventListener('message', ({ source, data }: MessageEvent<ToFrame>) => {
  if (source !== parent) return;
  if (data.kind === 'init') {
    init(data).catch((error: unknown) => report({ kind: 'frame-fault', message: String(error) }));
  } else if (data.kind === 'spawn') spawn(data.id);
  else if (data.kind === 'kill') end(data.id);
  else {
    const running = workers.get(data.id);
    if (running === undefined) return;
    running.traffic = 0;
    running.worker.postMessage({ kind: 'job', job: data.job });
  }
});
report({ kind: 'loaded' });
