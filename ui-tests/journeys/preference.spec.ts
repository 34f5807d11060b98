/** Preference learning from Python: in the deployed site, with no other host to be reached. */

import { expect, test, type Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { LessonPage } from '../lesson-page.js';
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

/** The page as it is, for those who look at it: with PICTURES a folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

test('a learner trains policies from cells, and plays with an experiment', async ({ page }) => {
  const lesson = new LessonPage(page);
  const asked = requestsOf(page);
  const loaded = (name: RegExp): string[] => asked.filter((url) => name.test(url));
  await page.goto(`${host.url}notebooks/index.html?path=preference.ipynb`);
  await expect(page.getByRole('paragraph').filter({ hasText: 'softmax over three' })).toBeVisible();
  expect(loaded(/lectern_\w+.*\.whl|anywidget|jupyter-widgets/)).toEqual([]);
  await lesson.runAll();

  await test.step('DPO shows its metrics as a table', async () => {
    const table = lesson.output(0).getByRole('table', { name: 'DpoTraining' });
    await expect(table.getByRole('columnheader', { name: 'rewards/margins' })).toBeVisible();
    await expect(table.getByRole('row').last()).toContainText('100');
    await expect(lesson.output(1)).toHaveText(/^\[0\.\d+, 0\.\d+, 0\.\d+\]\s*$/);
  });
  await test.step('without await, too', () => expect(lesson.output(2)).toHaveText('20'));
  await test.step('GRPO learns from a reward in Python, and draws while it does', async () => {
    await expect(lesson.output(3).last()).toHaveText(/^True\s*$/);
    await expect(lesson.output(3).first().locator('svg, canvas').first()).toBeVisible();
  });
  await test.step('the experiment of the lesson runs, and says what it found', async () => {
    const frame = lesson.output(4).last();
    await expect(page.locator('.jp-CodeCell').nth(4).locator('.jp-InputPlaceholder')).toBeVisible();
    await frame.scrollIntoViewIfNeeded();
    await frame.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(frame.locator('p[role=status]')).toHaveText(/\d/);
    await expect(frame.getByRole('slider').first()).toBeVisible();
  });
  await picture(page, 'experiment');
  expect(loaded(/lectern_preference.*\.whl/)).toHaveLength(1);
  expect(loaded(/lectern_experiments.*\.whl/)).toHaveLength(1);
  expect(asked.filter((url) => !url.startsWith(host.url) && !/^(blob|data):/.test(url))).toEqual(
    []
  );
});
