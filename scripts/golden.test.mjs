// @ts-check
/** `npm run golden`: the reference numbers on each backend, and what it says where nothing is evaluated. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('./golden.mjs', import.meta.url));
const golden = (/** @type {string[]} */ ...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8'
  });
  return { status, stdout, stderr };
};

it('explains itself', () => {
  expect(golden('--help')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Usage: npm run golden -- FILE')
  });
});

it.each([
  [[], 'golden: name one file. Try --help.\n'],
  [['nowhere.json'], /^golden: nowhere\.json cannot be read: ENOENT[^\n]*\n$/],
  [[script], /^golden: [^\n]*golden\.mjs is no JSON: [^\n]*\n$/],
  [
    ['x', '--backend', 'abacus'],
    /^golden: there is no backend abacus: [^\n]*cpu, wasm, webgpu\.\n$/
  ],
  [['x', '--magic'], /^golden: Unknown option '--magic'[^\n]*\n$/]
])('refuses %j in one line', (args, message) => {
  expect(golden(...args)).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(message)
  });
});

const reference = fileURLToPath(new URL('../../shared/golden/preference.json', import.meta.url));

describe.skipIf(!existsSync(reference))('the reference numbers', () => {
  it.each(['cpu', 'wasm', 'webgpu'])('agree on %s', (backend) => {
    const { status, stdout, stderr } = golden(reference, '--backend', backend);
    expect(stdout + stderr).toMatch(/^\d+ cases, 0 failed, largest error [0-9.]+e-[67]$/m);
    expect(status).toBe(0);
  });
});
