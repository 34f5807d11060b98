// @ts-check
/**
 * `npm run golden -- FILE [--backend cpu|wasm|webgpu]`: evaluates a file of golden numbers with
 * `@lectern/preference`. Exit status: 0 when every case agrees, 1 when one does not, 2 when nothing was evaluated.
 */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BACKENDS, setBackend } from './golden/backend.mjs';
import { Refusal } from './golden/refusal.mjs';
import { setUp } from './setup/index.mjs';

const USAGE = `Usage: npm run golden -- FILE [--backend cpu|wasm|webgpu]

Evaluates every case of FILE, a JSON file of the schema { meta, <section>: [case, …] }, and compares it with what the
case expects: an error is |a − b| / max(1, |b|), and a case fails over 1e-5. Prints a line a section, then the totals.
`;

try {
  process.exitCode = await golden(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`golden: ${error.message}\n`);
  process.exitCode = 2;
}

/** @param {string[]} argv @returns {Promise<number>} the exit status */
async function golden(argv) {
  const { file, backend, help } = readArguments(argv);
  if (help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const numbers = readNumbers(file);
  await setUp({ packages: ['@lectern/preference'] });
  const { evaluateGolden, formatReport } = await import('@lectern/preference/golden');
  if (backend !== 'webgpu') await setBackend(backend);
  const report = await (backend === 'webgpu' ? onWebGpu(numbers) : evaluateGolden(numbers)).catch(
    (error) => {
      throw error instanceof Refusal ? error : new Refusal(`${file}: ${error.message}.`);
    }
  );
  process.stdout.write(`${formatReport(report)}\n`);
  return report.failed === 0 ? 0 : 1;
}

/** @param {unknown} numbers */
async function onWebGpu(numbers) {
  // It needs packages that are not there before the set-up.
  const { evaluateOnWebGpu } = await import('./golden/webgpu.mjs');
  const { report, adapter } = await evaluateOnWebGpu(numbers);
  process.stderr.write(`On WebGPU in Chromium (${adapter}); closed forms in float64 on the CPU.\n`);
  return report;
}

/** @param {string[]} argv */
function readArguments(argv) {
  let parsed;
  try {
    parsed = parseArgs({
      args: argv,
      options: {
        backend: { type: 'string', default: 'cpu' },
        help: { type: 'boolean', short: 'h' }
      },
      allowPositionals: true
    });
  } catch (error) {
    throw new Refusal(`${/** @type {Error} */ (error).message} Try --help.`);
  }
  const { values, positionals } = parsed;
  const { backend, help = false } = values;
  if (!help && positionals.length !== 1) throw new Refusal('name one file. Try --help.');
  if (!BACKENDS.includes(backend)) {
    throw new Refusal(`there is no backend ${backend}: choose one of ${BACKENDS.join(', ')}.`);
  }
  return { file: positionals[0] ?? '', backend, help };
}

/** @param {string} file @returns {unknown} */
function readNumbers(file) {
  let text;
  try {
    // npm runs scripts in the root of the package, whatever folder it was called from.
    text = readFileSync(resolve(process.env['INIT_CWD'] ?? process.cwd(), file), 'utf8');
  } catch (error) {
    throw new Refusal(`${file} cannot be read: ${/** @type {Error} */ (error).message}.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal(`${file} is no JSON: ${/** @type {Error} */ (error).message}.`);
  }
}
