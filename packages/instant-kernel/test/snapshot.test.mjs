// @ts-check
/** The snapshot that the site ships: the same bytes from the same inputs, and Python as it should be in it. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ZSTDDecoder } from 'zstddec';
import { KERNEL_PACKAGES } from '../scripts/add-to-site.mjs';

const shell = fileURLToPath(new URL('../../cli/shell/', import.meta.url));
const shipped = join(shell, 'static/instant-kernel');
const pyodide = join(shell, 'static/pyodide');
const out = mkdtempSync(join(tmpdir(), 'snapshot-test-'));
const decoder = new ZSTDDecoder();

/** @param {string} kind */
function shippedFile(kind) {
  const name = readdirSync(shipped).find((file) => file.startsWith(`${kind}.`)) ?? '';
  return readFileSync(join(shipped, name));
}
const made = (/** @type {string} */ kind) => readFileSync(join(out, `${kind}.bin`));
const sha256 = (/** @type {Uint8Array} */ bytes) =>
  createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  await decoder.init();
  const script = fileURLToPath(new URL('../scripts/make-snapshot.mjs', import.meta.url));
  const lock = join(pyodide, 'pyodide-lock.json');
  execFileSync(process.execPath, [script, pyodide, lock, out, ...KERNEL_PACKAGES]);
});
afterAll(() => rmSync(out, { recursive: true }));

test('made again it is the one that is shipped, to the byte', () => {
  const snapshot = decoder.decode(shippedFile('snapshot'), made('snapshot').length);
  expect(sha256(snapshot)).toBe(sha256(made('snapshot')));
  expect(sha256(shippedFile('files'))).toBe(sha256(made('files')));
});

test('holds the kernel and what it is made of', () => {
  const about = JSON.parse(readFileSync(join(out, 'snapshot.json'), 'utf8'));
  const names = Object.keys(about.loadedPackages).map((name) =>
    name.toLowerCase().replaceAll('_', '-')
  );
  expect(names).toEqual(expect.arrayContaining(KERNEL_PACKAGES));
  expect(about.standardLibrary.bytes).toBe(readFileSync(join(pyodide, 'python_stdlib.zip')).length);
});
