/**
 * The script of the sandboxed iframe. Its content policy allows a worker from a `data:` address and nothing
 * else; it owns the workers, and passes their messages on under a number that a worker cannot choose.
 */

import { MAX_MESSAGE, MAX_TRAFFIC, MESSAGE_COST } from '../host/limits.js';
import type { BootAssets } from '../interpreter/boot.js';
import type { AssetName, FromFrame, ToFrame } from './messages.js';

/** A worker's first script. The interpreter's own takes a browser half a second to read from an address. */
const FIRST_SCRIPT = "self.onmessage=({data})=>{(0,eval)(data)};self.postMessage('script, please')";
const WORKER_URL = `data:text/javascript,${encodeURIComponent(FIRST_SCRIPT)}`;

interface Running {
  worker: Worker;
  /** What it has said since it was last spoken to. */
  traffic: number;
}

/** Something that arrives once, and that any number of workers wait for. */
class Arrival<T> {
  arrive!: (value: T) => void;
  readonly value = new Promise<T>((resolve) => (this.arrive = resolve));
}

const script = new Arrival<string>();
const wasm = new Arrival<WebAssembly.Module>();
const stdlib = new Arrival<ArrayBuffer>();
const snapshot = new Arrival<ArrayBuffer>();
const workers = new Map<number, Running>();

const report = (message: FromFrame): void => parent.postMessage(message, '*');

/** Everything is made ready once: workers get the compiled module, and the snapshot unzipped. */
const RECEIVE: Record<AssetName, (bytes: ArrayBuffer) => void | Promise<void>> = {
  'worker.js': (bytes) => script.arrive(new TextDecoder().decode(bytes)),
  'pyodide.asm.wasm': async (bytes) => wasm.arrive(await WebAssembly.compile(bytes)),
  'python_stdlib.zip': (bytes) => stdlib.arrive(bytes),
  'snapshot.bin.gz': async (bytes) => snapshot.arrive(await unzipped(bytes))
};

async function receive(name: AssetName, bytes: ArrayBuffer): Promise<void> {
  try {
    await RECEIVE[name](bytes);
  } catch (error) {
    report({ kind: 'frame-fault', message: `${name}: ${String(error)}` });
  }
}

/** Some hosts serve a `.gz` already unzipped, with a Content-Encoding: the first bytes tell. */
async function unzipped(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const [first, second] = new Uint8Array(bytes);
  if (first !== 0x1f || second !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

async function boot(worker: Worker): Promise<void> {
  const assets: BootAssets = {
    wasm: await wasm.value,
    // Copied here and then given away, which copies once where sending copies twice.
    stdlib: new Uint8Array((await stdlib.value).slice()),
    snapshot: new Uint8Array((await snapshot.value).slice())
  };
  worker.postMessage({ kind: 'boot', assets }, [assets.stdlib.buffer, assets.snapshot.buffer]);
}

function spawn(id: number): void {
  const worker = new Worker(WORKER_URL, { type: 'module' });
  const running: Running = { worker, traffic: 0 };
  workers.set(id, running);
  worker.onerror = (event) => {
    event.preventDefault();
    report({ kind: 'message', id, text: `fault ${event.message}` });
  };
  // Each is answered once: what a learner's code says later is only ever passed on.
  const steps = [async () => worker.postMessage(await script.value), () => boot(worker)];
  worker.onmessage = ({ data }: MessageEvent<unknown>) => {
    const step = steps.shift();
    if (step !== undefined) return void step();
    // Counted here, before it piles up in the page. Nothing of ours is anything but text.
    const isSaid = typeof data === 'string' && data.length <= MAX_MESSAGE;
    running.traffic += isSaid ? data.length + MESSAGE_COST : Infinity;
    if (data !== 'exit' && running.traffic <= MAX_TRAFFIC) {
      report({ kind: 'message', id, text: String(data) });
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
  if (data.kind === 'asset') void receive(data.name, data.bytes);
  else if (data.kind === 'spawn') spawn(data.id);
  else if (data.kind === 'kill') end(data.id);
  else {
    const running = workers.get(data.id);
    if (running === undefined) return;
    running.traffic = 0;
    running.worker.postMessage(
      data.kind === 'job' ? { kind: 'job', job: data.job } : { kind: 'send', text: data.text }
    );
  }
});
report({ kind: 'loaded' });
