// @ts-check
/** Writes the wheel: the Python package, the bundle inside it, and what a wheel says about itself. The same inputs give the same bytes. */

import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import yazl from 'yazl';
import { buildBundle } from './build-bundle.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const python = join(root, 'python');
const out = join(root, 'dist');
const PACKAGE = 'lectern/preference';

/** As the file system of MS-DOS, and so zip, begins; in local time, which is how zip reads it. */
const DATE = new Date(1980, 0, 1);

/** Of a text file's lines. @param {string[]} lines */
const text = (...lines) => Buffer.from(`${lines.join('\n')}\n`);

/** @returns {Promise<[name: string, content: Buffer][]>} */
async function packageFiles() {
  const names = (await readdir(join(python, PACKAGE), { recursive: true }))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.py') || name === 'py.typed')
    .sort();
  return Promise.all(
    names.map(
      /** @returns {Promise<[string, Buffer]>} */
      async (name) => [`${PACKAGE}/${name}`, await readFile(join(python, PACKAGE, name))]
    )
  );
}

/** The widget's script, which `@lectern/preference` builds; without it the wheel has no experiments. */
async function experimentFiles() {
  const source = join(root, '../preference/dist/experiments.js');
  const exists = await access(source).then(
    () => true,
    () => false
  );
  /** @type {[string, Buffer][]} */
  const files = exists ? [[`${PACKAGE}/_experiments.js`, await readFile(source)]] : [];
  return files;
}

/** @param {string} version */
function metadata(version) {
  const info = `lectern_preference-${version}.dist-info`;
  /** @type {[string, Buffer][]} */
  const files = [
    [
      `${info}/METADATA`,
      text(
        'Metadata-Version: 2.1',
        'Name: lectern-preference',
        `Version: ${version}`,
        'Summary: Preference learning in a browser: reward models, DPO, PPO and GRPO',
        'License: BSD-3-Clause',
        'Requires-Python: >=3.11',
        'Provides-Extra: experiments',
        "Requires-Dist: anywidget>=0.9; extra == 'experiments'"
      )
    ],
    [
      `${info}/WHEEL`,
      text('Wheel-Version: 1.0', 'Generator: lectern', 'Root-Is-Purelib: true', 'Tag: py3-none-any')
    ]
  ];
  return { info, files };
}

/** @param {[string, Buffer][]} files @param {string} info */
function record(files, info) {
  const lines = files.map(([name, content]) => {
    const hash = createHash('sha256').update(content).digest('base64url');
    return `${name},sha256=${hash},${content.length}`;
  });
  return text(...lines, `${info}/RECORD,,`);
}

const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const bundle = Buffer.from(await buildBundle());
const { info, files: about } = metadata(version);
/** @type {[string, Buffer][]} */
const files = [
  ...(await packageFiles()),
  [`${PACKAGE}/_lectern_preference.js`, bundle],
  ...(await experimentFiles()),
  ...about
];
files.push([`${info}/RECORD`, record(files, info)]);

const archive = new yazl.ZipFile();
for (const [name, content] of files) {
  archive.addBuffer(content, name, {
    mtime: DATE,
    mode: 0o100644,
    forceDosTimestamp: true,
    compressionLevel: 9
  });
}
archive.end();
const wheel = join(out, `lectern_preference-${version}-py3-none-any.whl`);
await mkdir(out, { recursive: true });
await pipeline(archive.outputStream, createWriteStream(`${wheel}.new`));
for (const name of await readdir(out)) {
  if (name.endsWith('.whl')) await rm(join(out, name));
}
await rename(`${wheel}.new`, wheel);
const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1024).toFixed(0)} KB`;
console.log(
  `wheel: ${kilobytes((await readFile(wheel)).length)}, its bundle ${kilobytes(gzipSync(bundle, { level: 9 }).length)} gzipped`
);
