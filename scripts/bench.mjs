// @ts-check
/**
 * `npm run bench [-- NAME…] [--json FILE]`: the measurements. A row is the median of at least five runs;
 * where there is a peer it is a ratio to it in the same run, interleaved, since machines are noisy. What cannot be
 * measured here says why, and has no row in the JSON.
 */

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setUp } from './setup/index.mjs';

const { values, positionals } = parseArgs({
  options: { json: { type: 'string' } },
  allowPositionals: true
});
await setUp({ site: true });
const rows = [
  ...(await import('./bench/parse.mjs')).default,
  ...(await import('./bench/check.mjs')).default,
  ...(await import('./bench/verdict.mjs')).default,
  ...(await import('./bench/grade.mjs')).default,
  ...(await import('./bench/start.mjs')).default,
  ...(await import('./bench/boot.mjs')).default,
  ...(await import('./bench/train.mjs')).default
];
const wanted = rows.filter(
  ({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part))
);
if (wanted.length === 0) {
  process.stderr.write(
    `lectern: no measurement is named so. There are: ${rows.map(({ name }) => name).join(', ')}.\n`
  );
  process.exit(2);
}

const ratios = [];
for (const { name, want, measure } of wanted) {
  const runs = await measure();
  if (typeof runs === 'string') {
    process.stdout.write(`– ${name}  not measured: ${runs}\n`);
    continue;
  }
  const value = runs.toSorted((a, b) => a - b)[Math.floor(runs.length / 2)] ?? NaN;
  const ok = want.startsWith('<=')
    ? value <= Number(want.slice(2))
    : value >= Number(want.slice(2));
  ratios.push({ name, value, want, ok, runs });
  process.stdout.write(
    `${ok ? '✓' : '✗'} ${name}  ${value.toFixed(3)}  (want ${want}; ${runs.map((run) => run.toFixed(2)).join(' ')})\n`
  );
}
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ ratios }, null, 2)}\n`);
process.exit(ratios.every(({ ok }) => ok) ? 0 : 1);
