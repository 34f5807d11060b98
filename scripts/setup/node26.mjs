// @ts-check
/** Node 26, for the tests of what stands in for Deno: in a folder where no script takes it for the clone's own node. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { node26, noNode26 } from '../../packages/grader/test/attack-harness/node26.mjs';
import { root, run, step } from './step.mjs';

export async function installNode26() {
  if (noNode26() !== null || existsSync(node26)) return;
  const folder = join(root, 'packages/grader/test/node26');
  await step('Installing Node 26 for the tests', () =>
    run('npm', ['ci', '--prefix', folder, '--no-bin-links', '--ignore-scripts'])
  );
}
