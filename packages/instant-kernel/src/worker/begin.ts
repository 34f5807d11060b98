/** Entry of `begin.js`, which `worker.js` imports first: begins to restore. The kernel’s own worker script follows it. */

import { PARTS_FOLLOW, type ToWorker } from './messages.js';
import { prepare } from './pyodide.js';

if (self.name === PARTS_FOLLOW) {
  prepare(
    new Promise((resolve) => {
      const listen = ({ data }: MessageEvent<Partial<ToWorker> | null>): void => {
        if (data?.instantKernel === undefined) return;
        removeEventListener('message', listen);
        resolve(data.instantKernel);
      };
      addEventListener('message', listen);
    })
  );
} else {
  prepare(null);
}
