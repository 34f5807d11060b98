// @ts-check
/**
 * Builds `dist/`: the wheel of `lectern.preference`, with the library inside, and that of `lectern.experiments`, with the
 * widget's script. They are two since the second is several times as large, and most notebooks need it never.
 */

import { mkdir, readFile, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { EXPERIMENTS, loadExperiment } from '@lectern/preference/experiments';
import { buildBundle } from './build-bundle.mjs';
import { writeWheel } from './wheel.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'dist');

/** @typedef {import('./wheel.mjs').File} File */

/** Of a package in `python/lectern`. @param {string} name @returns {Promise<File[]>} */
async function packageFiles(name) {
  const folder = join(root, 'python/lectern', name);
  const names = (await readdir(folder)).filter((file) => /\.py$|^py\.typed$/.test(file)).sort();
  return Promise.all(
    names.map(
      /** @returns {Promise<File>} */
      async (file) => [`lectern/${name}/${file}`, await readFile(join(folder, file))]
    )
  );
}

/** What Python knows of the experiments without their script. */
async function catalogue() {
  const all = await Promise.all(Object.keys(EXPERIMENTS).map(loadExperiment));
  return all.map(({ kind, title, about, controls }) => ({ kind, title, about, controls }));
}

const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
await mkdir(out, { recursive: true });
for (const name of await readdir(out)) await rm(join(out, name));

const bundle = Buffer.from(await buildBundle());
const preference = await writeWheel(
  out,
  {
    name: 'lectern-preference',
    version,
    summary: 'Preference learning in a browser: reward models, DPO, PPO and GRPO'
  },
  [
    ...(await packageFiles('preference')),
    ['lectern/preference/_lectern_preference.js', bundle],
    ['lectern/preference/_experiments.json', Buffer.from(JSON.stringify(await catalogue()))]
  ]
);
const widget = fileURLToPath(import.meta.resolve('@lectern/preference/widget'));
const experiments = await writeWheel(
  out,
  {
    name: 'lectern-experiments',
    version,
    summary: 'Experiments with preference learning, as widgets',
    requires: [`lectern-preference==${version}`, 'anywidget>=0.9']
  },
  [
    ...(await packageFiles('experiments')),
    ['lectern/experiments/experiments.js', await readFile(widget)]
  ]
);
const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1024).toFixed(0)} KB`;
for (const path of [preference, experiments]) {
  console.log(`${path.slice(out.length + 1)}: ${kilobytes((await stat(path)).size)}`);
}
console.log(`the library inside: ${kilobytes(gzipSync(bundle, { level: 9 }).length)} gzipped`);
