/** The notebook view starts by what the build put into its page, and lacks nothing that it had before. */

import { expect, test, type Page } from '@playwright/test';
import { LessonPage } from '../lesson-page.js';
import { serveStatic, SITE, type StaticHost } from '../site.js';

let host: StaticHost;
test.beforeAll(async () => {
  host = await serveStatic(SITE);
});
test.afterAll(() => host.close());

// What a page asks for by itself: the service worker would ask again for all of it.
test.use({ serviceWorkers: 'block' });

interface Exposed {
  jupyterapp: { commands: { listCommands(): string[] }; listPlugins(): string[] };
}

/** Opens a page whose application can be asked. */
async function expose(page: Page, app: string): Promise<void> {
  await page.route(`**/${app}/index.html*`, async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(
      '"appName":',
      '"exposeAppInBrowser":"true","appName":'
    );
    await route.fulfill({ response, body: html });
  });
  await page.goto(`${host.url}${app}/index.html?path=canonical.ipynb`);
  await new LessonPage(page).shown();
}

test('every script that the application is made of is asked for by its head', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await new LessonPage(page).open(host.url);
  const late = await page.evaluate(() => {
    const preloaded = new Set(
      [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload]')].map(({ href }) => href)
    );
    const first = [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload]')];
    const unused = first.filter(({ href }) => performance.getEntriesByName(href).length === 0);
    const scripts = (
      performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    ).filter(
      ({ name, initiatorType }) => initiatorType === 'script' && /jlab_core|remoteEntry/.test(name)
    );
    return {
      unused: unused.map(({ href }) => href),
      missed: scripts.map(({ name }) => name).filter((name) => !preloaded.has(name))
    };
  });
  expect(late.unused).toEqual([]);
  expect(late.missed).toEqual([]);
  expect(errors.filter((message) => message !== 'undefined')).toEqual([]);
});

test('no configuration is fetched, and the learner’s storage is made in one step', async ({
  page
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await new LessonPage(page).open(host.url);
  expect(asked.filter((path) => /config-utils|jupyter-lite\./.test(path))).toEqual([]);
  const versions = await page.evaluate(async () =>
    (await indexedDB.databases())
      .filter(({ name }) => name?.startsWith('JupyterLite Storage'))
      .map(({ version }) => version)
  );
  expect(versions, 'a store that the build did not know of was added').toEqual([1]);
});

test('the notebook view has the menus and commands of the lab, and its own plugins', async ({
  page
}) => {
  await expose(page, 'notebooks');
  const { commands, plugins } = await page.evaluate(() => {
    const { jupyterapp } = globalThis as unknown as Exposed;
    return {
      commands: jupyterapp.commands.listCommands(),
      plugins: jupyterapp.listPlugins()
    };
  });
  for (const command of [
    'notebook:run-all-cells',
    'kernelmenu:restart',
    'kernelmenu:interrupt',
    'docmanager:save',
    'docmanager:download',
    'documentsearch:start',
    'completer:invoke-notebook',
    'tooltip:launch-notebook',
    'logconsole:open',
    'apputils:change-theme'
  ]) {
    expect(commands, command).toContain(command);
  }
  // Each of those that were switched off has its stand-in.
  for (const [off, standIn] of [
    ['@jupyterlite/application-extension:opener', '@lectern/extension:opener'],
    ['@jupyterlab/apputils-extension:settings', '@lectern/extension:settings']
  ] as const) {
    expect(plugins).not.toContain(off);
    expect(plugins).toContain(standIn);
  }
});

test('the lab view keeps JupyterLab’s own plugins', async ({ page }) => {
  await expose(page, 'lab');
  const plugins = await page.evaluate(() =>
    (globalThis as unknown as Exposed).jupyterapp.listPlugins()
  );
  expect(plugins).toContain('@jupyterlite/application-extension:opener');
  expect(plugins).toContain('@jupyterlab/apputils-extension:settings');
  expect(plugins).not.toContain('@lectern/extension:opener');
  expect(plugins).not.toContain('@lectern/extension:settings');
});
