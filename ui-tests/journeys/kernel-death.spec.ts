/** A kernel that dies says so, keeps the notebook, and another is there after one press. */

import { expect, test, type Locator } from '@playwright/test';
import { LessonPage } from '../lesson-page.js';
import { noteProblems } from '../problems.js';
import { serveStatic, SITE, type StaticHost } from '../site.js';
import { ISOLATED } from '../stock/pair.js';

let host: StaticHost;
let isolated: StaticHost;
const PYTHON = /^\/static\/(pyodide|instant-kernel\/snapshot)/;
let isRefused = false;
/** What Python is made of is answered, or refused, when this is fulfilled. */
let answered = Promise.resolve();
test.beforeAll(async () => {
  host = await serveStatic(SITE, '/', {
    refuses: (path) => isRefused && PYTHON.test(path),
    delays: (path) => (PYTHON.test(path) ? answered : undefined)
  });
  isolated = await serveStatic(SITE, '/', { headers: ISOLATED });
});
test.afterAll(async () => {
  await host.close();
  await isolated.close();
});

interface Deadly {
  name: string;
  source: string;
  notice: RegExp;
}

const OUT_OF_BOUNDS: Deadly = {
  name: 'memory that is not there',
  source: 'import ctypes\nctypes.string_at(0xfffffff0)',
  notice: /^Python met an error that it could not survive/
};
/** Large things first, which is sooner done; then what leaves no room for an answer. */
const LAST_BYTE: Deadly = {
  name: 'memory used up to the last byte',
  source: 'hoard = [bytearray(2**29) for _ in range(7)]\nx = None\nwhile True: x = [x]',
  notice: /^Python ran out of memory/
};
const DEADLY: Deadly[] = [
  OUT_OF_BOUNDS,
  {
    name: 'a program that exits',
    source: 'import os\nos._exit(1)',
    notice: /^Python has ended, since the program told it to/
  },
  {
    name: 'calls without end in C',
    source: 'x = []\nfor _ in range(10**6): x = [x]\nrepr(x)',
    notice: /^Python ran out of room for calls within calls/
  },
  {
    name: 'a worker that closes itself',
    source: 'import js\njs.close()',
    notice: /^Python has stopped/
  }
];

/** A lesson with a cell of the learner's own below the first. */
class DyingLesson extends LessonPage {
  override async open(siteUrl: string): Promise<void> {
    await this.page.addInitScript(noteProblems);
    await super.open(siteUrl);
    await this.shows(this.kept, 'print(40 + 2)', '42');
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('b');
  }

  get kept(): Locator {
    return this.codeCell(0);
  }
  get cell(): Locator {
    return this.codeCell(1);
  }
  get restart(): Locator {
    return this.page.getByRole('button', { name: 'Restart Python' });
  }

  /** Thrown in the page; what is thrown in the worker is what its Python died of. */
  problems(): Promise<string[]> {
    return this.page.evaluate(() => globalThis.lecternProblems);
  }

  async shows(cell: Locator, source: string, output: string): Promise<void> {
    await this.type(cell, source);
    await this.run(cell);
    await expect(cell.locator('.jp-OutputArea-output')).toHaveText(output);
  }

  async dies({ source, notice }: Deadly): Promise<void> {
    await this.type(this.cell, source);
    await this.run(this.cell);
    await expect(this.page.getByRole('alert').filter({ hasText: notice })).toBeVisible();
    await expect(this.cell.locator('.jp-InputPrompt')).toHaveText('[ ]:');
  }

  /** What was written and shown is there still. */
  async isKept({ source }: Deadly): Promise<void> {
    await expect(this.kept.locator('.cm-content')).toHaveText('print(40 + 2)');
    await expect(this.kept.locator('.jp-OutputArea-output')).toHaveText('42');
    const lines = await this.cell.locator('.cm-line').allInnerTexts();
    expect(lines.join('\n')).toBe(source);
  }
}

