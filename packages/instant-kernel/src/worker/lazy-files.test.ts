/** In the file system of a real Pyodide, as Python sees it. */

import { deflateSync } from 'fflate';
import { loadPyodide } from 'pyodide';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { LazyFiles } from './lazy-files.js';
import type { Pyodide } from './pyodide-types.js';

let pyodide: Pyodide;
let asked = 0;
let missing = false;

const text = (source: string): Uint8Array => new TextEncoder().encode(source);
const second = deflateSync(text('second = 2\n'));
const packs = new Uint8Array([...text('first = 1\n'), ...second]);

const contents = {
  now: () => {
    asked++;
    if (missing) throw new Error('no network');
    return packs;
  }
};

beforeAll(async () => {
  pyodide = (await loadPyodide()) as unknown as Pyodide;
});
beforeEach(() => {
  asked = 0;
  missing = false;
  pyodide.runPython('import shutil; shutil.rmtree("/lazy", ignore_errors=True)');
  pyodide.FS.mkdirTree('/lazy');
  const files = new LazyFiles(pyodide.FS);
  files.add('/lazy/one.py', { bytes: contents, from: 0, length: 10 });
  files.add('/lazy/two.py', { bytes: contents, from: 10, length: 11, packed: second.length });
});

const run = (code: string): unknown => pyodide.runPython(code);

test('are listed and have their length before anything is there', () => {
  expect(run('import os; ",".join(sorted(os.listdir("/lazy")))')).toBe('one.py,two.py');
  expect(run('os.stat("/lazy/two.py").st_size')).toBe(11);
  expect(asked).toBe(0);
});

test('are read when they are read, each once', () => {
  expect(run('open("/lazy/one.py").read()')).toBe('first = 1\n');
  expect(run('open("/lazy/one.py").read()')).toBe('first = 1\n');
  expect(asked).toBe(1);
});

test('are modules', () => {
  run(
    'import sys; sys.path.insert(0, "/lazy"); import two; sys.path.pop(0); del sys.modules["two"]'
  );
  expect(run('two.second')).toBe(2);
});

test('can be written, replaced, appended to and removed like any file', () => {
  run('open("/lazy/one.py", "w").write("new")');
  expect(run('open("/lazy/one.py").read()')).toBe('new');
  run('open("/lazy/two.py", "a").write("third = 3\\n")');
  expect(run('open("/lazy/two.py").read()')).toBe('second = 2\nthird = 3\n');
  run('os.remove("/lazy/two.py")');
  expect(run('os.path.exists("/lazy/two.py")')).toBe(false);
});

test('one that could not be had is an OSError, and asked for again', () => {
  missing = true;
  expect(() => run('open("/lazy/one.py").read()')).toThrow('OSError: [Errno 29]');
  missing = false;
  expect(run('open("/lazy/one.py").read()')).toBe('first = 1\n');
});
