// @ts-check
/** The table of docs/startup.md, from what was measured. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../setup/step.mjs';
import { median, ratios } from './measure.mjs';

const PAGE = join(root, 'docs/startup.md');
const TABLE = /(?<=<!-- measured -->\n)[\s\S]*?(?=<!-- \/measured -->)/;

/** @type {{ what: string, unit: string, digits: number, of: (visits: import('./visit.mjs').Visits) => number }[]} */
const ROWS = [
  {
    what: 'First visit: the notebook can be clicked',
    unit: 's',
    digits: 1,
    of: ({ cold }) => cold.notebook
  },
  { what: 'First visit: first output', unit: 's', digits: 1, of: ({ cold }) => cold.output },
  {
    what: 'Second visit: the notebook can be clicked',
    unit: 's',
    digits: 1,
    of: ({ warm }) => warm.notebook
  },
  { what: 'Second visit: first output', unit: 's', digits: 1, of: ({ warm }) => warm.output },
  { what: 'Kernel restarted: next output', unit: 's', digits: 2, of: ({ restart }) => restart },
  {
    what: 'Bytes to the first output, compressed',
    unit: 'MB',
    digits: 1,
    of: ({ cold }) => cold.megabytesSent
  },
  { what: 'Memory of the page, first visit', unit: 'MB', digits: 0, of: ({ cold }) => cold.memory },
  { what: 'Memory of the page, second visit', unit: 'MB', digits: 0, of: ({ warm }) => warm.memory }
];

/** @param {import('./measure.mjs').Boot} boot */
export function table(boot) {
  const lines = ROWS.map(({ what, unit, digits, of }) => {
    const side = (/** @type {'stock' | 'ours'} */ name) =>
      `${median(boot.rounds.map((round) => of(round[name]))).toFixed(digits)} ${unit}`;
    const ratio = median(ratios(boot, of)).toFixed(2);
    return `| ${what} | ${side('stock')} | ${side('ours')} | ${ratio} |`;
  });
  const { rounds } = boot;
  const lost = (/** @type {'stock' | 'ours'} */ site) =>
    rounds.reduce((sum, { [site]: seen }) => sum + seen.cold.presses + seen.warm.presses - 2, 0);
  return [
    '| | plain JupyterLite | Lectern | ratio |',
    '| --- | ---: | ---: | ---: |',
    ...lines,
    '',
    `Medians of ${rounds.length} rounds; the ratio is the median of the rounds' ratios. Presses that were lost and made again: ${lost('stock')} in plain JupyterLite, ${lost('ours')} in Lectern.`,
    ''
  ].join('\n');
}

/** @param {import('./measure.mjs').Boot} boot */
export function writeTable(boot) {
  const page = readFileSync(PAGE, 'utf8');
  if (!TABLE.test(page)) throw new Error(`${PAGE} has no place for the table.`);
  writeFileSync(PAGE, page.replace(TABLE, table(boot)));
}
