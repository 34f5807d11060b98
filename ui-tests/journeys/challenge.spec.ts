/** What a learner meets at a challenge: what is asked, what was found, help after attempts, and lines that stay. */

import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Locator } from '@playwright/test';
import { LessonPage } from '../lesson-page.js';
import { buildSite, serveStatic, type StaticHost } from '../site.js';

const COURSE = fileURLToPath(new URL('../challenges', import.meta.url));
const SITE = fileURLToPath(new URL('../../.cache/ui-tests/challenge-site', import.meta.url));
const PATH = 'challenges.ipynb';

const FIRST_LOCKED = ['# --- locked', 'CUPS_IN_A_POT = 4', '# --- end'];
const LAST_LOCKED = [
  '# --- locked',
  'print("pots:", pots(9))',
  'print("price:", price(9, 2.5))',
  '# --- end'
];

const answer = (pots: string, price: string): string =>
  `def pots(cups):\n    return ${pots}\ndef price(cups, per_pot):\n    return ${price}`;
const POTS = '-(-cups // CUPS_IN_A_POT)';

let host: StaticHost;
test.beforeAll(async () => {
  buildSite(COURSE, SITE);
  host = await serveStatic(SITE);
});
test.afterAll(() => host.close());

class TeaPage extends LessonPage {
  get requirements(): Locator {
    return this.challenge.locator('.lectern-Check');
  }

  requirement(text: string | RegExp): Locator {
    return this.requirements.filter({ hasText: text });
  }

  /** Pastes over everything that can be pasted over, and checks it. */
  async tryOut(source: string, verdict: string): Promise<void> {
    await this.answer(source);
    await this.check.click();
    await this.expectVerdict(verdict);
  }

  async lines(): Promise<string[]> {
    return this.challenge.locator('.cm-line').allInnerTexts();
  }
}

function tea(page: TeaPage['page']): TeaPage {
  return new TeaPage(page, 'A Pot of Tea');
}

test('what is asked is there before the check, and what was found after it', async ({ page }) => {
  const lesson = tea(page);
  await lesson.open(host.url, PATH);
  await expect(lesson.requirements).toHaveCount(4);
  await expect(lesson.requirement('Prints what is asked for.')).toBeVisible();
  await expect(lesson.requirements.filter({ hasText: /passed|failed/ })).toHaveCount(0);

  await lesson.tryOut(answer(POTS, 'cups * per_pot'), 'failed');
  await expect(lesson.status).toContainText(
    '2 of 4 checks agree with your answer, worth 1 of 3 points'
  );
  const output = lesson.requirement('Prints what is asked for.');
  await expect(output).toHaveAttribute('open', '');
  const listing = output.getByLabel('Difference, line by line');
  await expect(listing).toContainText('−expected: price: 7.5');
  await expect(listing).toContainText('+yours: price: 22.5');
  await expect(lesson.requirement('price does')).toContainText(
    'price(9, 2.5) gave 22.5, expected 7.5'
  );
  // One line, with more behind it.
  const passed = lesson.requirement('pots does');
  await expect(passed).not.toHaveAttribute('open');
  await passed.locator('summary').press('Enter');
  await expect(passed).toContainText(/all \d+ calls/);
});

test('an error is told once, explained, with a way to its line', async ({ page }) => {
  const lesson = tea(page);
  await lesson.open(host.url, PATH);
  await lesson.tryOut(answer('cup // 4', '1'), 'error');
  const happened = lesson.challenge.getByRole('region', { name: 'What happened' });
  await expect(happened).toContainText('NameError');
  await expect(happened).toContainText('Did you mean cups?');
  await expect(lesson.requirement('not checked')).toHaveCount(3);
  await happened.getByRole('button', { name: /^Go to line \d+$/ }).press('Enter');
  await page.keyboard.insertText('# here: ');
  expect(await lesson.lines()).toContain('    # here: return cup // 4');
});

