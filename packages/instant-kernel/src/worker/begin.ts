/** Entry of `begin.js`, which `worker.js` imports first: begins to restore. The kernel’s own worker script follows it. */

import { MODULE_FOLLOWS, type ToWorker } from './messages.js';
import { prepare } from './pyodide.js';

if (self.name === MODULE_FOLLOWS) {
  prepare(
    new Promise((resolve) => {
      const listen = ({ data }: MessageEvent<Partial<ToWorker> | null>): void => {
        if (data?.instantKernel === undefined) return;
        removeEventListener('message', listen);
        resolve(data.instantKernel.module);
      };
      addEventListener('message', listen);
    })
  );
} else {
  prepare(null);
}
