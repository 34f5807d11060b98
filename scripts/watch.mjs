// @ts-check
/**
 * `npm run watch`: serves a course as `npm start` does, and builds again what a change of our own sources
 * makes stale: packages, the site's shell, the site. Options are those of `lectern start`.
 */

import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup/step.mjs';

const WATCHED = ['packages', 'deployment'];
/** Build outputs, which must not cause another build. */
const IGNORED =
  /^[^/\\]+[/\\](lib|dist|labextension|sandbox(\.new)?|\.?shell[^/\\]*|node_modules|test)([/\\]|$)|tsbuildinfo|__pycache__|~$/;

let server = start(process.argv.slice(2));
/** @type {NodeJS.Timeout | undefined} */
let timer;
let building = Promise.resolve();

for (const folder of WATCHED) {
  watch(join(root, folder), { recursive: true }, (_event, name) => {
    if (IGNORED.test(String(name))) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(rebuild);
    }, 300);
  });
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);

async function rebuild() {
  process.stderr.write('· Sources have changed\n');
  server.removeAllListeners('close');
  server.kill('SIGINT');
  // In a process of its own: a build that fails ends that one, and the next change tries again.
  const failed = await new Promise((resolve) =>
    spawn(process.execPath, ['scripts/watch-build.mjs'], { cwd: root, stdio: 'inherit' }).on(
      'close',
      resolve
    )
  );
  if (failed) return;
  server = start(['--no-open', ...process.argv.slice(2)]);
}

/** @param {string[]} args */
function start(args) {
  const child = spawn(process.execPath, ['bin/lectern.mjs', 'start', ...args], {
    cwd: root,
    stdio: 'inherit'
  });
  child.on('close', (code) => process.exit(code ?? 0));
  return child;
}

function stop() {
  server.kill('SIGINT');
}
