// @ts-check
/** The two sites that are compared: ours, and plain JupyterLite with the very notebook that ours has made. */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../setup/step.mjs';
import { buildStockSite } from './stock-site.mjs';

/**
 * @typedef {{ name: string, course: string, widgets?: boolean }} Compared
 *   `course`: a folder of lessons and files, relative to the root
 * @typedef {{ ours: string, stock: string }} Sites their folders
 */

/** @param {Compared} options @returns {Promise<Sites>} */
export async function buildSites({ name, course, widgets }) {
  const ours = `.cache/stock/${name}-ours`;
  const bin = join(root, 'packages/cli/bin/lectern.mjs');
  execFileSync(process.execPath, [bin, 'build', course, '--output', ours], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, LECTERN_SETUP: 'done' }
  });
  const stock = await buildStockSite({ name, like: ours, widgets });
  return { ours: join(root, ours), stock };
}
