// @ts-check
/** The Firefox of the main journey. */

import { findOrInstall } from './find-browser.mjs';

/** @returns {Promise<string>} the path of its executable */
export function findOrInstallFirefox() {
  return findOrInstall({
    title: 'Firefox',
    variable: 'LECTERN_FIREFOX',
    names: ['firefox-esr', 'firefox'],
    paths: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    debianPackage: 'firefox-esr',
    alsoInstall: ['fonts-dejavu-core']
  });
}
