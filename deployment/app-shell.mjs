// @ts-check
/** The JupyterLite application without contents: `jupyter lite build`, less what no visitor needs. */

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeAppSchemas } from './app-schemas.mjs';

export const APPS = ['lab', 'notebooks', 'edit'];

/** Apps with a configuration of their own, in `deployment/<app>/jupyter-lite.json`. */
const CONFIGURED = ['notebooks'];

/** Left over from JupyterLite's own build. The root index gives way to the catalogue. */
const UNUSED = [
  'index.html',
  'bootstrap.js',
  'package.json',
  'rspack.config.js',
  'rspack.config.analyze.js',
  'rspack.config.watch.js',
  'jupyterlite.schema.v0.json',
  'overrides.json',
  'manifest.webmanifest',
  'doc',
  ...APPS.flatMap((app) => [`${app}/package.json`, `${app}/build`])
];

/** Source maps, and icon fonts in formats that only browsers without WebAssembly would ask for. */
const UNUSED_IN_BUILD = /\.map$|^fa-.*\.(eot|svg|ttf|woff)$/;

/** JupyterLab's "Open…" and its logo lead to `tree/`: here that is the catalogue. */
const TREE_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Lessons</title>
    <link rel="icon" href="../lab/favicon.ico" />
    <meta http-equiv="refresh" content="0; url=../index.html" />
  </head>
  <body><a href="../index.html">Lessons</a></body>
</html>
`;

/**
 * Runs `jupyter lite build` into `output`, which must not exist.
 * @param {{ python: string, deployment: string, extensions: string[], output: string }} options
 *   `deployment`: the folder of jupyter-lite.json and overrides.json, and of an app's own in `<app>/`; `extensions`: absolute paths of labextensions.
 */
export async function buildAppShell({ python, deployment, extensions, output }) {
  // A folder of its own: JupyterLite reads many well-known names in it, and writes its state there.
  const liteDir = await mkdtemp(join(tmpdir(), 'lectern-lite-'));
  try {
    for (const name of ['jupyter-lite.json', 'overrides.json']) {
      await cp(join(deployment, name), join(liteDir, name));
    }
    for (const app of CONFIGURED) {
      await cp(join(deployment, app), join(liteDir, app), { recursive: true });
    }
    await promisify(execFile)(
      python,
      [
        ...['-m', 'jupyterlite_core', 'build', '--lite-dir', liteDir, '--output-dir', output],
        ...['--no-sourcemaps', '--no-unused-shared-packages'],
        ...APPS.flatMap((app) => ['--apps', app]),
        ...extensions.map((path) => `--LiteBuildConfig.federated_extensions=${path}`)
      ],
      {
        cwd: liteDir,
        maxBuffer: 64 * 1024 * 1024,
        env: { ...process.env, PYTHONWARNINGS: 'ignore' }
      }
    );
  } finally {
    await rm(liteDir, { recursive: true, force: true });
  }
  await postpone(output);
  for (const app of CONFIGURED) await writeAppSchemas({ shell: output, app });
  await prune(output);
  await mkdir(join(output, 'tree'));
  await writeFile(join(output, 'tree/index.html'), TREE_PAGE);
}

/**
 * Extensions that draw widgets, in the order in which they are loaded: our own extension loads them with a kernel's
 * first widget, since JupyterLab loads what is in `federated_extensions` with each page.
 */
const LATE = ['@jupyter-widgets/jupyterlab-manager', 'anywidget'];

/** @param {string} output */
async function postpone(output) {
  const path = join(output, 'jupyter-lite.json');
  const config = JSON.parse(await readFile(path, 'utf8'));
  const data = config['jupyter-config-data'];
  /** @type {{ name: string }[]} */
  const all = data.federated_extensions ?? [];
  data.federated_extensions = all.filter(({ name }) => !LATE.includes(name));
  data.lecternLateExtensions = LATE.flatMap((late) => all.filter(({ name }) => name === late));
  await writeFile(path, `${JSON.stringify(config, null, 2)}\n`);
}

/** @param {string} output */
async function prune(output) {
  for (const name of UNUSED) await rm(join(output, name), { recursive: true, force: true });
  for (const entry of await readdir(join(output, 'build'))) {
    if (UNUSED_IN_BUILD.test(entry)) await rm(join(output, 'build', entry));
  }
}
