/** What is pressed before anything is ready waits, and then happens; what never ends is stopped. */

import { expect, test } from '@playwright/test';
import { ERROR, RIGHT } from '../answers.js';
import { LessonPage } from '../lesson-page.js';
import { serveStatic, SITE, type StaticHost } from '../site.js';

let host: StaticHost;
test.beforeAll(async () => {
  host = await serveStatic(SITE);
});
test.afterAll(() => host.close());

test('Run and Check pressed at once are not lost', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.open(host.url);
  await lesson.run(lesson.codeCell(0));
  await lesson.answer(RIGHT);
  await lesson.check.click();
  await lesson.expectVerdict('checking');
  await lesson.expectVerdict('passed');
  await expect(lesson.output(0)).toHaveText('0.731');
});

test('an endless loop has its verdict in time, and the kernel keeps its variables', async ({
  page
}) => {
  const lesson = new LessonPage(page);
  await lesson.open(host.url);
  await lesson.type(lesson.codeCell(0), 'kept = 41');
  await lesson.run(lesson.codeCell(0));
  await expect(lesson.prompt(0)).toHaveText('[1]:');

  // With the sandbox ready, what is measured is the limit (10 s here) and what is added to it.
  await lesson.answer(ERROR);
  await lesson.check.click();
  await lesson.expectVerdict('error');
  await expect(lesson.challenge).toContainText("cannot access local variable 'totl'");
  await page.waitForTimeout(3_000);

  await lesson.answer('while True:\n    pass\n');
  await lesson.check.click();
  await lesson.expectVerdict('checking');
  const startedAt = Date.now();
  await lesson.expectVerdict('timed-out', { timeout: 20_000 });
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(2);
  console.log(`    measured: verdict ${seconds} s after Check, of a limit of 10 s`);

  await lesson.type(lesson.codeCell(0), 'print(kept + 1)');
  await lesson.run(lesson.codeCell(0));
  await expect(lesson.output(0)).toHaveText('42');
  await lesson.answer(RIGHT);
  await lesson.check.click();
  await lesson.expectVerdict('passed');
});
