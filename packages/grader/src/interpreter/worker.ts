/** Entry of the browser's interpreter: a `data:` module worker that is given its bytes by the frame. */

import { boot, type BootAssets } from './boot.js';
import { serve, type Job } from './serve.js';

type ToWorker = { kind: 'boot'; assets: BootAssets } | { kind: 'job'; job: Job };

const send = self.postMessage.bind(self) as (message: string) => void;
let pyodide: ReturnType<typeof boot> | null = null;

self.onmessage = async ({ data }: MessageEvent<ToWorker>): Promise<void> => {
  try {
    if (data.kind === 'boot') {
      pyodide = boot(data.assets);
      await pyodide;
      send('ready');
    } else if (pyodide !== null) {
      serve(await pyodide, data.job, send);
      send('exit'); // as a process would, whose end nobody can hold back
    }
  } catch (error) {
    send(`fault ${String(error)}`);
  }
};
send('alive');