test('hints are offered after attempts, and the solution is counted down to', async ({ page }) => {
  const lesson = tea(page);
  await lesson.open(host.url, PATH);
  await lesson.tryOut(answer('1', '1'), 'failed');
  await expect(lesson.status).toContainText(
    '1 attempt. Hint 1 of 3 is there. The Solution opens after 2 more different attempts.'
  );
  await expect(lesson.button('Hint')).not.toHaveClass(/lectern-mod-suggested/);
  await lesson.tryOut(answer('2', '2'), 'failed');
  await expect(lesson.button('Hint')).toHaveClass(/lectern-mod-suggested/);
  await expect(lesson.challenge).not.toContainText('Nobody sells half a pot');
  await lesson.button('Hint').click();
  await expect(lesson.challenge).toContainText('Nobody sells half a pot');
  await expect(lesson.button('Hint')).not.toHaveClass(/lectern-mod-suggested/);
  await lesson.tryOut(answer('3', '3'), 'failed');
  await expect(lesson.status).toContainText(
    '3 attempts. Hint 2 of 3 is there. The Solution is open.'
  );
  await lesson.tryOut(answer(POTS, 'pots(cups) * per_pot'), 'passed');
  await expect(lesson.status).toContainText('3 of 3 points');
});

test('locked lines stay, whatever is typed or pasted over them', async ({ page }) => {
  const lesson = tea(page);
  await lesson.open(host.url, PATH);
  const starter = await lesson.lines();
  const locked = lesson.challenge.locator('.cm-line', { hasText: 'CUPS_IN_A_POT = 4' });

  await locked.click();
  await page.keyboard.type('5');
  await page.keyboard.press('ControlOrMeta+/');
  expect(await lesson.lines()).toEqual(starter);
  await expect(lesson.status).toContainText('locked');

  await lesson.answer('x = 1\ny = 2');
  const pasted = await lesson.lines();
  expect(pasted).toEqual([...FIRST_LOCKED, 'x = 1', 'y = 2', ...LAST_LOCKED]);
  await page.keyboard.press('Enter');
  await page.keyboard.type('z = 3');
  expect(await lesson.lines()).toEqual([
    ...FIRST_LOCKED,
    'x = 1',
    'y = 2',
    'z = 3',
    ...LAST_LOCKED
  ]);

  await lesson.button('Reset').click();
  expect(await lesson.lines()).toEqual(starter);
  await lesson.button('Undo').click();
  expect(await lesson.lines()).toContain('z = 3');
  await expect(lesson.challenge.getByRole('textbox').first()).toHaveAttribute(
    'aria-description',
    'Locked, and cannot be changed: lines 1 to 3, lines 7 to 10.'
  );
});

test('where the checker cannot work, that is its fault, and told to its author', async ({
  page
}) => {
  const site = `${SITE}-broken`;
  cpSync(SITE, site, { recursive: true });
  rmSync(join(site, 'static/sandbox/snapshot.bin.gz'));
  const broken = await serveStatic(site);
  const told: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().includes('Lectern')) told.push(message.text());
  });
  try {
    const lesson = tea(page);
    await lesson.open(broken.url, PATH);
    await lesson.tryOut(answer(POTS, '1'), 'broken-check');
    await expect(lesson.status).toContainText('The checker failed, not you.');
    await expect(lesson.challenge).not.toContainText(/\d attempt|of 3 points/);
    const details = lesson.challenge.locator('.lectern-Broken');
    await expect(details.locator('pre')).toBeHidden();
    await details.getByText('Details for the lesson’s author').click();
    await expect(details.locator('pre')).toContainText(
      /challenge: ui-tea\nlesson: ui-challenges, version \w+\n.*snapshot/
    );
    await details.getByRole('button', { name: 'Copy' }).click();
    await expect(details.getByRole('status')).toHaveText('Copied.');
    await lesson.check.click();
    await lesson.expectVerdict('broken-check');
    await expect.poll(() => told.length).toBe(1);
    expect(told[0]).toContain('ui-tea');
  } finally {
    await broken.close();
  }
});
