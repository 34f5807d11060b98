/** What is pressed before Python is there: nothing is lost, and nothing is thrown. The host holds Python back until told. */

import { expect, test } from '@playwright/test';
import { LessonPage } from '../lesson-page.js';
import { noteProblems } from '../problems.js';
import { buildLesson, serveStatic, type StaticHost } from '../site.js';

const LESSON = `---
id: early
title: Early
---

# Early

\`\`\`python
print("first")
\`\`\`

\`\`\`python
print("second")
\`\`\`

:::quiz{id=early}
Is Python there?

- [ ] Yes
- [x] Not yet
:::

\`\`\`python
import lectern.preference as pref

experiment = pref.experiment("best-of-n")
experiment
\`\`\`

\`\`\`python
input("Go on? ")
\`\`\`
`;

let host: StaticHost;
/** What the kernel is made of is sent when this is fulfilled. */
let python: Promise<void>;
let sendPython: () => void;

test.beforeAll(async () => {
  host = await serveStatic(buildLesson('early', LESSON), '/', {
    delays: (path) => (/^\/static\/instant-kernel\/snapshot/.test(path) ? python : undefined)
  });
});
test.afterAll(() => host.close());

class EarlyPage extends LessonPage {
  override async open(): Promise<void> {
    python = new Promise((resolve) => (sendPython = resolve));
    await this.page.addInitScript(noteProblems);
    await this.page.goto(`${host.url}notebooks/index.html?path=early.ipynb`);
    await expect(this.codeCell(0)).toBeVisible();
  }

  async choose(menu: string, item: string): Promise<void> {
    await this.page.getByRole('menuitem', { name: menu, exact: true }).click();
    await this.page.getByRole('menuitem', { name: item, exact: true }).click();
  }
  /** In command mode. */
  async keys(...keys: string[]): Promise<void> {
    await this.page.keyboard.press('Escape');
    for (const key of keys) await this.page.keyboard.press(key);
  }
  async nothingThrown(): Promise<void> {
    const problems = await this.page.evaluate(() => globalThis.lecternProblems);
    // JupyterLab's own, of any restart: it had asked the former kernel who it is.
    const others = problems.filter((text) => !text.includes('Canceled future for kernel_info'));
    expect(others).toEqual([]);
  }
}

test('Run All: every cell waits, and runs in its order', async ({ page }) => {
  const early = new EarlyPage(page);
  await early.open();
  await early.runAll();
  await expect(early.prompt(0)).toHaveText('[*]:');
  await expect(early.prompt(1)).toHaveText('[*]:');
  sendPython();
  await expect(early.output(1)).toHaveText('second');
  await expect(early.output(0)).toHaveText('first');
  await expect(early.prompt(1)).toHaveText('[2]:');
  await early.nothingThrown();
});

test('Restart, and Restart and Run All', async ({ page }) => {
  const early = new EarlyPage(page);
  await early.open();
  await early.run(early.codeCell(0));
  await early.keys('0', '0');
  await page.getByRole('button', { name: 'Confirm Kernel Restart' }).click();
  // What waited for the former Python is not run by the next, as with any restart.
  await expect(early.prompt(0)).toHaveText('[ ]:');
  await early.choose('Kernel', 'Restart Kernel and Run All Cells…');
  await page.getByRole('button', { name: 'Confirm Kernel Restart' }).click();
  sendPython();
  await expect(early.output(0)).toHaveText('first');
  await expect(early.output(1)).toHaveText('second');
  await early.nothingThrown();
});

test('Interrupt: what waits is not run, and what is run later is', async ({ page }) => {
  const early = new EarlyPage(page);
  await early.open();
  await early.run(early.codeCell(0));
  await early.run(early.codeCell(1));
  await expect(early.prompt(1)).toHaveText('[*]:');
  await early.keys('i', 'i');
  sendPython();
  await expect(early.prompt(1)).not.toHaveText('[*]:');
  await expect(early.prompt(0)).not.toHaveText('[*]:');
  await expect(early.output(0).filter({ hasText: 'first' })).toHaveCount(0);
  await early.run(early.codeCell(1));
  await expect(early.output(1)).toHaveText('second');
  await early.nothingThrown();
});

test('Save, and a quiz’s Check: Python has no part in them', async ({ page }) => {
  const early = new EarlyPage(page);
  await early.open();
  await early.type(early.codeCell(0), 'print("written early")');
  await page.keyboard.press('ControlOrMeta+s');
  const quiz = page.getByRole('region', { name: 'Quiz' });
  await quiz.getByRole('radio').nth(1).check();
  await quiz.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(quiz.getByRole('status')).toHaveAttribute('data-verdict', 'passed');
  await early.nothingThrown();
  // Kept by then, at the latest: the checked quiz is saved at once.
  await expect(page.locator('.jp-NotebookCheckpoint, .jp-mod-dirty')).toHaveCount(0);
  await page.reload();
  await expect(early.codeCell(0).locator('.cm-content')).toHaveText('print("written early")');
  await expect(quiz.getByRole('status')).toHaveAttribute('data-verdict', 'passed');
  sendPython();
});

test('an experiment’s slider, moved while Python is busy', async ({ page }) => {
  const early = new EarlyPage(page);
  await early.open();
  sendPython();
  await early.runAll();
  // Python is busy until it is answered.
  const answer = early.codeCell(3).locator('.jp-Stdin-input');
  await expect(answer).toBeVisible();
  const slider = early.codeCell(2).getByRole('slider', { name: 'Possible responses' });
  await slider.press('Home');
  const moved = await slider.getAttribute('aria-valuetext');
  await answer.fill('yes');
  await answer.press('Enter');
  await early.type(early.codeCell(0), 'print(experiment.settings["responses"])');
  // A widget sends one change at a time, and this one waits for the former to be taken in.
  await expect(async () => {
    await early.run(early.codeCell(0));
    await expect(early.output(0)).toHaveText(moved!, { timeout: 3_000 });
  }).toPass();
  await expect(slider).toHaveAttribute('aria-valuetext', moved!);
  await early.nothingThrown();
});
