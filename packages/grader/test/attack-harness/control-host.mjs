// @ts-check
/**
 * Runs answers as a naive grader does: in Pyodide in plain Node, one after another in one interpreter, interrupted
 * at their limit. Reads its job from standard input, writes lines to standard output.
 */

import { readFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { growTo, onFreshMemory } from '@lectern/pyodide-snapshot';

/** @typedef {{ answers: string[], challenge: unknown, limitMs: number }} ControlJob */

/** All of it, whatever the pipe takes at once. @param {string} line */
function tell(line) {
  let bytes = Buffer.from(`${line}\n`);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EAGAIN') throw error;
    }
  }
}
const here = (/** @type {string} */ path) => new URL(path, import.meta.url);

const [, , snapshotPath = ''] = process.argv;
const pyodidePath = createRequire(import.meta.url).resolve('pyodide/pyodide.mjs');
const { loadPyodide } = await import(pathToFileURL(pyodidePath).href);
const snapshot = readFileSync(snapshotPath);
const growth = onFreshMemory((memory) => growTo(memory, snapshot.byteLength));
const pyodide = await loadPyodide({
  indexURL: dirname(pyodidePath),
  _loadSnapshot: new Uint8Array(snapshot)
});
growth.restore();
pyodide.FS.writeFile('/home/pyodide/naive.py', readFileSync(here('naive.py')));
pyodide.runPython('import sys; sys.path.insert(0, "/home/pyodide")');

const interrupt = new Uint8Array(new SharedArrayBuffer(1));
pyodide.setInterruptBuffer(interrupt);
const alarm = new Worker(
  `const { parentPort, workerData } = require('node:worker_threads');
   let timer;
   parentPort.on('message', (ms) => {
     clearInterval(timer);
     const from = Date.now();
     if (ms > 0) timer = setInterval(() => { if (Date.now() - from > ms) workerData[0] = 2; }, 100);
   });`,
  { eval: true, workerData: interrupt }
);

/** @type {ControlJob} */
const job = JSON.parse(readFileSync(0, 'utf8'));
tell(JSON.stringify({ event: 'pid', pid: process.pid }));
for (const answer of job.answers) {
  tell(JSON.stringify({ event: 'begin' }));
  alarm.postMessage(job.limitMs);
  try {
    const naive = pyodide.pyimport('naive');
    naive.check(answer, pyodide.toPy(job.challenge), (/** @type {string} */ text) => tell(text));
  } catch (error) {
    // What a Python that has ended does with its process.
    const { name, status } = /** @type {{ name?: string, status?: number }} */ (error);
    if (name === 'Exit') process.exit(status);
    tell(JSON.stringify({ event: 'verdict', passed: false, stdout: String(error) }));
  }
  alarm.postMessage(0);
  // What an answer has set going may end.
  await new Promise((resolve) => setTimeout(resolve, 300));
}
tell(JSON.stringify({ event: 'end' }));
process.exit(3); // nobody's own way to end well
