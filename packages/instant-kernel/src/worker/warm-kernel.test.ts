/** What happens when there is nothing to restore: Python starts all the same, and the log says why. */

import { beforeEach, expect, test, vi } from 'vitest';
import type { Manifest } from './manifest.js';
import type { Pyodide, PyodideOptions } from './pyodide-types.js';
import { WarmKernel } from './warm-kernel.js';

const manifest: Manifest = {
  version: '1',
  pyodideUrl: 'http://localhost:9/pyodide/', // nobody listens there
  lockFileUrl: 'http://localhost:9/pyodide/pyodide-lock.json',
  snapshot: { url: 'http://localhost:9/snapshot.zst', bytes: 1 },
  filesUrl: 'http://localhost:9/files.bin',
  standardLibrary: { path: '/lib/python.zip', bytes: 1 },
  loadedPackages: {},
  placeholder: 'https://site.invalid/'
};

let calls: PyodideOptions[];
let fatal: string[];
let log: string[];
let kernel: WarmKernel;
const ordinary = { _api: {} } as Pyodide;

beforeEach(() => {
  calls = [];
  fatal = [];
  log = [];
  kernel = new WarmKernel({
    manifest,
    loadPyodide: (options) => {
      calls.push(options);
      return Promise.resolve(ordinary);
    },
    onParts: () => undefined,
    onFatal: (message) => fatal.push(message)
  });
});

const options = (): PyodideOptions => {
  return {
    indexURL: 'http://localhost:9/instant-kernel/',
    lockFileURL: manifest.lockFileUrl,
    packages: ['ipython'],
    stderr: (text) => log.push(text)
  };
};

test('a snapshot that cannot be had: the ordinary start, from Pyodide’s own folder', async () => {
  expect(await kernel.load(options())).toBe(ordinary);
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatchObject({ indexURL: manifest.pyodideUrl, packages: ['ipython'] });
  expect(log.join()).toMatch(/^The instant start failed, so Python starts in the ordinary way\. /);
});

test.each([
  [{ env: { HOME: '/' } }, 'env'],
  [{ lockFileURL: 'http://elsewhere/lock.json' }, 'lock file']
])('what a restored Pyodide cannot take, %j, is not left out', async (more, said) => {
  await kernel.load({ ...options(), ...more });
  expect(calls[0]).toMatchObject(more);
  expect(log.join()).toContain(said);
});

test('a fatal error is told here and to the kernel’s own handler', async () => {
  const { _api: api } = await kernel.load(options());
  const theirs = vi.fn();
  api.on_fatal = theirs;
  api.on_fatal(new Error('stack overflow'));
  expect(fatal).toEqual(['Error: stack overflow']);
  expect(theirs).toHaveBeenCalledOnce();
});
