/** Preference learning from Python: in the deployed site, with no other host to be reached. */

import { expect, test, type Locator, type Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { buildSite, serveStatic, type StaticHost } from '../site.js';

const COURSE = fileURLToPath(new URL('../preference', import.meta.url));
const SITE = fileURLToPath(new URL('../../.cache/ui-tests/preference-site', import.meta.url));

let host: StaticHost;
test.beforeAll(async () => {
  buildSite(COURSE, SITE);
  host = await serveStatic(SITE);
});
test.afterAll(() => host.close());

/** The addresses that are asked for, and whether any is elsewhere. */
function requestsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  return asked;
}

const output = (page: Page, cell: number): Locator =>
  page.locator('.jp-Notebook .jp-CodeCell').nth(cell).locator('.jp-OutputArea-output');

test('a learner trains a policy by DPO from a cell', async ({ page }) => {
  const asked = requestsOf(page);
  await page.goto(`${host.url}notebooks/index.html?path=preference.ipynb`);
  await expect(page.getByRole('paragraph').filter({ hasText: 'softmax over three' })).toBeVisible();
  const wheel = /lectern_preference.*\.whl/;
  expect(asked.filter((url) => wheel.test(url))).toEqual([]);
  await page.getByRole('menuitem', { name: 'Run', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Run All Cells', exact: true }).click();
  const table = output(page, 0).getByRole('table', { name: 'DpoTraining' });
  await expect(table.getByRole('columnheader', { name: 'rewards/margins' })).toBeVisible();
  await expect(table.getByRole('row').last()).toContainText('100');
  await expect(output(page, 1)).toHaveText(/^\[0\.\d+, 0\.\d+, 0\.\d+\]\s*$/);
  await expect(output(page, 2)).toHaveText('20');
  expect(asked.filter((url) => wheel.test(url))).toHaveLength(1);
  expect(asked.filter((url) => !url.startsWith(host.url) && !/^(blob|data):/.test(url))).toEqual(
    []
  );
});
