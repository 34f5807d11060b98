/** Every experiment of the package in the deployed site, as a widget of a lesson and from Python. */

import { EXPERIMENTS } from '@lectern/preference/experiments';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { buildLesson, serveStatic, type StaticHost } from '../site.js';

const KINDS = Object.keys(EXPERIMENTS);

/** Rewards that a policy earns by writing one letter: the finding tells which of them was asked. */
const REWARD_IN_PYTHON = `import lectern.experiments
import lectern.preference as pref

def many_o(completions, prompts):
    return [text.count("o") for text in completions]

pref.experiment("reward-hacking", reward=many_o, seed=1, steps=30)`;

const REWARD_THAT_FAILS = `def wrong(completions, prompts):
    return [scores[text] for text in completions]

scores = {}
pref.experiment("reward-hacking", reward=wrong, seed=1, steps=10)`;

function lesson(): string {
  const experiments = KINDS.map(
    (kind) => `## ${kind}\n\n:::experiment{kind=${kind} seed=1}\nLook.\n:::\n`
  );
  const python = [REWARD_IN_PYTHON, REWARD_THAT_FAILS].map(
    (source) => `## From Python\n\n\`\`\`python\n${source}\n\`\`\`\n`
  );
  return [
    '---\nid: every\ntitle: Every experiment\n---\n\n# Every experiment\n',
    ...experiments,
    ...python
  ].join('\n');
}

let host: StaticHost;
test.beforeAll(async () => {
  host = await serveStatic(buildLesson('every', lesson()));
});
test.afterAll(() => host.close());

const experimentOf = (page: Page, cell: number): Locator =>
  page.locator('.jp-Notebook .jp-CodeCell').nth(cell).getByRole('region');

/** The cell's experiment, in sight: JupyterLab draws what is near, and an experiment runs when it is seen. */
async function seen(page: Page, cell: number): Promise<Locator> {
  await page.locator('.jp-Notebook .jp-CodeCell').nth(cell).scrollIntoViewIfNeeded();
  const frame = experimentOf(page, cell);
  await frame.scrollIntoViewIfNeeded();
  return frame;
}

/** The page as it is, for those who look at it: with PICTURES a folder. */
async function picture(frame: Locator, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder) await frame.screenshot({ path: `${folder}/${name}.png` });
}

test('each runs in the page and says what it found, with a reward of Python’s too', async ({
  page
}) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(`${host.url}notebooks/index.html?path=every.ipynb`);
  await expect(page.getByRole('heading', { name: 'Every experiment' })).toBeVisible();
  await page.getByRole('menuitem', { name: 'Run', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Run All Cells', exact: true }).click();

  for (const [cell, kind] of KINDS.entries()) {
    await test.step(kind, async () => {
      const frame = await seen(page, cell);
      await expect(frame).toHaveAttribute('data-state', 'done');
      await expect(frame.getByRole('status')).toHaveText(/\d/);
      await expect(frame.getByRole('img').first()).toHaveAttribute('aria-label', /\d/);
      await picture(frame, `${kind}-light`);
    });
  }
  const builtIn = experimentOf(page, KINDS.indexOf('reward-hacking')).getByRole('status');

  await test.step('the reward in Python is what the policy learns', async () => {
    const frame = await seen(page, KINDS.length);
    await expect(frame).toHaveAttribute('data-state', 'done');
    const finding = await frame.getByRole('status').textContent();
    // Most of what it writes at the end, which the finding quotes, is the letter that only Python’s function rewards.
    const written = /It now writes “(.*)”\.$/.exec(finding!)![1];
    expect(written.split('o').length - 1).toBeGreaterThan(written.length / 2);
    await seen(page, KINDS.indexOf('reward-hacking'));
    expect((await builtIn.textContent())!).not.toContain('ooo');
    await picture(await seen(page, KINDS.length), 'python-light');
  });
  await test.step('and what it raises is said once', async () => {
    const frame = await seen(page, KINDS.length + 1);
    await expect(frame).toHaveAttribute('data-state', 'failed');
    await expect(frame.getByRole('alert')).toHaveText(
      /^The reward function in Python failed: KeyError: /
    );
    await picture(frame, 'failed-light');
  });
  if (process.env['PICTURES']) {
    await page.getByRole('menuitem', { name: 'Settings', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Theme', exact: true }).hover();
    await page.getByRole('menuitem', { name: 'JupyterLab Dark', exact: true }).click();
    for (const [cell, kind] of KINDS.entries())
      await picture(await seen(page, cell), `${kind}-dark`);
  }
  expect(problems).toEqual([]);
});
