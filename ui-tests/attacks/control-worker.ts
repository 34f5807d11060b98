/** A grader as many are: Pyodide in a plain worker of the page's own address, which shares it with what it grades. */

import { growTo, onFreshMemory } from '@lectern/pyodide-snapshot';

interface Python {
  FS: { writeFile(path: string, data: string): void };
  runPython(source: string): unknown;
  toPy: (value: unknown) => unknown;
  pyimport(name: 'naive'): {
    check(answer: string, challenge: unknown, emit: (text: string) => void): void;
  };
}

const post = (message: object): void => postMessage(JSON.stringify(message));

async function start(): Promise<Python> {
  const bytes = async (url: string): Promise<Uint8Array> =>
    new Uint8Array(await (await fetch(url)).arrayBuffer());
  const snapshot = await bytes('/sandbox/snapshot.bin');
  WebAssembly.instantiateStreaming = (async (
    source: Promise<Response>,
    imports: WebAssembly.Imports
  ) =>
    WebAssembly.instantiate(
      await (await source).arrayBuffer(),
      imports
    )) as typeof WebAssembly.instantiateStreaming;
  const growth = onFreshMemory((memory) => growTo(memory, snapshot.byteLength));
  const module = '/pyodide/pyodide.mjs';
  const { loadPyodide } = (await import(module)) as {
    loadPyodide: (options: object) => Promise<Python>;
  };
  const pyodide = await loadPyodide({ indexURL: '/pyodide/', _loadSnapshot: snapshot });
  growth.restore();
  pyodide.FS.writeFile('/home/pyodide/naive.py', await (await fetch('/naive.py')).text());
  pyodide.runPython('import sys; sys.path.insert(0, "/home/pyodide")');
  return pyodide;
}

onmessage = async ({ data }: MessageEvent<{ answers: string[]; challenge: unknown }>) => {
  const pyodide = await start();
  for (const answer of data.answers) {
    post({ event: 'begin' });
    try {
      pyodide
        .pyimport('naive')
        .check(answer, pyodide.toPy(data.challenge), (text) => postMessage(text));
    } catch (error) {
      post({ event: 'verdict', passed: false, stdout: String(error) });
    }
    // What an answer has set going may end.
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  post({ event: 'end' });
};
