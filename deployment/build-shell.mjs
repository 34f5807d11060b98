#!/usr/bin/env node
// @ts-check
/** Builds the site's shell: everything of a Lectern site that does not depend on the course. */

import { cp, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { addInstantKernel, describe } from '@lectern/instant-kernel/site';
import { APPS, buildAppShell } from './app-shell.mjs';
import { addOfflineCache } from './offline-cache.mjs';
import { makePagesStart } from './page-start.mjs';
import { addPyodide, pinnedWheels, readWheel } from './pyodide.mjs';
import { addSandbox } from './sandbox.mjs';
import { ROOT, readVersions } from './versions.mjs';

const USAGE = `Usage: node deployment/build-shell.mjs --python PYTHON --out DIR [--extension LABEXTENSION …] [--wheel WHEEL …] [--sandbox DIR] [--cache DIR]

  --python     an interpreter of the environment that deployment/requirements.txt is installed in
  --out        the folder to make; replaced as a whole when the build has succeeded
  --extension  a built labextension to federate (repeatable)
  --wheel      a wheel of our own, for notebooks to import (repeatable)
  --sandbox    the grader's browser assets (default: packages/grader/sandbox; left out when absent)
  --cache      where downloaded wheels are kept (default: .cache/kernel-wheels); compressed snapshots are beside it`;

/** Of the kernel's wheels those that hold an extension of JupyterLab's as well. */
const WITH_EXTENSION = ['anywidget'];

/**
 * @param {{ python: string, out: string, extensions: string[], ownWheels: string[], sandbox: string, cache: string }} options
 * @returns {Promise<{ files: number, bytes: number, sandbox: boolean, kernel: import('@lectern/instant-kernel/site').Made }>}
 */
export async function buildShell({ python, out, extensions, ownWheels, sandbox, cache }) {
  const deployment = fileURLToPath(new URL('.', import.meta.url));
  const { versions, problems } = readVersions({ venv: dirname(dirname(python)) });
  if (problems.length > 0) throw new Error(`versions drift:\n  ${problems.join('\n  ')}`);
  for (const path of extensions) {
    if (!existsSync(join(path, 'package.json')))
      throw new Error(`${path}: not a built labextension`);
  }

  const building = join(dirname(out), `.${basename(out)}-${process.pid}`);
  await mkdir(dirname(out), { recursive: true });
  try {
    const pinned = (/** @type {string} */ name) =>
      pinnedWheels({ python, requirements: join(deployment, name), cache });
    const forKernel = await pinned('kernel-wheels.txt');
    const forLab = [
      ...(await pinned('lab-extension-wheels.txt')),
      ...forKernel.filter(({ name }) => WITH_EXTENSION.includes(name))
    ];
    await buildAppShell({
      python,
      deployment,
      extensions: [...extensions, ...forLab.map(({ path }) => path)],
      output: building
    });
    await addPyodide({
      shell: building,
      npmPyodide: join(ROOT, 'node_modules/pyodide'),
      wheels: [...forKernel, ...(await Promise.all(ownWheels.map(readWheel)))]
    });
    const kernel = await addInstantKernel({ site: building, cache: join(cache, '../snapshots') });
    const hasSandbox = existsSync(join(sandbox, 'manifest.json'));
    if (hasSandbox) await addSandbox({ shell: building, sandbox });
    for (const path of ['style/catalogue.css', 'dist/catalogue.js']) {
      await cp(join(ROOT, 'packages/catalogue', path), join(building, basename(path)));
    }
    // After all that writes configuration, since the pages hold it from here on.
    await makePagesStart({ shell: building, apps: APPS, deployment });
    await addOfflineCache({ shell: building, scripts: join(ROOT, 'packages/offline/dist') });
    await writeFile(join(building, 'shell.json'), `${JSON.stringify({ versions }, null, 2)}\n`);
    const size = await sizeOf(building);
    await rm(out, { recursive: true, force: true });
    await rename(building, out);
    return { ...size, sandbox: hasSandbox, kernel };
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function sizeOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size)
  );
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** @param {string[]} args */
async function main(args) {
  const { values } = parseArgs({
    args,
    options: {
      python: { type: 'string' },
      out: { type: 'string' },
      extension: { type: 'string', multiple: true, default: [] },
      wheel: { type: 'string', multiple: true, default: [] },
      sandbox: { type: 'string', default: join(ROOT, 'packages/grader/sandbox') },
      cache: { type: 'string', default: join(ROOT, '.cache/kernel-wheels') },
      help: { type: 'boolean', short: 'h', default: false }
    }
  });
  if (values.help) return console.log(USAGE);
  if (!values.python || !values.out) throw new Error(`--python and --out are needed\n${USAGE}`);
  const extensions = values.extension.map((path) => resolve(path));
  const result = await buildShell({
    python: resolve(values.python),
    out: resolve(values.out),
    extensions,
    ownWheels: values.wheel.map((path) => resolve(path)),
    sandbox: resolve(values.sandbox),
    cache: resolve(values.cache)
  });
  console.log(
    `Shell: ${result.files} files, ${(result.bytes / 1e6).toFixed(1)} MB in ${values.out}; ` +
      `extensions: ${extensions.length || 'none'}; sandbox: ${result.sandbox ? 'yes' : 'none'}\n` +
      describe(result.kernel)
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error) => {
    // A failed pip or jupyterlite says why on its own standard error.
    console.error(`build-shell: ${error.stderr?.trim() || error.message}`);
    process.exitCode = 1;
  });
}
