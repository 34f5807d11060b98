/** The site changes while learners are there: they are told, nothing is mixed, and nothing is lost. */

import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { LessonPage } from '../lesson-page.js';
import {
  changedSite,
  fileFor,
  keptFiles,
  LATE,
  listFiles,
  NEW_TITLE,
  ReleaseHost,
  SCRIPT
} from '../release-host.js';
import { SITE } from '../site.js';

const READY = 'A new version of this course is ready.';
const GONE = 'something it needs is no longer there';
const FULL = 'This browser has no room to keep the course';

let folder: string;
let newSite: string;
let host: ReleaseHost;
let url: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-releases-'));
  newSite = await changedSite(join(folder, 'new'));
});
test.afterAll(() => rmSync(folder, { recursive: true }));
test.beforeEach(async () => {
  host = new ReleaseHost();
  url = await host.open(SITE);
});
test.afterEach(() => host.close());

const bar = (page: Page) => page.locator('.release-bar');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** The catalogue, with a worker in charge and all of it kept. */
async function visitCatalogue(page: Page): Promise<void> {
  await page.goto(url);
  await expect
    .poll(async () => Object.values(await keptFiles(page)).flat())
    .toEqual(['catalogue.css', 'catalogue.js', 'index.html', 'lab/favicon.ico', 'offline-page.js']);
}

test('a new version is offered in every tab, comes with a reload, and work is kept', async ({
  page,
  context
}) => {
  test.slow(); // three visits of a lesson
  const lesson = new LessonPage(page);
  const toast = page.locator('.Toastify__toast');
  await lesson.open(url);
  await expect.poll(async () => Object.values(await keptFiles(page)).flat()).toContain(SCRIPT);
  const catalogue = await context.newPage();
  await catalogue.goto(url);

  await test.step('it is offered', async () => {
    host.serve(newSite);
    await catalogue.reload();
    await expect(heading(catalogue)).not.toHaveText(NEW_TITLE);
    await expect(bar(catalogue)).toContainText(READY);
    await expect(toast.getByText(READY, { exact: false })).toBeVisible();
    await catalogue.screenshot({ path: test.info().outputPath('catalogue.png') });
    await catalogue.emulateMedia({ colorScheme: 'dark' });
    await catalogue.screenshot({ path: test.info().outputPath('catalogue-dark.png') });
    await page.screenshot({ path: test.info().outputPath('notebook.png') });
  });

  await test.step('one tab goes on with it, the other with the old one', async () => {
    await bar(catalogue).getByRole('button', { name: 'Reload' }).click();
    await expect(heading(catalogue)).toHaveText(NEW_TITLE);
    await expect(bar(catalogue)).toHaveCount(0);
    expect(await fileFor(catalogue, SCRIPT)).toContain('// new');
    expect(await fileFor(page, SCRIPT)).not.toContain('// new');
  });

  await test.step('what was typed a moment ago is there after the reload', async () => {
    await lesson.type(lesson.codeCell(0), 'print("typed a moment ago")');
    const reloaded = page.waitForEvent('load');
    await toast.getByRole('button', { name: 'Reload' }).click();
    await reloaded;
    await lesson.shown();
    await expect(lesson.codeCell(0)).toContainText('typed a moment ago');
    expect(await fileFor(page, SCRIPT)).toContain('// new');
  });

  await test.step('it is whole: it opens with the network cut', async () => {
    await context.setOffline(true);
    await page.reload();
    await lesson.shown();
    await expect(lesson.codeCell(0)).toContainText('typed a moment ago');
  });
});

test('half a new version is thrown away, and fetched at a later visit', async ({ page }) => {
  await visitCatalogue(page);
  expect(await fileFor(page, SCRIPT)).not.toContain('// new');
  const before = await keptFiles(page);
  host.serve(newSite);
  host.broken = [SCRIPT];
  host.asked.length = 0;
  await page.reload();
  await expect.poll(() => host.asked).toContain(SCRIPT);
  await expect.poll(() => keptFiles(page)).toEqual(before);
  await expect(bar(page)).toHaveCount(0);
  await page.reload();
  await expect(heading(page)).not.toHaveText(NEW_TITLE);
  expect(await fileFor(page, SCRIPT)).not.toContain('// new');

  host.broken = [];
  await page.reload();
  await bar(page).getByRole('button', { name: 'Reload' }).click();
  await expect(heading(page)).toHaveText(NEW_TITLE);
});

test('a file that only the new version has is not mixed into a page of the old one', async ({
  page
}) => {
  await visitCatalogue(page);
  host.serve(newSite);
  expect(await fileFor(page, LATE)).toBeNull();
  await expect(bar(page)).toContainText(GONE);
  await page.screenshot({ path: test.info().outputPath('gone.png') });
  await bar(page).getByRole('button', { name: 'Reload' }).click();
  await expect(heading(page)).toHaveText(NEW_TITLE);
  expect(await fileFor(page, LATE)).toContain('// new');
});

test('a browser without room says so once, and the lesson works from the network', async ({
  page,
  context
}) => {
  const origin = new URL(url).origin;
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 4_000_000 });
  const lesson = new LessonPage(page);
  const toast = page.locator('.Toastify__toast');
  await lesson.open(url);
  await expect(toast.getByText(FULL, { exact: false })).toContainText(/holds [\d.]+ MB/);
  await page.screenshot({ path: test.info().outputPath('full.png') });
  await expect.poll(async () => Object.values(await keptFiles(page)).flat()).toEqual([]);
  await page.reload();
  await lesson.shown();
  await lesson.type(lesson.codeCell(0), 'print(6 * 7)');
  await lesson.run(lesson.codeCell(0));
  await expect(lesson.output(0)).toHaveText('42');
  await expect(toast.getByText(FULL, { exact: false })).toHaveCount(0);
});

test('a site that is rebuilt while it is served shows at once', async ({ page }) => {
  const live = join(folder, 'live');
  cpSync(SITE, live, { recursive: true });
  await listFiles(live, { live: true });
  host.serve(live);
  await page.goto(url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  appendFileSync(join(live, 'index.html'), '<p>Just written.</p>');
  await page.reload();
  await expect(page.getByText('Just written.')).toBeVisible();
  expect(Object.values(await keptFiles(page)).flat()).toEqual([]);
});
