/** Quizzes of every kind: answered from the keyboard, told what is right, tried again, and found again. */

import { expect, test, type Locator, type Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { buildSite, serveStatic, type StaticHost } from '../site.js';

const COURSE = fileURLToPath(new URL('../quizzes', import.meta.url));
const SITE = fileURLToPath(new URL('../../.cache/ui-tests/quiz-site', import.meta.url));

let host: StaticHost;
test.beforeAll(async () => {
  buildSite(COURSE, SITE);
  host = await serveStatic(SITE);
});
test.afterAll(() => host.close());

class QuizPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto(`${host.url}notebooks/index.html?path=quizzes.ipynb`);
    await this.shown();
  }

  async shown(): Promise<void> {
    await expect(this.page.getByRole('region', { name: /^Quiz/ })).toHaveCount(5);
  }

  quiz(question: RegExp): Quiz {
    const group = this.page.getByRole('group', { name: question });
    return new Quiz(this.page.getByRole('region', { name: /^Quiz/ }).filter({ has: group }));
  }

  get single(): Quiz {
    return this.quiz(/prefers the first answer/);
  }
  get multiple(): Quiz {
    return this.quiz(/What does this print/);
  }
  get numeric(): Quiz {
    return this.quiz(/How much is/);
  }
  get text(): Quiz {
    return this.quiz(/in place of scores/);
  }
  get ungraded(): Quiz {
    return this.quiz(/trust the judge/);
  }
}

class Quiz {
  constructor(readonly region: Locator) {}

  button(name: string): Locator {
    return this.region.getByRole('button', { name, exact: true });
  }
  option(index: number): Locator {
    return this.region.getByRole('radio').or(this.region.getByRole('checkbox')).nth(index);
  }
  get field(): Locator {
    return this.region.getByRole('textbox');
  }
  async expectVerdict(verdict: string): Promise<void> {
    await expect(this.region.getByRole('status')).toHaveAttribute('data-verdict', verdict);
  }
}

test('a learner answers every kind from the keyboard, tries again, and finds it all after a reload', async ({
  page
}) => {
  const { keyboard } = page;
  const quizzes = new QuizPage(page);
  const { single, multiple, numeric, text, ungraded } = quizzes;
  await quizzes.open();

  await test.step('nothing in the page gives an answer away', async () => {
    await expect(page.locator('.jp-Notebook')).not.toContainText('above one half');
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  });

  await test.step('one of several: arrows choose, Enter checks, feedback is under the choice', async () => {
    await single.option(0).focus();
    await keyboard.press('Enter');
    await single.expectVerdict('not-attempted');
    await keyboard.press('Space');
    await keyboard.press('Enter');
    await single.expectVerdict('failed');
    await expect(single.region).toContainText('This holds when the second is preferred.');
    await expect(single.region).not.toContainText('above one half');
    await keyboard.press('ArrowDown');
    await expect(single.option(1)).toBeFocused();
    await expect(single.option(1)).toBeChecked();
    await single.expectVerdict('');
    await expect(single.region).not.toContainText('second is preferred');
    await keyboard.press('Enter');
    await single.expectVerdict('passed');
    await expect(single.option(1)).toBeFocused();
    await expect(single.region).toContainText('above one half');
    await expect(single.region).toContainText('Solved');
  });

  await test.step('several: Space chooses, part of the point is told', async () => {
    await multiple.option(0).focus();
    await keyboard.press('Space');
    await keyboard.press('Enter');
    await multiple.expectVerdict('failed');
    await expect(multiple.region).toContainText('0.5 of 1 point');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await keyboard.press('Tab');
    await expect(multiple.button('Check')).toBeFocused();
    await keyboard.press('Enter');
    await expect(multiple.region).toContainText('is the name, and not what it holds');
    await keyboard.press('Tab');
    await expect(multiple.button('Try again')).toBeFocused();
    await keyboard.press('Enter');
    await expect(multiple.option(0)).toBeFocused();
    await multiple.expectVerdict('');
    for (const index of [0, 1, 2]) await expect(multiple.option(index)).not.toBeChecked();
    await keyboard.press('Space');
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await keyboard.press('Enter');
    await multiple.expectVerdict('passed');
  });

  await test.step('a number: letters are typed, and not taken for shortcuts', async () => {
    await numeric.field.focus();
    // In command mode each of these would do something to the cell.
    await keyboard.type('abdxcyz0m');
    await expect(numeric.field).toHaveValue('abdxcyz0m');
    await keyboard.press('Enter');
    await numeric.expectVerdict('not-attempted');
    await expect(numeric.region).toContainText('This is not a number.');
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type('0.27');
    await keyboard.press('Enter');
    await numeric.expectVerdict('failed');
    await expect(numeric.region).toContainText('That is');
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type('0.731');
    await keyboard.press('Enter');
    await numeric.expectVerdict('passed');
    await expect(numeric.region).toContainText('Indeed: 0.731.');
    await expect(quizzes.page.getByRole('region', { name: /^Quiz/ })).toHaveCount(5);
  });

  await test.step('a text', async () => {
    await text.field.focus();
    await keyboard.type('Ratings');
    await keyboard.press('Enter');
    await text.expectVerdict('failed');
    await expect(text.region).toContainText('A rating is a score.');
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type(' PAIRS ');
    await keyboard.press('Enter');
    await text.expectVerdict('passed');
  });

  await test.step('one that is not graded', async () => {
    await ungraded.option(1).focus();
    await keyboard.press('Space');
    await ungraded.button('Check').press('Enter');
    await ungraded.expectVerdict('ungraded');
  });

  await test.step('after a reload it is all there', async () => {
    await multiple.option(2).check();
    await page.waitForTimeout(3_000); // what was not checked is kept soon, and then saved
    await page.reload();
    await quizzes.shown();
    await expect(single.option(1)).toBeChecked();
    await single.expectVerdict('passed');
    await expect(single.region).toContainText('above one half');
    await expect(multiple.option(2)).toBeChecked();
    await multiple.expectVerdict('');
    await expect(multiple.region).toContainText('Solved');
    await expect(numeric.field).toHaveValue('0.731');
    await numeric.expectVerdict('passed');
    await expect(text.field).toHaveValue(' PAIRS ');
    await ungraded.expectVerdict('ungraded');
  });
});

test('a double click or Enter on the cell does not open the source', async ({ page }) => {
  const quizzes = new QuizPage(page);
  await quizzes.open();
  const { region } = quizzes.single;
  await region.getByText('Choose one').dblclick();
  await region.press('Enter');
  await expect(region.locator('.cm-content')).toBeHidden();
  await expect(quizzes.single.option(0)).toBeVisible();
});
