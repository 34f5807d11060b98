// @ts-check
/**
 * Which scripts an app's page always loads: its bundle is run, in a worker, until the application itself would start.
 * So the list is that of the shell at hand, whatever JupyterLite and whichever extensions it was made from.
 */

import { Worker } from 'node:worker_threads';

/**
 * @param {{ shell: string, app: string, config: Record<string, unknown> }} options `config`: as `pageConfig` makes it.
 * @returns {Promise<string[]>} URLs as the page asks for them, relative to the shell, in the order of the asking
 * @throws {Error} where the bundle no longer loads its parts by scripts
 */
export async function firstScripts(options) {
  const worker = new Worker(new URL('./first-scripts-worker.mjs', import.meta.url), {
    workerData: options
  });
  try {
    /** @type {string[]} */
    const scripts = await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    const extensions = /** @type {{ name: string }[]} */ (options.config['federated_extensions']);
    const asked = (/** @type {string} */ part) => scripts.some((path) => path.includes(part));
    // Its entry alone would mean that the application's parts were not asked for.
    const complete = ['build/jlab_core.', ...extensions.map(({ name }) => `extensions/${name}/`)];
    if (complete.every(asked)) return scripts;
    throw new Error(
      `The bundle of ${options.app}/ does not load its parts as expected: adapt deployment/first-scripts-worker.mjs`
    );
  } finally {
    await worker.terminate();
  }
}
