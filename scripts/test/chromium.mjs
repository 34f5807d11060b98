// @ts-check
/** The Chromium of the browser journeys and measurements. */

import { findOrInstall } from './find-browser.mjs';

/** @returns {Promise<string>} the path of its executable */
export function findOrInstallChromium() {
  return findOrInstall({
    title: 'Chromium',
    variable: 'LECTERN_CHROMIUM',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    paths: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium'
    ],
    debianPackage: 'chromium',
    alsoInstall: ['fonts-dejavu-core']
  });
}
