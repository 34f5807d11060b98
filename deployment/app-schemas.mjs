// @ts-check
/** The settings' schemas of one app's own plugins: each page compiles all that it is given, used or not. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const SHARED = 'build/schemas';
const FILES = ['all.json', 'all_federated.json'];

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
      /** @type {{ id: string }[]} */
      const schemas = JSON.parse(await readFile(join(shell, SHARED, name), 'utf8'));
      return schemas;
    })
  );
  // Those of the app's disabled plugins stay: others of the same extension read them.
  const own = core.filter(({ id }) => extensions.has(id.split(':')[0]));
  if (own.length === 0)
    throw new Error(`${app}/ has no settings: adapt deployment/app-schemas.mjs`);
  await mkdir(join(shell, app, 'schemas'), { recursive: true });
  for (const [index, schemas] of [own, federated].entries()) {
    await writeFile(join(shell, app, 'schemas', FILES[index] ?? ''), JSON.stringify(schemas));
  }
}
