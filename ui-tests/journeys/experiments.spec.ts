/** The experiments' widget in a page of its own, with a model that behaves as anywidget's: seen, run, steered, stopped. */

import { EXPERIMENTS } from '@lectern/preference/experiments';
import { expect, test, type Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serveStatic, type StaticHost } from '../site.js';

const DIST = fileURLToPath(new URL('../../packages/preference/dist', import.meta.url));

type Traits = Record<string, unknown>;

/** A page whose kernel is this test. */
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Experiment</title>
<body><div id="host"></div><script type="module">
import widget from './experiments.js';
const traits = { settings: {}, has_reward: false, result: {}, ...JSON.parse(decodeURIComponent(location.hash.slice(1))) };
const listeners = {};
const tell = (event, ...what) => (listeners[event] ?? []).forEach((listener) => listener(...what));
window.model = {
  get: (name) => traits[name],
  set(name, value) { traits[name] = value; tell('change:' + name); },
  on(event, listener) { (listeners[event] ??= []).push(listener); },
  off(event, listener) { listeners[event] = (listeners[event] ?? []).filter((one) => one !== listener); },
  save_changes() {},
  send() {}
};
window.traits = traits;
window.listening = () => Object.values(listeners).flat().length;
window.leave = await widget.render({ model, el: document.getElementById('host') });
</script></body></html>`;

let host: StaticHost;
test.beforeAll(async () => {
  if (!existsSync(`${DIST}/experiments.js`)) {
    throw new Error('dist/experiments.js is missing: npm run build -w @lectern/preference');
  }
  host = await serveStatic(DIST);
});
test.afterAll(() => host.close());

class ExperimentPage {
  readonly problems: string[] = [];

  constructor(readonly page: Page) {
    page.on('console', (message) => {
      if (['warning', 'error'].includes(message.type())) this.problems.push(message.text());
    });
    page.on('pageerror', (error) => this.problems.push(error.message));
  }

  async open(traits: Traits): Promise<void> {
    await this.page.route('**/experiment.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: PAGE })
    );
    await this.page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
    const hash = encodeURIComponent(JSON.stringify(traits));
    await this.page.goto(`${host.url}experiment.html#${hash}`);
  }

  get frame() {
    return this.page.getByRole('region');
  }
  get finding() {
    return this.page.getByRole('status');
  }
  get charts() {
    return this.page.getByRole('img');
  }
  button(name: string) {
    return this.page.getByRole('button', { name, exact: true });
  }

  async isIn(state: 'running' | 'done' | 'stopped' | 'failed'): Promise<void> {
    await expect(this.frame).toHaveAttribute('data-state', state);
  }

  trait<T>(name: string): Promise<T> {
    return this.page.evaluate(
      (name) => (window as never as { traits: Traits }).traits[name],
      name
    ) as Promise<T>;
  }

  set(name: string, value: unknown): Promise<void> {
    return this.page.evaluate(
      ([name, value]) =>
        (window as never as { model: { set(name: string, value: unknown): void } }).model.set(
          name as string,
          value
        ),
      [name, value]
    );
  }
}

/** Takes long: it is still running when a person has found the button. */
const LONG = { kind: 'reward-model-recovery', settings: { repetitions: 8, features: 16 } };

test.describe('every experiment', () => {
  for (const kind of Object.keys(EXPERIMENTS)) {
    test(`${kind} runs when it is seen, says what it found, and fits 320 pixels`, async ({
      page
    }) => {
      const experiment = new ExperimentPage(page);
      await experiment.open({ kind });
      await experiment.isIn('done');
      const { finding, numbers } = await experiment.trait<{
        finding: string;
        numbers: Record<string, number>;
      }>('result');
      await expect(experiment.finding).toHaveText(finding);
      expect(Object.values(numbers).every(Number.isFinite)).toBe(true);
      await expect(experiment.charts.first()).toHaveAttribute('aria-label', /\d/);
      // Each chart has its words in sight for whoever asks.
      await page.getByText('The chart in words').first().click();
      const words = await experiment.charts.first().getAttribute('aria-label');
      await expect(page.getByText(words!)).toBeVisible();

      await page.setViewportSize({ width: 320, height: 800 });
      // Drawn anew, narrower: for a moment the picture is another element.
      const width = () => page.evaluate(() => document.querySelector('figure svg')?.clientWidth);
      await expect.poll(width).toBeLessThan(300);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(320);
      expect(experiment.problems).toEqual([]);
    });
  }
});

