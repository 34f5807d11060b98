// @ts-check
/** Refuses a Node that is too old, in words, before anything fails in others. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, SetupError } from './step.mjs';

export function requireNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const wanted = engines.node.replace('>=', '');
  if (compare(process.versions.node, wanted) < 0) {
    throw new SetupError(
      `Node ${wanted} or newer is needed, and this is ${process.versions.node}. Install a newer one from nodejs.org.`
    );
  }
}

/** @param {string} left @param {string} right */
function compare(left, right) {
  const [a, b] = [left, right].map((version) => version.split('.').map(Number));
  const at = [0, 1, 2].find((index) => a[index] !== b[index]);
  return at === undefined ? 0 : a[at] - b[at];
}
