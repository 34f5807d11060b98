/** The main job, in Firefox: as ../journeys/first-visit.spec.ts has it in Chromium. */

import { expect, test } from '@playwright/test';
import type { Browser } from 'puppeteer-core';
import { RIGHT, WRONG } from '../answers.js';
import { serveStatic, SITE, type StaticHost } from '../site.js';
import { FirefoxLesson, launchFirefox } from './firefox-page.js';

let host: StaticHost;
let browser: Browser;
test.beforeAll(async () => {
  test.setTimeout(300_000); // Firefox may have to be installed
  host = await serveStatic(SITE);
  browser = await launchFirefox();
});
test.afterAll(async () => {
  await browser?.close();
  await host?.close();
});

test('from the catalogue to a verdict, and back the next day, in Firefox', async () => {
  const page = await browser.newPage();
  const lesson = new FirefoxLesson(page);
  await test.step('the catalogue lists the lesson', async () => {
    await page.goto(host.url);
    await lesson.followLink('Whose Taste? Scoring Recipes by Preference');
    await lesson.shown();
  });
  await test.step('its code runs', async () => {
    await lesson.runAll();
    const patience = { timeout: 300_000 }; // a kernel started from nothing, on a busy machine
    await expect.poll(() => lesson.output('first'), patience).toBe('0.731');
    await expect.poll(() => lesson.output('challenge'), patience).toContain('Winner:');
  });
  await test.step('a wrong answer is told what is wrong', async () => {
    await lesson.expectVerdict('');
    await lesson.answer(WRONG);
    await lesson.check();
    await lesson.expectVerdict('failed');
    expect(await lesson.text()).toMatch(/score\(".*"\) gave .*, expected -?\d/);
  });
  await test.step('the right answer passes', async () => {
    await lesson.answer(RIGHT);
    await lesson.check();
    await lesson.expectVerdict('passed');
  });
  await test.step('after a reload the work is still there', async () => {
    await lesson.reload();
    await lesson.shown();
    await lesson.expectVerdict('passed');
    expect(await lesson.source()).toContain('total -= 3.0');
    expect(await lesson.output('first')).toBe('0.731');
  });
});
