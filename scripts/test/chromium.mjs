// @ts-check
/** Finds a Chromium for the browser journeys, or installs Debian's where that needs no question. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run, SetupError, step } from '../setup/step.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/** @returns {Promise<string>} the path of its executable */
export async function findOrInstallChromium() {
  const found = find();
  if (found !== null) return found;
  const canInstall = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (!canInstall) {
    throw new SetupError(
      'The browser journeys need Chromium, and none was found. Install it (Debian and Ubuntu: "sudo apt-get install chromium"), or set LECTERN_CHROMIUM to its path.'
    );
  }
  await step('Installing Chromium (apt-get install chromium)', async () => {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    await run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
      { env }
    );
  });
  const installed = find();
  if (installed === null)
    throw new SetupError('Chromium was installed and still is not on the PATH.');
  return installed;
}

/** @returns {string | null} */
function find() {
  const named = process.env['LECTERN_CHROMIUM'];
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new SetupError(`LECTERN_CHROMIUM names ${named}, and there is no such file.`);
  }
  for (const name of NAMES) {
    const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  return PATHS.find((path) => existsSync(path)) ?? null;
}