test('is steered from the keyboard alone', async ({ page }) => {
  const experiment = new ExperimentPage(page);
  await experiment.open({ kind: 'best-of-n' });
  await experiment.isIn('done');
  await page.keyboard.press('Tab');
  const slider = page.getByRole('slider', { name: 'Possible responses' });
  await expect(slider).toBeFocused();
  const before = await experiment.finding.textContent();
  for (let press = 0; press < 60; press++) await page.keyboard.press('ArrowLeft');
  const value = Number(
    await experiment.trait<Traits>('settings').then(({ responses }) => responses)
  );
  expect(value).toBeLessThan(4096);
  await expect(slider).toHaveAttribute('aria-valuetext', String(value));
  await expect(experiment.finding).not.toHaveText(before!);

  await page.getByRole('spinbutton', { name: 'Seed of all chance' }).focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect.poll(() => experiment.trait<Traits>('settings')).toMatchObject({ seed: 2 });
  await experiment.button('Reset').focus();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => experiment.trait<Traits>('settings'))
    .toMatchObject({ seed: 1, responses: 4096 });
  await experiment.isIn('done');
  await expect(experiment.finding).toHaveText(before!);
});

test('stops by Escape and by its button, and starts again', async ({ page }) => {
  const experiment = new ExperimentPage(page);
  await experiment.open(LONG);
  await experiment.isIn('running');
  await expect(page.getByRole('progressbar')).toBeVisible();
  await experiment.button('Stop').focus();
  await page.keyboard.press('Escape');
  await experiment.isIn('stopped');
  await expect(experiment.button('Run')).toBeFocused();
  await page.keyboard.press('Enter');
  await experiment.isIn('running');
  await experiment.button('Stop').click();
  await experiment.isIn('stopped');
  expect(await experiment.trait('result')).toEqual({});
  expect(experiment.problems).toEqual([]);
});

test('takes settings from Python, and says what is wrong with them in a line', async ({ page }) => {
  const experiment = new ExperimentPage(page);
  await experiment.open({ kind: 'best-of-n' });
  await experiment.isIn('done');
  await experiment.set('settings', { levels: '2' });
  await expect(page.getByRole('combobox', { name: 'Levels of reward' })).toHaveValue('2');
  await expect(experiment.finding).toContainText('with 2 levels of reward');
  // Python sees them whole.
  expect(await experiment.trait('settings')).toEqual({
    levels: '2',
    responses: 4096,
    uniform: false,
    seed: 1
  });

  await experiment.set('settings', { levels: '3' });
  await expect(page.getByRole('alert')).toHaveText(
    'best-of-n: levels is "3"; it must be one of "all", "20", "5", "2".'
  );
  await experiment.set('settings', { levels: '20' });
  await expect(experiment.finding).toContainText('with 20 levels of reward');
  await expect(page.getByRole('alert')).toBeHidden();

  await experiment.set('kind', 'nothing');
  await expect(page.getByRole('alert')).toContainText(
    'There is no experiment "nothing"; there are'
  );
});

test('follows the theme, JupyterLab’s or the system’s', async ({ page }) => {
  const experiment = new ExperimentPage(page);
  await experiment.open({ kind: 'best-of-n' });
  await experiment.isIn('done');
  const label = experiment.charts.first().locator('text').first();
  await expect(label).toHaveAttribute('fill', 'rgb(33, 33, 33)');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(label).toHaveAttribute('fill', 'rgb(230, 230, 230)');
  await page.evaluate(() => {
    document.body.style.setProperty('--jp-content-font-color1', 'rgb(1, 2, 3)');
    document.body.dataset['jpThemeLight'] = 'true';
  });
  await expect(label).toHaveAttribute('fill', 'rgb(1, 2, 3)');
});

test('leaves nothing behind when it is removed while it runs', async ({ page }) => {
  const experiment = new ExperimentPage(page);
  await experiment.open(LONG);
  await experiment.isIn('running');
  const left = await page.evaluate(async () => {
    const { leave, listening } = window as never as Record<'leave' | 'listening', () => number>;
    leave();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { listeners: listening(), regions: document.querySelectorAll('section').length };
  });
  expect(left).toEqual({ listeners: 0, regions: 0 });
  expect(await experiment.trait('result')).toEqual({});
  expect(experiment.problems).toEqual([]);
});
