#!/usr/bin/env node
// @ts-check
/** `instant-kernel SITE`: gives a built JupyterLite site the instant kernel. */

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addInstantKernel, describe } from './add-to-site.mjs';
import { BEST } from './compress.mjs';

const USAGE = `Usage: instant-kernel SITE [--cache DIR] [--level N]

  SITE      a folder made by "jupyter lite build", with its Pyodide inside; changed in place
  --cache   where compressed snapshots are kept: compressing takes a minute (default: the system's temporary folder)
  --level   of Zstandard, 1 to ${BEST}: 3 takes a second, and makes the snapshot a third larger (default: ${BEST})`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      cache: { type: 'string', default: join(tmpdir(), 'instant-kernel-cache') },
      level: { type: 'string', default: String(BEST) },
      help: { type: 'boolean', short: 'h', default: false }
    }
  });
  const [site, ...more] = positionals;
  const level = Number(values.level);
  if (values.help) {
    console.log(USAGE);
  } else if (site === undefined || more.length > 0 || !(level >= 1 && level <= BEST)) {
    console.error(USAGE);
    process.exitCode = 2;
  } else {
    console.error(`Making the snapshot for ${site}: a minute or two …`);
    console.log(describe(await addInstantKernel({ site, cache: values.cache, level })));
  }
} catch (error) {
  console.error(`instant-kernel: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
