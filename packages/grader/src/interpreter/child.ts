/** Entry of Node's interpreter: a child process with no permission left, speaking lines on its pipes. */

import { host } from './child-host.js';
import { boot } from './boot.js';
import { Mark, Watch, forgetFinalizers } from './rewind.js';
import { serve, type Job } from './serve.js';

const send = (message: string): void => host.write(`${message}\n`);

try {
  const assets = {
    wasm: host.readFile('pyodide.asm.wasm'),
    stdlib: host.readFile('python_stdlib.zip'),
    snapshot: host.readFile('snapshot.bin')
  };
  host.giveUp();
  forgetFinalizers();
  const watch = new Watch();
  const pyodide = await boot(assets, (imports) => watch.over(imports));
  const input = host.lines();
  let isFresh = true;
  while (isFresh) {
    send('ready');
    const line = await input.next();
    if (line.done === true) break;
    const job = JSON.parse(line.value) as Job;
    const mark = job.rewinds === true ? new Mark(pyodide, watch) : null;
    const { listener, sent, failed } = serve(pyodide, job, send);
    if (listener !== null) for await (const line of input) listener(line);
    if (mark === null || listener !== null || failed) break;
    const obstacle = mark.rewind(sent);
    if (obstacle !== null) send(`spent ${obstacle}`);
    isFresh = obstacle === null;
  }
} catch (error) {
  send(`fault ${String(error)}`);
}
host.exit();
