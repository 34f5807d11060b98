// @ts-check
/** Gives a built JupyterLite site the instant kernel. */

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { BEST, compress } from './compress.mjs';

const HERE = fileURLToPath(new URL('..', import.meta.url));
const NAME = '@lectern/instant-kernel';
const TARGET = 'static/instant-kernel';
const STOCK = '@jupyterlite/pyodide-kernel-extension';
/** What the kernel installs by itself when the site does not have it loaded. */
export const KERNEL_PACKAGES = [
  'micropip',
  'piplite',
  'pyodide-kernel',
  'ipykernel',
  'comm',
  'jedi',
  'ipython'
];
/** Pages on which a kernel is started before it is asked for; on the others, when a file is opened by the address. */
const WARM = ['notebooks', 'consoles', 'repl'];

/**
 * @typedef {object} Made
 * @property {number} bytes Of the snapshot as it is sent.
 * @property {number} heapBytes Of the memory in it.
 * @property {number} modules Python modules in it.
 * @property {Record<string, string>} loadedPackages Packages in it.
 * @property {number} filesBytes Of the library files that follow it, as they are sent.
 */

/**
 * @param {{ site: string, cache: string, level?: number }} options `site`: a folder made by `jupyter lite build`, with
 *   its Pyodide inside (see the README); `cache`: where compressed snapshots are kept; `level`: Zstandard's, 1 to 22.
 * @returns {Promise<Made>}
 */
export async function addInstantKernel({ site, cache, level = BEST }) {
  const configPath = join(site, 'jupyter-lite.json');
  const config = JSON.parse(await readFile(configPath, 'utf8'));
  const data = config['jupyter-config-data'];
  const settings = data.litePluginSettings?.[`${STOCK}:kernel`] ?? {};
  const { pyodideUrl, loadPyodideOptions: { lockFileURL, packages = [] } = {} } = settings;
  if (!isInside(pyodideUrl) || !isInside(lockFileURL)) {
    throw new Error(
      `${configPath}: pyodideUrl and loadPyodideOptions.lockFileURL must name files of the site ("./…"): the snapshot is made from them`
    );
  }
  const workerScript = await stockWorker(site);
  const out = join(site, TARGET);
  await mkdir(out, { recursive: true });
  const wanted = [...new Set([...KERNEL_PACKAGES, ...packages])];
  const made = await snapshot({
    pyodide: join(site, posix.dirname(pyodideUrl)),
    lockFile: join(site, lockFileURL),
    packages: wanted,
    out,
    compression: { cache, level }
  });

  for (const name of await readdir(join(HERE, 'dist')))
    await cp(join(HERE, 'dist', name), join(out, name));
  const upTo = (/** @type {string} */ path) => posix.relative(TARGET, posix.normalize(path));
  const manifest = {
    version: made.version,
    loadedPackages: made.loadedPackages,
    standardLibrary: made.standardLibrary,
    placeholder: made.placeholder
  };
  await writeFile(
    join(out, 'config.js'),
    `export { loadPyodide, version } from '${upTo(pyodideUrl)}';
const url = (path) => new URL(path, import.meta.url).href;
export const manifest = {
  ...${JSON.stringify(manifest)},
  pyodideUrl: url('${upTo(posix.dirname(pyodideUrl))}/'),
  lockFileUrl: url('${upTo(lockFileURL)}'),
  snapshot: { url: url('${made.snapshot.name}'), bytes: ${made.snapshot.bytes} },
  filesUrl: url('${made.files.name}')
};
`
  );
  await writeFile(
    join(out, 'worker.js'),
    `import './begin.js';\nimport '${upTo(workerScript)}';\n`
  );

  settings.pyodideUrl = `./${TARGET}/pyodide.js`;
  settings.loadPyodideOptions.packages = wanted;
  data.federated_extensions = [
    ...(data.federated_extensions ?? []).filter((/** @type {any} */ { name }) => name !== NAME),
    await federate(site)
  ];
  await writeFile(configPath, `${JSON.stringify(config, null, 2)}\n`);
  await addFirstScript(site);
  return {
    bytes: made.snapshot.packed,
    heapBytes: made.heapBytes,
    modules: made.modules,
    loadedPackages: made.loadedPackages,
    filesBytes: made.files.packed
  };
}

