/** Run All Cells goes on after a cell that is meant to raise, and stops at one that is not. */

import { expect, test } from '@playwright/test';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LessonPage } from '../lesson-page.js';
import { buildSite, serveStatic, type StaticHost } from '../site.js';

const COURSE = fileURLToPath(new URL('../../.cache/ui-tests/raising-course', import.meta.url));
const SITE = fileURLToPath(new URL('../../.cache/ui-tests/raising-site', import.meta.url));

const LESSON = `---
id: raising
title: Raising
---

# Raising

\`\`\`python raises
1 / 0
\`\`\`

\`\`\`python
print("goes on")
\`\`\`

\`\`\`python
print("to be changed")
\`\`\`

\`\`\`python
print("the last")
\`\`\`
`;

let host: StaticHost;
test.beforeAll(async () => {
  rmSync(COURSE, { recursive: true, force: true });
  mkdirSync(COURSE, { recursive: true });
  writeFileSync(`${COURSE}/raising.md`, LESSON);
  buildSite(COURSE, SITE);
  host = await serveStatic(SITE);
});
test.afterAll(() => host.close());

test('a cell that is meant to raise does not stop what follows; another does', async ({ page }) => {
  const lesson = new LessonPage(page);
  await page.goto(`${host.url}notebooks/index.html?path=raising.ipynb`);
  const prompt = (index: number) => lesson.codeCell(index).locator('.jp-InputPrompt');
  const output = (index: number) => lesson.codeCell(index).locator('.jp-OutputArea-output');
  await expect(lesson.codeCell(3)).toBeVisible();
  await lesson.runAll();
  await expect(output(3)).toHaveText('the last');
  await expect(output(0)).toContainText('ZeroDivisionError');
  await expect(output(1)).toHaveText('goes on');
  await lesson.type(lesson.codeCell(2), 'raise ValueError("not meant")');
  await lesson.runAll();
  await expect(output(2)).toContainText('not meant');
  await expect(prompt(2)).toHaveText('[7]:');
  await expect(prompt(3)).toHaveText('[ ]:');
});
