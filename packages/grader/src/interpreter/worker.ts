/** Entry of the browser's interpreter: a `data:` module worker that is given its bytes by the frame. */

import { boot, type BootAssets } from './boot.js';
import type { Job } from './job.js';
import { serve, type Served } from './serve.js';

type ToWorker =
  { kind: 'boot'; assets: BootAssets } | { kind: 'job'; job: Job } | { kind: 'send'; text: string };

const send = self.postMessage.bind(self) as (message: string) => void;
let pyodide: ReturnType<typeof boot> | null = null;
let listener: Served['listener'] = null;

self.onmessage = async ({ data }: MessageEvent<ToWorker>): Promise<void> => {
  try {
    if (data.kind === 'boot') {
      pyodide = boot(data.assets);
      await pyodide;
      send('ready');
    } else if (data.kind === 'send') {
      listener?.(data.text);
    } else if (pyodide !== null) {
      ({ listener } = serve(await pyodide, data.job, send));
      // As a process would, whose end nobody can hold back.
      if (listener === null) send('exit');
    }
  } catch (error) {
    send(`fault ${String(error)}`);
  }
};
send('alive');
