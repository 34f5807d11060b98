// @ts-check
/** How soon a course that was served before is ready again. */

import { spawn } from 'node:child_process';
import { root } from '../setup/step.mjs';

const RUNS = 5;

/** @returns {Promise<number>} seconds from the command to `Ready:` */
function start() {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(
      process.execPath,
      ['bin/lectern.mjs', 'start', '--no-open', '--port', '0'],
      { cwd: root }
    );
    let text = '';
    let ready = NaN;
    child.stdout.on('data', (chunk) => {
      text += chunk;
      if (!Number.isNaN(ready) || !text.includes('Ready:')) return;
      ready = (performance.now() - startedAt) / 1000;
      child.kill('SIGINT');
    });
    child.on('close', () => (Number.isNaN(ready) ? reject(new Error(text)) : resolve(ready)));
  });
}

export default [
  {
    name: 'start/second-seconds',
    want: '<=5',
    measure: async () => {
      await start(); // the first one builds
      const runs = [];
      for (let run = 0; run < RUNS; run++) runs.push(await start());
      return runs;
    }
  }
];
