// @ts-check
/** The worker of `first-scripts.mjs`: runs an app's bundle on a document that can only load scripts. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import vm from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { BASE } from './page-config.mjs';

/** @typedef {{ name: string, extension?: string, style?: string }} Extension */

/** How often the loop may turn without a script being asked for, before the bundle counts as done. */
const QUIET_TURNS = 200;

// When all its parts are there the application starts, and finds that this is no page.
process.on('unhandledRejection', () => undefined);
process.on('uncaughtException', () => undefined);

parentPort?.postMessage(await firstScripts(workerData));

/**
 * @param {{ shell: string, app: string, config: Record<string, unknown> }} options
 * @returns {Promise<string[]>}
 */
async function firstScripts({ shell, app, config }) {
  /** @type {string[]} */
  const asked = [];
  /** @type {Promise<void>[]} */
  const loads = [];
  const origin = 'http://localhost';
  const href = `${origin}${BASE}${app}/index.html`;

  /** @param {{ src: string, onload?: (event: object) => void, onerror?: (error: unknown) => void }} script */
  const load = async (script) => {
    const { pathname, search } = new URL(script.src, href);
    const path = pathname.slice(BASE.length);
    asked.push(`${path}${search}`);
    try {
      const text = await readFile(join(shell, path), 'utf8');
      document.currentScript = { tagName: 'SCRIPT', src: new URL(script.src, href).href };
      vm.runInContext(text, context, { filename: path });
      script.onload?.({ type: 'load' });
    } catch (error) {
      script.onerror?.(error);
    }
  };
  /** @param {any} script */
  const append = (script) => {
    // `src` may be set just after.
    loads.push(Promise.resolve().then(() => load(script)));
    return script;
  };
  const element = () => ({
    setAttribute(/** @type {string} */ name, /** @type {string} */ value) {
      Object.assign(this, { [name]: value });
    },
    getAttribute: () => null,
    addEventListener: () => undefined,
    classList: { add: () => undefined, remove: () => undefined }
  });
  const document = {
    /** @type {object | null} */
    currentScript: null,
    /** @type {object | null} */
    defaultView: null,
    readyState: 'complete',
    head: { appendChild: append, append },
    body: element(),
    getElementById: (/** @type {string} */ id) =>
      id === 'jupyter-config-data' ? { textContent: JSON.stringify(config) } : null,
    getElementsByTagName: () => [],
    querySelector: () => null,
    querySelectorAll: () => [],
    createElement: element,
    addEventListener: () => undefined
  };
  /** @type {Record<string, unknown>} */
  const globals = {
    ...{ URL, TextEncoder, TextDecoder, setTimeout, clearTimeout, queueMicrotask, document },
    // What the application says of a page that is none is of no interest.
    console: Object.fromEntries(
      ['log', 'warn', 'error', 'debug', 'info'].map((name) => [name, () => undefined])
    ),
    location: new URL(href),
    navigator: { userAgent: '' }
  };
  globals['self'] = globals['window'] = document.defaultView = globals;
  const context = vm.createContext(globals);
  append({ src: `../build/${app}/bundle.js` });

  const settled = async () => {
    for (let quiet = 0, seen = -1; quiet < QUIET_TURNS; quiet++) {
      await Promise.all(loads);
      await new Promise((resolve) => setImmediate(resolve));
      if (asked.length > seen) [seen, quiet] = [asked.length, 0];
    }
  };
  await settled();
  // The application's first act: it asks each extension for its plugins and its style.
  const extensions = /** @type {Extension[]} */ (config['federated_extensions']);
  for (const { name, extension, style } of extensions) {
    const container = /** @type {any} */ (globals['_JUPYTERLAB'])?.[name];
    for (const module of [extension, style])
      if (module) container?.get(module).catch(() => undefined);
  }
  await settled();
  return asked;
}
