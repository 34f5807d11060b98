// @ts-check
/** What a clone does before one command of `lectern` runs. */

import { setUp } from './index.mjs';

/** @param {string[]} args the command's own */
export async function prepareClone(args) {
  if (process.env['LECTERN_SETUP'] === 'done') return;
  const [command] = args;
  const asksForHelp = args.includes('--help') || args.includes('-h');
  await setUp({ site: !asksForHelp && (command === 'start' || command === 'build') });
}
