// @ts-check
/** Finds a browser for the journeys, or installs Debian's where that needs no question. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run, SetupError, step } from '../setup/step.mjs';

/**
 * @typedef {object} Wanted
 * @property {string} title as people call it
 * @property {string} variable of the environment that may name its executable
 * @property {string[]} names on the PATH
 * @property {string[]} paths where else it may be
 * @property {string} debianPackage the first of those to install
 * @property {string[]} [alsoInstall]
 */

/** @param {Wanted} wanted @returns {Promise<string>} the path of its executable */
export async function findOrInstall(wanted) {
  const { title, variable, debianPackage, alsoInstall = [] } = wanted;
  const found = find(wanted);
  if (found !== null) return found;
  const canInstall = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (!canInstall) {
    throw new SetupError(
      `The browser journeys need ${title}, and none was found. Install it (Debian and Ubuntu: "sudo apt-get install ${debianPackage}"), or set ${variable} to its path.`
    );
  }
  await step(`Installing ${title} (apt-get install ${debianPackage})`, async () => {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    await run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', debianPackage, ...alsoInstall],
      { env }
    );
  });
  const installed = find(wanted);
  if (installed === null)
    throw new SetupError(`${title} was installed and still is not on the PATH.`);
  return installed;
}

/** @param {Wanted} wanted @returns {string | null} */
function find({ variable, names, paths }) {
  const named = process.env[variable];
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new SetupError(`${variable} names ${named}, and there is no such file.`);
  }
  for (const name of names) {
    const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  return paths.find((path) => existsSync(path)) ?? null;
}
