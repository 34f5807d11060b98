/** Authors: the full lab, and a Markdown lesson opened as a notebook there. */

import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RIGHT } from '../answers.js';
import { LessonPage } from '../lesson-page.js';
import { COURSE, serveStatic, SITE, type StaticHost } from '../site.js';

let host: StaticHost;
test.beforeAll(async () => {
  host = await serveStatic(SITE);
});
test.afterAll(() => host.close());

test('a Markdown lesson offers "Open as lesson notebook"', async ({ page }) => {
  await page.goto(`${host.url}lab/index.html`);
  const files = page.getByRole('list', { name: 'File Browser' }).or(page.locator('.jp-DirListing'));
  await expect(files.first()).toBeVisible();
  // An author brings the lesson's source; the site itself never ships one.
  const chooser = page.waitForEvent('filechooser');
  await page
    .getByTitle('Upload Files')
    .or(page.getByRole('button', { name: 'Upload Files' }))
    .first()
    .click();
  await (
    await chooser
  ).setFiles({
    name: 'taste.md',
    mimeType: 'text/markdown',
    buffer: readFileSync(join(COURSE, 'canonical.md'))
  });
  const item = page.locator('.jp-DirListing-item', { hasText: 'taste.md' });
  await item.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Open as lesson notebook', exact: false }).click();
  // The lesson's own page tells of the problems that only running it shows, and opens its notebook.
  const lesson = new LessonPage(page);
  await lesson.shown();
  await lesson.answer(RIGHT);
  await lesson.check.click();
  await lesson.expectVerdict('passed');
  await expect(page.getByRole('tab', { name: 'taste-01.ipynb' })).toBeVisible();
});
