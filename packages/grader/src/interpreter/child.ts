/** Entry of Node's interpreter: a Deno process with no permission left, speaking lines on its pipes. */

import { host } from './deno-globals.js';
import { boot } from './boot.js';
import { serve, type Job } from './serve.js';

const [folder] = host.args;
const encoder = new TextEncoder();

function send(message: string): void {
  const bytes = encoder.encode(`${message}\n`);
  let written = 0;
  while (written < bytes.length) written += host.stdout.writeSync(bytes.subarray(written));
}

/** The lines of standard input: the job, then what the host says to it. */
async function* lines(): AsyncGenerator<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of host.stdin.readable) {
    text += decoder.decode(chunk, { stream: true });
    const parts = text.split('\n');
    text = parts.pop() ?? '';
    yield* parts;
  }
}

function giveUpReading(path: string): void {
  host.permissions.revokeSync({ name: 'read', path });
  for (const name of ['read', 'write', 'net', 'env', 'run', 'sys', 'ffi', 'import']) {
    const { state } = host.permissions.querySync({ name });
    if (state === 'granted') throw new Error(`permission ${name} is still granted`);
  }
  if (host.permissions.querySync({ name: 'read', path }).state === 'granted') {
    throw new Error('the bundle can still be read');
  }
}

try {
  if (folder === undefined) throw new Error('no bundle folder given');
  const read = (name: string): Uint8Array => host.readFileSync(`${folder}/${name}`);
  const assets = {
    wasm: read('pyodide.asm.wasm'),
    stdlib: read('python_stdlib.zip'),
    snapshot: read('snapshot.bin')
  };
  giveUpReading(folder);
  const pyodide = await boot(assets);
  send('ready');
  const input = lines();
  const first = await input.next();
  if (first.done === true) host.exit(0);
  const listener = serve(pyodide, JSON.parse(first.value as string) as Job, send);
  if (listener !== null) for await (const line of input) listener(line);
} catch (error) {
  send(`fault ${String(error)}`);
}
host.exit(0);
