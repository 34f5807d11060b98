/** The main job: a newcomer opens a lesson, runs it, answers its challenge, and finds it all again. */

import { expect, test } from '@playwright/test';
import { RIGHT, WRONG } from '../answers.js';
import { LessonPage } from '../lesson-page.js';
import { serveStatic, SITE, type StaticHost } from '../site.js';

let host: StaticHost;
test.beforeAll(async () => {
  host = await serveStatic(SITE);
});
test.afterAll(() => host.close());

test('from the catalogue to a verdict, and back the next day', async ({ page }) => {
  const lesson = new LessonPage(page);
  await test.step('the catalogue lists the lesson', async () => {
    await page.goto(host.url);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.lesson .progress')).toBeHidden();
    await page.getByRole('link', { name: 'Whose Taste? Scoring Recipes by Preference' }).click();
    await lesson.shown();
  });
  await test.step('its code runs', async () => {
    await lesson.runAll();
    await expect(lesson.output(0)).toHaveText('0.731');
    await expect(lesson.challenge.locator('.jp-OutputArea-output').first()).toContainText(
      'Winner:'
    );
  });
  await test.step('a wrong answer is told what is wrong', async () => {
    await lesson.expectVerdict('');
    await lesson.answer(WRONG);
    await lesson.check.click();
    await lesson.expectVerdict('failed');
    await expect(lesson.challenge).toContainText(/score\(".*"\) gave .*, expected -?\d/);
    await expect(lesson.status).toContainText('Check again');
    await lesson.picture('verdict');
  });
  await test.step('the right answer passes', async () => {
    await lesson.answer(RIGHT);
    await lesson.check.click();
    await lesson.expectVerdict('passed');
  });
  await test.step('after a reload the work is still there', async () => {
    await page.waitForTimeout(2_000); // the autosave's own delay
    await page.reload();
    await lesson.shown();
    await lesson.expectVerdict('passed');
    expect(await lesson.source()).toContain('total -= 3.0');
    await expect(lesson.output(0)).toHaveText('0.731');
  });
  await test.step('the catalogue says how far it has come', async () => {
    await page.goto(host.url);
    await expect(page.locator('.lesson .progress')).toHaveText('Done');
    await expect(page.locator('.course-progress')).toHaveText('You have finished 1 of 1.');
  });
});

test('the unfinished starter is not attempted', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.open(host.url);
  await lesson.check.click();
  await lesson.expectVerdict('not-attempted');
});

test('hints come one at a time, the solution after a pass, and Reset can be undone', async ({
  page
}) => {
  const lesson = new LessonPage(page);
  await lesson.open(host.url);
  await lesson.button('Hint').click();
  await expect(lesson.challenge).toContainText('Look for the word');
  await expect(lesson.challenge).not.toContainText('take 3.0 away');
  await lesson.button('Hint').click();
  await expect(lesson.challenge).toContainText('take 3.0 away');
  await lesson.button('Solution').click();
  await expect(lesson.status).toContainText(/pass/i);
  await lesson.answer(RIGHT);
  await lesson.check.click();
  await lesson.expectVerdict('passed');
  await lesson.button('Solution').click();
  await expect(lesson.challenge).toContainText('print(best)');
  await lesson.button('Reset').click();
  expect(await lesson.source()).toContain('YOUR CODE HERE');
  await lesson.button('Undo').click();
  expect(await lesson.source()).toContain('total -= 3.0');
});

test('everything can be done from the keyboard', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.open(host.url);
  await lesson.answer(RIGHT);
  await page.keyboard.press('ControlOrMeta+Shift+c');
  await page.keyboard.type('check challenge');
  await expect(page.locator('.lm-CommandPalette-item').first()).toContainText('Check Challenge');
  await page.keyboard.press('Enter');
  await lesson.expectVerdict('passed');
  await lesson.check.focus();
  await page.keyboard.press('Tab');
  await expect(lesson.button('Hint')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lesson.challenge).toContainText('Look for the word');
});

test('the challenge is a region with one status', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.open(host.url);
  await expect(page.getByRole('region', { name: /^Challenge: / })).toHaveCount(1);
  await expect(lesson.status).toHaveCount(1);
  for (const name of ['Check', 'Hint', 'Solution', 'Reset']) {
    await expect(lesson.button(name)).toBeVisible();
  }
});
