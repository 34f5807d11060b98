// @ts-check
/** What `npm run golden` says, and its exit status, where nothing is evaluated. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

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
