/** Plain JupyterLite and ours, side by side: the same notebook, host, browser and moment. */

import type { Browser, BrowserContext, LaunchOptions } from '@playwright/test';
import { settled } from '../../packages/instant-kernel/src/extension/settled-waits.js';
import { host, type Host } from '../../scripts/bench/boot/host.mjs';
import { buildSites } from '../../scripts/bench/boot/sites.mjs';
import config from '../playwright.config.js';
import { KernelPage } from './kernel-page.js';

const { launchOptions = {} } = config.use ?? {};
/** No other host can be reached, whoever asks: page, worker or service worker. */
export const CUT_OFF: LaunchOptions = {
  ...launchOptions,
  args: [
    ...(launchOptions.args ?? []),
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost'
  ]
};

/** With these a page is isolated from others, and shares memory with its workers. */
export const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin'
};

export const NOTEBOOK = 'parity/parity.ipynb';
export const OTHER_NOTEBOOK = 'parity/another.ipynb';

/** Isolated, plain JupyterLite loses an answer that comes before it waits for it, on a busy machine. Ours does not. */
const LOSE_NO_ANSWER = `Atomics.waitAsync = (${String(settled)})(Atomics.waitAsync)`;

/** The folders of the two. */
export function paritySites(): ReturnType<typeof buildSites> {
  return buildSites({ name: 'parity', course: 'ui-tests/stock/course', widgets: true });
}

export interface Side {
  readonly name: 'stock' | 'ours';
  readonly context: BrowserContext;
  readonly kernel: KernelPage;
  address(notebook: string): string;
}

export class Pair {
  static async open(browser: Browser, headers: Record<string, string> = {}): Promise<Pair> {
    const sites = await paritySites();
    const pair = new Pair();
    for (const name of ['stock', 'ours'] as const) {
      const at = await host(sites[name], headers);
      pair.#hosts.push(at);
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      if (name === 'stock') await context.addInitScript(LOSE_NO_ANSWER);
      const kernel = new KernelPage(await context.newPage());
      const address = (notebook: string): string =>
        `${at.url}notebooks/index.html?path=${encodeURIComponent(notebook)}`;
      pair.sides.push({ name, context, kernel, address });
      await kernel.open(address(NOTEBOOK));
    }
    return pair;
  }

  readonly sides: Side[] = [];

  /** The same done on both, one after the other. */
  async both<T>(work: (side: Side) => Promise<T>): Promise<{ stock: T; ours: T }> {
    const results: Partial<Record<Side['name'], T>> = {};
    for (const side of this.sides) results[side.name] = await work(side);
    return results as { stock: T; ours: T };
  }

  async close(): Promise<void> {
    for (const { context } of this.sides) await context.close();
    for (const each of this.#hosts) await each.close();
  }

  readonly #hosts: Host[] = [];
}
