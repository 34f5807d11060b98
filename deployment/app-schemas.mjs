// @ts-check
/**
 * The settings' schemas of one app's own plugins, with the defaults that they come to. JupyterLab compiles and
 * validates each schema in each page, used or not, only to find those defaults: 0.7 s of the notebook view.
 */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from './versions.mjs';

// Of the validator's own version.
const require = createRequire(join(ROOT, 'node_modules/@jupyterlab/settingregistry/package.json'));

const SHARED = 'build/schemas';
const FILES = ['all.json', 'all_federated.json'];

/** @typedef {{ id: string, schema: any, lecternDefaults?: unknown }} Plugin */

/**
 * Writes `<app>/schemas/`, for an app whose `settingsUrl` says so. Must run while the shell still has the app's
 * `package.json`, which names the extensions that it was made of.
 * @param {{ shell: string, app: string }} options
 */
export async function writeAppSchemas({ shell, app }) {
  const path = join(shell, app, 'package.json');
  const { jupyterlab } = JSON.parse(await readFile(path, 'utf8'));
  if (!Array.isArray(jupyterlab?.extensions)) {
    throw new Error(
      `${path} no longer names the app's extensions: adapt deployment/app-schemas.mjs`
    );
  }
  const extensions = new Set(jupyterlab.extensions);
  const [core = [], federated = []] = await Promise.all(
    FILES.map(async (name) => {
      /** @type {Plugin[]} */
      const schemas = JSON.parse(await readFile(join(shell, SHARED, name), 'utf8'));
      return schemas;
    })
  );
  // Those of the app's disabled plugins stay: others of the same extension read them.
  const own = core.filter(({ id }) => extensions.has(id.split(':')[0]));
  if (own.length === 0)
    throw new Error(`${app}/ has no settings: adapt deployment/app-schemas.mjs`);
  const overrides = await settingsOverrides(shell);
  await mkdir(join(shell, app, 'schemas'), { recursive: true });
  for (const [index, plugins] of [own, federated].entries()) {
    const complete = plugins.map((plugin) => withDefaults(plugin, overrides[plugin.id]));
    await writeFile(join(shell, app, 'schemas', FILES[index] ?? ''), JSON.stringify(complete));
  }
}

/**
 * @param {string} shell
 * @returns {Promise<Record<string, Record<string, unknown>>>} by plugin and setting
 */
async function settingsOverrides(shell) {
  const config = JSON.parse(await readFile(join(shell, 'jupyter-lite.json'), 'utf8'));
  return config['jupyter-config-data'].settingsOverrides ?? {};
}

/**
 * As JupyterLab's `DefaultSchemaValidator` composes them for a learner who changed nothing; @lectern/extension's
 * settings plugin reads them. A schema that the page transforms has none, since it is another by then.
 * @param {Plugin} plugin
 * @param {Record<string, unknown>} [overrides]
 * @returns {Plugin}
 */
function withDefaults(plugin, overrides = {}) {
  const schema = structuredClone(plugin.schema);
  if (schema['jupyter.lab.transform']) return plugin;
  for (const [setting, value] of Object.entries(overrides)) {
    schema.properties[setting].default = value;
  }
  const { default: Ajv } = require('ajv');
  const compose = new Ajv(/** @type {any} */ ({ useDefaults: true, strict: false })).compile(
    schema
  );
  const lecternDefaults = {};
  if (!compose(lecternDefaults)) {
    throw new Error(
      `${plugin.id}: its defaults do not match its schema: ${JSON.stringify(compose.errors)}`
    );
  }
  return { ...plugin, lecternDefaults };
}