/** @param {Made} made @returns {string} a line for the build's log */
export function describe({ bytes, heapBytes, modules, loadedPackages, filesBytes }) {
  const mb = (/** @type {number} */ number) => `${(number / 1e6).toFixed(1)} MB`;
  return (
    `Instant kernel: a snapshot of ${mb(heapBytes)} in ${mb(bytes)}, with ${modules} modules of Python and ` +
    `${Object.keys(loadedPackages).sort().join(', ')}; their files, for later, in ${mb(filesBytes)}`
  );
}

/** @param {unknown} url */
function isInside(url) {
  return typeof url === 'string' && url.startsWith('./');
}

/**
 * @param {string} site
 * @returns {Promise<string>} JupyterLite's own script of the kernel's worker, relative to the site
 */
async function stockWorker(site) {
  const folder = `extensions/${STOCK}/static`;
  const name = (await readdir(join(site, folder)).catch(() => [])).find((file) =>
    /^comlink\.worker\..*\.js$/.test(file)
  );
  if (name === undefined) {
    throw new Error(
      `${site} has no ${folder}/comlink.worker.….js: is it a JupyterLite 0.8 site with its Pyodide kernel?`
    );
  }
  return `${folder}/${name}`;
}

/**
 * Makes the snapshot, or takes the one that was made before of the same inputs.
 * @param {{ pyodide: string, lockFile: string, packages: string[], out: string,
 *   compression: { cache: string, level: number } }} options
 */
async function snapshot({ pyodide, lockFile, packages, out, compression }) {
  const made = await mkdtemp(join(tmpdir(), 'instant-kernel-'));
  try {
    const script = fileURLToPath(new URL('make-snapshot.mjs', import.meta.url));
    await promisify(execFile)(process.execPath, [script, pyodide, lockFile, made, ...packages], {
      maxBuffer: 1 << 26
    });
    const about = JSON.parse(await readFile(join(made, 'snapshot.json'), 'utf8'));
    const add = async (/** @type {string} */ name, /** @type {Uint8Array} */ bytes) => {
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
      const named = name.replace('.', `.${hash}.`);
      await writeFile(join(out, named), bytes);
      return { name: named, packed: bytes.length };
    };
    const image = await readFile(join(made, 'snapshot.bin'));
    return {
      ...about,
      snapshot: {
        ...(await add('snapshot.zst', await compress(image, compression))),
        bytes: image.length
      },
      files: await add('files.bin', await readFile(join(made, 'files.bin')))
    };
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}

/**
 * @param {string} site
 * @returns {Promise<object>} the plugin's entry in the site's list
 */
async function federate(site) {
  const built = join(HERE, 'labextension', NAME);
  await cp(built, join(site, 'extensions', NAME), { recursive: true });
  const { jupyterlab } = JSON.parse(await readFile(join(built, 'package.json'), 'utf8'));
  const { load, extension } = jupyterlab._build;
  return { name: NAME, load, extension };
}

/** @param {string} site */
async function addFirstScript(site) {
  for (const app of await readdir(site)) {
    const page = join(site, app, 'index.html');
    const html = await readFile(page, 'utf8').catch(() => '');
    if (!html.includes('jupyter-lite-main')) continue;
    const head = '<meta charset="utf-8">';
    if (!html.includes(head)) throw new Error(`${page}: not the page expected`);
    const warm = WARM.includes(app) ? 'data-warm' : 'data-warm="path"';
    const script = `<script src="../${TARGET}/start.js" ${warm}></script>`;
    await writeFile(page, html.replace(head, `${head}\n    ${script}`));
  }
}
