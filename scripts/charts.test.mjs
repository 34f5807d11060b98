// @ts-check
/** What `npm run charts` draws, and says where it cannot. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lineChart } from '@lectern/preference/charts';
import { afterAll, expect, it } from 'vitest';

const script = fileURLToPath(new URL('./charts.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'charts-'));
afterAll(() => rmSync(folder, { recursive: true }));
const charts = (/** @type {string[]} */ ...args) =>
  spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', cwd: folder });

it('draws a chart, with its words', () => {
  const chart = lineChart({
    title: 'A line',
    x: { title: 'x' },
    y: { title: 'y' },
    series: [
      {
        name: 'one',
        points: [
          { x: 0, y: 1 },
          { x: 1, y: 3 }
        ]
      }
    ]
  });
  writeFileSync(join(folder, 'line.json'), JSON.stringify(chart));
  expect(charts('line.json', '--out', 'made')).toMatchObject({ status: 0, stderr: '' });
  const svg = readFileSync(join(folder, 'made', 'line.svg'), 'utf8');
  expect(svg).toContain('A line');
  expect(svg).toContain('one rises from 1 at 0 to 3 at 1.');
});

it.each([
  [[], /^usage: npm run charts [^\n]*\n$/],
  [['nothing'], /^charts: nothing: There is no experiment "nothing"; there are [^\n]*\n$/],
  [['nowhere.json'], /^charts: nowhere\.json: ENOENT[^\n]*\n$/]
])('refuses %j in one line', (args, message) => {
  expect(charts(...args)).toMatchObject({ status: 2, stderr: expect.stringMatching(message) });
});
