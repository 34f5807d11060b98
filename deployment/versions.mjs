// @ts-check
/** Reads the versions that the site's parts must agree on, each from the one place that pins it, and says where they drift. */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const KERNEL_EXTENSION = '@jupyterlite/pyodide-kernel-extension';
const DEPENDENCY_KINDS = ['dependencies', 'devDependencies', 'peerDependencies'];

/** The repository's root. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {object} Versions
 * @property {string} pyodide npm `pyodide`, as installed: what the site ships.
 * @property {string} kernelPyodide The Pyodide that the kernel extension was made with: its default `pyodideUrl`.
 * @property {string} jupyterliteCore PyPI `jupyterlite-core`, as pinned.
 * @property {string} pyodideKernel PyPI `jupyterlite-pyodide-kernel`, as pinned.
 * @property {string} jupyterlab The JupyterLab that jupyterlite-core's application reports.
 * @property {string} coreMeta npm `@jupyterlab/core-meta`: the shared packages that the extension is built against.
 */

/**
 * @param {{ root?: string, venv?: string }} [options] `venv`: where `deployment/requirements.txt` is installed.
 * @returns {{ versions: Versions, problems: string[] }} `problems` is empty when nothing drifts.
 * @throws when a file that names a version is missing: then the set-up has not been run.
 */
export function readVersions({ root = ROOT, venv = join(root, '.venv') } = {}) {
  const requirements = pythonPins(readFileSync(join(root, 'deployment/requirements.txt'), 'utf8'));
  const npmVersion = (/** @type {string} */ name) =>
    readJson(join(root, 'node_modules', name, 'package.json')).version;

  const extension = join(venv, 'share/jupyter/labextensions', KERNEL_EXTENSION);
  const schema = readJson(join(extension, 'static/schema/kernel.v0.schema.json'));
  const kernelPyodide = /\/pyodide\/v([^/]+)\//.exec(schema.properties.pyodideUrl.default)?.[1];
  if (!kernelPyodide) throw new Error(`${extension}: its schema names no Pyodide version`);

  /** @type {Versions} */
  const versions = {
    pyodide: npmVersion('pyodide'),
    kernelPyodide,
    jupyterliteCore: requirements.get('jupyterlite-core') ?? '',
    pyodideKernel: requirements.get('jupyterlite-pyodide-kernel') ?? '',
    jupyterlab: reportedJupyterLab(venv),
    coreMeta: npmVersion('@jupyterlab/core-meta')
  };
  const problems = [
    // The ABI is the same within a series (314.0.x), and npm may be a bug-fix release ahead of the kernel.
    ...differ(
      'the series of npm pyodide',
      series(versions.pyodide),
      'the series of the Pyodide that jupyterlite-pyodide-kernel was made with',
      series(versions.kernelPyodide)
    ),
    ...differ(
      'npm @jupyterlab/core-meta',
      versions.coreMeta,
      'the JupyterLab in jupyterlite-core',
      versions.jupyterlab
    ),
    ...differ(
      'jupyterlite-pyodide-kernel in requirements.txt',
      versions.pyodideKernel,
      'the one installed',
      readJson(join(extension, 'package.json')).version
    ),
    ...npmPinProblems(root, versions)
  ];
  return { versions, problems };
}

/**
 * The exact pins of a pip requirements file.
 * @param {string} text
 * @returns {Map<string, string>}
 */
export function pythonPins(text) {
  return new Map([...text.matchAll(/^([A-Za-z0-9._-]+)==([^\s\\;]+)/gm)].map(([, n, v]) => [n, v]));
}

/**
 * Every package.json that names `pyodide` or a package of JupyterLab's pins the version shipped.
 * @param {string} root
 * @param {Versions} versions
 * @returns {string[]}
 */
function npmPinProblems(root, versions) {
  const core = readJson(join(root, 'node_modules/@jupyterlab/core-meta/core.package.json'));
  /** @type {Map<string, string>} */
  const expected = new Map([['pyodide', versions.pyodide]]);
  for (const [name, range] of Object.entries(core.resolutions)) {
    if (name.startsWith('@jupyterlab/')) expected.set(name, String(range).replace(/^[~^]/, ''));
  }
  const manifests = ['package.json', ...packageManifests(root), 'ui-tests/package.json'];
  return manifests.flatMap((path) => {
    const manifest = readJson(join(root, path));
    const pins = [...DEPENDENCY_KINDS, 'overrides'].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {})
    );
    return pins.flatMap(([name, pin]) => {
      const version = expected.get(name);
      return version
        ? differ(`${name} in ${path}`, String(pin), 'the one this site is built with', version)
        : [];
    });
  });
}

/**
 * @param {string} root
 * @returns {string[]} The workspaces' package.json files, relative to the root.
 */
function packageManifests(root) {
  return readdirSync(join(root, 'packages'))
    .map((name) => `packages/${name}/package.json`)
    .filter((path) => existsSync(join(root, path)));
}

/**
 * The JupyterLab version inside jupyterlite-core's application archive.
 * @param {string} venv
 * @returns {string}
 */
function reportedJupyterLab(venv) {
  const packages = join(sitePackages(venv), 'jupyterlite_core');
  const archive = readdirSync(packages).find((name) => /^jupyterlite-app-.*\.tgz$/.test(name));
  if (!archive) throw new Error(`${packages}: holds no jupyterlite-app archive`);
  const text = execFileSync('tar', ['-xzOf', archive, 'package/jupyter-lite.json'], {
    cwd: packages
  });
  return JSON.parse(text.toString())['jupyter-config-data'].versionInfo['@jupyterlab/application']
    .version;
}

/**
 * @param {string} venv
 * @returns {string}
 */
function sitePackages(venv) {
  const lib = join(venv, 'lib');
  const python = existsSync(lib) && readdirSync(lib).find((name) => /^python3/.test(name));
  return python ? join(lib, python, 'site-packages') : join(venv, 'Lib/site-packages');
}

/**
 * @param {string} left
 * @param {string} leftVersion
 * @param {string} right
 * @param {string} rightVersion
 * @returns {string[]}
 */
function differ(left, leftVersion, right, rightVersion) {
  return leftVersion === rightVersion
    ? []
    : [`${left} is ${leftVersion}, ${right} is ${rightVersion}`];
}

/** @param {string} version `314.0.7` → `314.0` */
function series(version) {
  return version.split('.').slice(0, 2).join('.');
}

/**
 * @param {string} path
 * @returns {any}
 */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