test('Python dies in each way it can, and is back after one press', async ({ page }) => {
  const lesson = new DyingLesson(page);
  await lesson.open(host.url);
  for (const deadly of DEADLY) {
    await test.step(deadly.name, async () => {
      await lesson.dies(deadly);
      if (process.env['PICTURES']) {
        await page.screenshot({ path: `${process.env['PICTURES']}/${deadly.name}.png` });
      }
      await lesson.restart.press('Enter');
      await expect(lesson.restart).toHaveCount(0);
      await lesson.isKept(deadly);
      await lesson.shows(lesson.cell, 'print("alive")', 'alive');
    });
  }
  expect(await lesson.problems()).toEqual([]);
});

test('the notebook’s own Restart brings Python back, and so does running cells', async ({
  page
}) => {
  const lesson = new DyingLesson(page);
  await lesson.open(host.url);

  await lesson.dies(OUT_OF_BOUNDS);
  await page.keyboard.press('Escape');
  await page.keyboard.press('0');
  await page.keyboard.press('0');
  await expect(lesson.restart).toHaveCount(0);
  await lesson.shows(lesson.cell, 'print("alive")', 'alive');

  await lesson.dies(OUT_OF_BOUNDS);
  await lesson.type(lesson.kept, 'kept = 42');
  await lesson.type(lesson.cell, 'print("of all:", kept)');
  await lesson.runAll();
  await expect(lesson.cell.locator('.jp-OutputArea-output')).toHaveText('of all: 42');
  await expect(lesson.restart).toHaveCount(0);
  expect(await lesson.problems()).toEqual([]);
});

test('on a host that isolates its pages', async ({ page }) => {
  const lesson = new DyingLesson(page);
  await lesson.open(isolated.url);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await lesson.dies(OUT_OF_BOUNDS);
  await lesson.restart.press('Enter');
  await lesson.isKept(OUT_OF_BOUNDS);
  await lesson.shows(lesson.cell, 'print("alive")', 'alive');
});

test('a Python that cannot be fetched says so, and starts on one press when it can', async ({
  page
}) => {
  isRefused = true;
  let refuse = (): void => undefined;
  answered = new Promise((resolve) => (refuse = resolve));
  const lesson = new LessonPage(page);
  await lesson.open(host.url);
  await lesson.type(lesson.codeCell(0), 'print("at last")');
  await lesson.run(lesson.codeCell(0));
  await expect(lesson.prompt(0)).toHaveText('[*]:');
  refuse();
  const notice = page.getByRole('alert').filter({ hasText: 'Python could not be started.' });
  await expect(notice).toBeVisible();
  isRefused = false;
  await page.getByRole('button', { name: 'Restart Python' }).press('Enter');
  await lesson.run(lesson.codeCell(0));
  await expect(lesson.output(0)).toHaveText('at last');
  await expect(notice).toHaveCount(0);
});

test('memory used up to the last byte', async ({ page }) => {
  const lesson = new DyingLesson(page);
  await lesson.open(host.url);
  await lesson.dies(LAST_BYTE);
  await lesson.restart.press('Enter');
  await lesson.isKept(LAST_BYTE);
  await lesson.shows(lesson.cell, 'print("alive")', 'alive');
  expect(await lesson.problems()).toEqual([]);
});

test('memory that Python is refused is an error of the program, and no death', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.open(host.url);
  const cell = lesson.codeCell(0);
  await lesson.type(cell, 'kept = 1\nhoard = [bytearray(2**31 - 100) for _ in range(2)]');
  await lesson.run(cell);
  await expect(cell.locator('.jp-OutputArea-output')).toContainText('MemoryError');
  await lesson.type(cell, 'print(kept)');
  await lesson.run(cell);
  await expect(cell.locator('.jp-OutputArea-output')).toHaveText('1');
  await expect(page.getByRole('button', { name: 'Restart Python' })).toHaveCount(0);
});
