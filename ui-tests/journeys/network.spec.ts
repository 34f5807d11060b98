/** No request leaves the host; a site works under a sub-path, and with the network cut. */

import { expect, test, type Page } from '@playwright/test';
import { RIGHT } from '../answers.js';
import { LessonPage } from '../lesson-page.js';
import { serveStatic, SITE } from '../site.js';

/** Lets nothing but the host itself be reached, and notes who tried. */
async function cutOff(page: Page, hostUrl: string): Promise<string[]> {
  const tried: string[] = [];
  const { host } = new URL(hostUrl);
  await page.context().route(
    (url) => url.protocol.startsWith('http') && url.host !== host,
    (route) => {
      tried.push(route.request().url());
      return route.abort();
    }
  );
  return tried;
}

async function runAndCheck(lesson: LessonPage): Promise<void> {
  await lesson.run(lesson.codeCell(0));
  await expect(lesson.output(0)).toHaveText('0.731');
  await lesson.answer(RIGHT);
  await lesson.check.click();
  await lesson.expectVerdict('passed');
}

test('under a sub-path, with no other host to be reached', async ({ page }) => {
  const host = await serveStatic(SITE, '/some/course/');
  try {
    const tried = await cutOff(page, host.url);
    await page.goto(host.url);
    const lesson = new LessonPage(page);
    await page.getByRole('link', { name: /^Whose Taste/ }).click();
    await lesson.shown();
    await runAndCheck(lesson);
    expect(tried).toEqual([]);
  } finally {
    await host.close();
  }
});

for (const way of ['from the catalogue', 'by a link to the lesson']) {
  test(`a second visit works with the network cut, after a first ${way}`, async ({ page }) => {
    const host = await serveStatic(SITE);
    const lesson = new LessonPage(page);
    if (way === 'from the catalogue') await page.goto(host.url);
    await lesson.open(host.url);
    await runAndCheck(lesson);
    await page.waitForTimeout(3_000);
    await host.close();
    await page.context().setOffline(true);
    await page.goto(host.url);
    await page.getByRole('link', { name: /^Whose Taste/ }).click();
    await lesson.shown();
    await lesson.expectVerdict('passed');
    await lesson.type(lesson.codeCell(0), 'print(6 * 7)');
    await lesson.run(lesson.codeCell(0));
    await expect(lesson.output(0)).toHaveText('42');
    await lesson.check.click();
    await lesson.expectVerdict('passed');
  });
}
