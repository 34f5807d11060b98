/** Entry of Node's interpreter: a child process with no permission left, speaking lines on its pipes. */

import { host } from './child-host.js';
import { boot } from './boot.js';
import { NO_MORE, type Job } from './job.js';
import { Mark, Watch, forgetFinalizers } from './rewind.js';
import { serve } from './serve.js';

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
  let mark: Mark | null = null;
  for (;;) {
    send('ready');
    const line = await input.next();
    if (line.done === true) break;
    const job = JSON.parse(line.value) as Job;
    // The same after each rewinding: 32 MB are copied once.
    if (job.rewinds === true) mark ??= new Mark(pyodide, watch);
    const served = serve(pyodide, job, send);
    if (served.listener !== null) await listen(input, served.listener);
    if (job.rewinds !== true || served.failed) break;
    const obstacle = mark?.rewind(served.sent) ?? null;
    if (obstacle !== null) {
      send(`spent ${obstacle}`);
      break;
    }
  }
} catch (error) {
  send(`fault ${String(error)}`);
}
host.exit();

async function listen(
  input: AsyncIterator<string, void>,
  listener: (message: string) => void
): Promise<void> {
  for (;;) {
    const line = await input.next();
    if (line.done === true || line.value === NO_MORE) return;
    listener(line.value);
  }
}
