// @ts-check
/**
 * Shows that every attack of the corpus succeeds where nothing holds it, so that no test passes because its attack
 * is dull. Those whose place is Chromium are shown by the browser journey, with LECTERN_ALL_CONTROLS=1.
 * Writes what was seen into .cache/attacks-control.json. Words on the command line choose attacks by name.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Canaries } from '../../packages/grader/test/attack-harness/canaries.mjs';
import { noControl, runControl } from '../../packages/grader/test/attack-harness/control.mjs';
import { readCorpus } from '../../packages/grader/test/attack-harness/corpus.mjs';
import { installNode26 } from '../setup/node26.mjs';
import { root } from '../setup/step.mjs';

const AT_ONCE = 2;

const words = process.argv.slice(2);
const corpus = readCorpus().filter(
  ({ name, control }) =>
    control !== 'chromium' && (words.length === 0 || words.some((word) => name.includes(word)))
);
await installNode26();
const canaries = await new Canaries().open();
/** @type {Record<string, string[]>} */
const results = {};
const waiting = [...corpus];
let dull = 0;

async function work() {
  for (let attack = waiting.shift(); attack !== undefined; attack = waiting.shift()) {
    const reason = noControl(attack);
    if (reason !== null) {
      process.stdout.write(`- ${attack.name}: not shown: ${reason}\n`);
      continue;
    }
    const { seen, said } = await runControl(attack, canaries);
    results[attack.name] = seen;
    process.stdout.write(`${seen.length > 0 ? '✓' : '✗'} ${attack.name}: ${seen.join(', ')}\n`);
    if (seen.length > 0) continue;
    dull++;
    process.stdout.write(`${said.slice(0, 1_500).replace(/^/gm, '    ')}\n`);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, work));
canaries.close();
mkdirSync(join(root, '.cache'), { recursive: true });
writeFileSync(join(root, '.cache/attacks-control.json'), `${JSON.stringify(results, null, 2)}\n`);
process.stdout.write(`${Object.keys(results).length} attacks, ${dull} of them dull\n`);
process.exit(dull === 0 ? 0 : 1);
