// @ts-check
/**
 * JupyterLite as it is without us: `jupyter lite build` of the pinned versions with its own defaults, and Pyodide on the
 * same host, since no visit may depend on a CDN's weather. Nothing else is set, left out or put in but the contents, whose
 * listings `lectern build` has made: JupyterLite would want a Jupyter Server for them.
 */

import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addPyodide, pinnedWheels } from '../../../deployment/pyodide.mjs';
import { installPythonPackages } from '../../setup/python.mjs';
import { fingerprint, readStamp, root, run, step } from '../../setup/step.mjs';

/** Where Pyodide is, whose lock file lies beside it by default; and, as JupyterLite's contents step sets it, the listings. */
const CONFIG = {
  'jupyter-lite-schema-version': 0,
  'jupyter-config-data': {
    contentsAllJsonFile: 'all.json',
    litePluginSettings: {
      '@jupyterlite/pyodide-kernel-extension:kernel': {
        pyodideUrl: './static/pyodide/pyodide.mjs'
      }
    }
  }
};

const CONTENTS = ['files', 'api/contents'];

/**
 * Built once for what it is made of.
 * @param {{ name: string, like: string, widgets?: boolean }} options `name` of its folder in `.cache/stock`;
 *   `like`: the built site that has the contents; `widgets`: with the extensions that show ipywidgets and anywidgets
 * @returns {Promise<string>} the folder of the site
 */
export async function buildStockSite({ name, like, widgets = false }) {
  const site = join(root, '.cache/stock', name);
  const stamp = `.cache/stock/${name}.made-of`;
  const current = fingerprint(
    [
      'deployment',
      'package-lock.json',
      'scripts/bench/boot/stock-site.mjs',
      // The listings follow from the files, but for the time of the build.
      join(like, 'files')
    ],
    [String(widgets)]
  );
  if (existsSync(site) && readStamp(stamp) === current) return site;
  await step(`Building the site of plain JupyterLite (${name})`, async () => {
    const python = await installPythonPackages();
    const wheels = (/** @type {string} */ requirements) =>
      pinnedWheels({
        python,
        requirements: join(root, 'deployment', requirements),
        cache: join(root, '.cache/kernel-wheels')
      });
    const forKernel = await wheels('kernel-wheels.txt');
    const forWidgets = [
      ...(await wheels('lab-extension-wheels.txt')),
      ...forKernel.filter((wheel) => wheel.name === 'anywidget')
    ];
    const liteDir = join(root, '.cache/stock', `${name}.lite`);
    for (const path of [site, liteDir]) rmSync(path, { recursive: true, force: true });
    mkdirSync(liteDir, { recursive: true });
    writeFileSync(join(liteDir, 'jupyter-lite.json'), JSON.stringify(CONFIG));
    await run(
      python,
      [
        ...['-m', 'jupyterlite_core', 'build', '--lite-dir', liteDir, '--output-dir', site],
        ...(widgets ? forWidgets : []).map(
          ({ path }) => `--LiteBuildConfig.federated_extensions=${path}`
        )
      ],
      { cwd: liteDir, env: { PYTHONWARNINGS: 'ignore' } }
    );
    await addPyodide({
      shell: site,
      npmPyodide: join(root, 'node_modules/pyodide'),
      wheels: forKernel
    });
    for (const part of CONTENTS)
      cpSync(join(root, like, part), join(site, part), { recursive: true });
    rmSync(liteDir, { recursive: true });
  });
  writeFileSync(join(root, stamp), current);
  return site;
}
