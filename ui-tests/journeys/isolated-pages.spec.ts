/** On a host that isolates its pages, they share memory with the kernel: it answers, however slow the page is. */

import { expect, test } from '@playwright/test';
import { LESSON, serveStatic, SITE, type StaticHost } from '../site.js';
import { KernelPage } from '../stock/kernel-page.js';
import { ISOLATED } from '../stock/pair.js';

let host: StaticHost;
test.beforeAll(async () => {
  host = await serveStatic(SITE, '/', { headers: ISOLATED });
});
test.afterAll(() => host.close());

/** Runs in the page, before all else: the machine takes it away whenever it has asked a worker for something. */
function holdUp(): void {
  // Called with its own worker as `this`.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  Worker.prototype.postMessage = new Proxy(Worker.prototype.postMessage, {
    apply: (postMessage, worker, args) => {
      Reflect.apply(postMessage, worker, args);
      const until = performance.now() + 30;
      while (performance.now() < until);
    }
  });
}

test('an answer that is there before the page waits for it is not lost', async ({ page }) => {
  await page.addInitScript(holdUp);
  const kernel = new KernelPage(page);
  await kernel.open(`${host.url}notebooks/index.html?path=${encodeURIComponent(LESSON)}`);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  for (const number of [1, 2, 3]) expect(await kernel.value(`${number} * 7`)).toBe(`${number * 7}`);
  const completed = await kernel.ask({ request: 'complete', code: 'impor' });
  expect(JSON.stringify(completed)).toContain('import');
});
