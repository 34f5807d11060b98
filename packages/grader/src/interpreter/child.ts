/** Entry of Node's interpreter: a child process with no permission left, speaking lines on its pipes. */

import { host } from './child-host.js';
import { boot } from './boot.js';
import { serve, type Job } from './serve.js';

const send = (message: string): void => host.write(`${message}\n`);

try {
  const assets = {
    wasm: host.readFile('pyodide.asm.wasm'),
    stdlib: host.readFile('python_stdlib.zip'),
    snapshot: host.readFile('snapshot.bin')
  };
  host.giveUp();
  const pyodide = await boot(assets);
  send('ready');
  const input = host.lines();
  const first = await input.next();
  if (first.done === true) host.exit();
  const listener = serve(pyodide, JSON.parse(first.value) as Job, send);
  if (listener !== null) for await (const line of input) listener(line);
} catch (error) {
  send(`fault ${String(error)}`);
}
host.exit();
