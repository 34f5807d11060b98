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
  let isFresh = true;
  while (isFresh) {
    send('ready');
    const line = await input.next();
    if (line.done === true) break;
    const job = JSON.parse(line.value) as Job;
    const mark = job.rewinds === true ? new Mark(pyodide, watch) : null;
    const served = serve(pyodide, job, send);
    if (served.listener !== null) await listen(input, served.listener);
    if (mark === null || served.failed) break;
    const obstacle = mark.rewind(served.sent);
    if (obstacle !== null) send(`spent ${obstacle}`);
    isFresh = obstacle === null;
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
