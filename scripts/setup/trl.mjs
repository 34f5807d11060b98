// @ts-check
/** TRL's wheels for the tests to read, not installed: scripts written for it must name arguments that it has. */

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, readStamp, root, run, step } from './step.mjs';

const REQUIREMENTS = 'packages/preference-python/trl-wheels.txt';
const FOLDER = '.cache/trl-wheels';
const STAMP = '.cache/setup/trl-wheels';

/** @param {string} python */
export async function downloadTrl(python) {
  const current = fingerprint([REQUIREMENTS]);
  if (existsSync(join(root, FOLDER)) && readStamp(STAMP) === current) return;
  mkdirSync(join(root, FOLDER), { recursive: true });
  await step('Downloading TRL’s source', () =>
    run(python, [
      ...['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--require-hashes'],
      ...['--no-deps', '--only-binary=:all:', '--dest', FOLDER, '--requirement', REQUIREMENTS]
    ])
  );
  mkdirSync(join(root, '.cache/setup'), { recursive: true });
  writeFileSync(join(root, STAMP), current);
}
