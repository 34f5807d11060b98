/** A learner comes back to a lesson that was corrected meanwhile: it is offered, merged, explained, and can be undone. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { RIGHT } from '../answers.js';
import { LessonPage } from '../lesson-page.js';
import { COURSE, serveStatic, type StaticHost } from '../site.js';

const BIN = fileURLToPath(new URL('../../packages/cli/bin/lectern.mjs', import.meta.url));
const LESSON = readFileSync(join(COURSE, 'canonical.md'), 'utf8');
const NEW_PROSE = 'This sentence came with the new version.';
/** Other words, and another rule to program. */
const NEWER = LESSON.replace(
  'Every leaderboard is a palate.',
  `Every leaderboard is a palate. ${NEW_PROSE}`
)
  .replaceAll('- 3.0 for an apology', '- 4.0 for an apology')
  .replaceAll('total -= 3.0', 'total -= 4.0')
  .replace('beats(2.0, 1.0)', 'beats(3.0, 1.0)');

let folder: string;
let host: StaticHost;

function build(lesson: string): void {
  mkdirSync(join(folder, 'course'), { recursive: true });
  writeFileSync(join(folder, 'course/canonical.md'), lesson);
  const args = [BIN, 'build', join(folder, 'course'), '--output', join(folder, 'site')];
  execFileSync(process.execPath, args, { stdio: 'ignore' });
}

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-upgrade-'));
  build(LESSON);
  host = await serveStatic(join(folder, 'site'));
});
test.afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

async function writeNote(page: Page, text: string): Promise<void> {
  await page.locator('.jp-Notebook .jp-MarkdownCell').first().click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await page.keyboard.press('m');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.jp-RenderedMarkdown', { hasText: text })).toBeVisible();
}

test('the corrected lesson comes in, the learner’s work stays, and undo brings the old back', async ({
  page
}) => {
  test.slow(); // five visits
  const lesson = new LessonPage(page);
  const note = page.locator('.jp-RenderedMarkdown', { hasText: 'Remember the soup.' });
  const newProse = page.locator('.jp-RenderedMarkdown', { hasText: NEW_PROSE });
  const offer = page.getByText('A newer version of this lesson is here', { exact: false });
  const kept = page.locator('.jp-Cell[data-lectern-kind="kept"]');
  const toast = page.locator('.Toastify__toast');

  await test.step('answer, pass, and take a note', async () => {
    await lesson.open(host.url);
    await lesson.answer(RIGHT);
    await lesson.check.click();
    await lesson.expectVerdict('passed');
    await lesson.type(lesson.codeCell(0), 'print("my own line")');
    await writeNote(page, 'Remember the soup.');
    await page.waitForTimeout(2_000); // the autosave's own delay
    await expect(offer).toHaveCount(0);
  });

  await test.step('a newer lesson is offered, and can wait', async () => {
    build(NEWER);
    await page.reload();
    await lesson.shown();
    // It came with a new release of the site, which is fetched meanwhile.
    await toast.getByText('A new version of this course is ready', { exact: false }).waitFor();
    const reloaded = page.waitForEvent('load');
    await toast.getByRole('button', { name: 'Reload' }).click();
    await reloaded;
    await lesson.shown();
    await expect(offer.first()).toBeVisible();
    await expect(newProse).toHaveCount(0);
    await toast.getByRole('button', { name: 'Not now' }).click();
    await expect(toast).toHaveCount(0);
    await lesson.expectVerdict('passed');
  });

  await test.step('it comes in, and the work stays', async () => {
    await page.reload();
    await lesson.shown();
    await toast.getByRole('button', { name: 'Update' }).click();
    await expect(toast.getByText('The lesson is updated', { exact: false })).toBeVisible();
    await expect(note).toHaveCount(1);
    await lesson.shown();
    expect(await lesson.source()).toContain('total -= 3.0');
    await expect(lesson.status).toContainText('This challenge has changed.');
    await expect(newProse).toHaveCount(1);
    // Changed by both: the lesson's line is in its cell, the learner's in one after it.
    await expect(lesson.codeCell(0)).toContainText('beats(3.0, 1.0)');
    await expect(kept).toContainText('my own line');
    await kept.scrollIntoViewIfNeeded();
    await page.screenshot({ path: test.info().outputPath('updated.png') });
    await page.waitForTimeout(2_000);
  });

  await test.step('it says what changed', async () => {
    await toast.getByRole('button', { name: 'What changed' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Challenge: A Scoring Rule (your answer)');
    await expect(dialog).toContainText('Transfer');
    await expect(dialog).toContainText('canonical (before update,');
    await page.screenshot({ path: test.info().outputPath('changes.png') });
    await dialog.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('undo brings the old back, also after a reload', async () => {
    await toast.getByRole('button', { name: 'Undo' }).click();
    await expect(newProse).toHaveCount(0);
    await lesson.expectVerdict('passed');
    await page.waitForTimeout(2_000);
    await page.reload();
    await lesson.shown();
    await lesson.expectVerdict('passed');
    await expect(note).toHaveCount(1);
    await expect(kept).toHaveCount(0);
    await expect(lesson.codeCell(0)).toContainText('my own line');
    await expect(offer.first()).toBeVisible();
  });

  await test.step('what was updated stays after a reload, and is offered no more', async () => {
    await toast.getByRole('button', { name: 'Update' }).click();
    await expect(newProse).toHaveCount(1);
    await page.waitForTimeout(2_000);
    await page.reload();
    await lesson.shown();
    await expect(newProse).toHaveCount(1);
    await expect(lesson.status).toContainText('This challenge has changed.');
    await page.waitForTimeout(2_000);
    await expect(offer).toHaveCount(0);
  });
});
