/** Run All Cells goes on after a cell that is meant to raise, and stops at one that is not. */

import { expect, test } from '@playwright/test';
import { LessonPage } from '../lesson-page.js';
import { buildLesson, serveStatic, type StaticHost } from '../site.js';

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
  host = await serveStatic(buildLesson('raising', LESSON));
});
test.afterAll(() => host.close());

test('a cell that is meant to raise does not stop what follows; another does', async ({ page }) => {
  const lesson = new LessonPage(page);
  await page.goto(`${host.url}notebooks/index.html?path=raising.ipynb`);
  await expect(lesson.codeCell(3)).toBeVisible();
  await lesson.runAll();
  await expect(lesson.output(3)).toHaveText('the last');
  await expect(lesson.output(0)).toContainText('ZeroDivisionError');
  await expect(lesson.output(1)).toHaveText('goes on');
  await lesson.type(lesson.codeCell(2), 'raise ValueError("not meant")');
  await lesson.runAll();
  await expect(lesson.output(2)).toContainText('not meant');
  await expect(lesson.prompt(2)).toHaveText('[7]:');
  await expect(lesson.prompt(3)).toHaveText('[ ]:');
});
