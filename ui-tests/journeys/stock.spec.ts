/** Our kernel behaves as plain JupyterLite's: what is asked is in ../stock/probes.ts, what may differ in docs/startup.md. */

import { expect, test } from '@playwright/test';
import { comparable } from '../stock/compare.js';
import { CUT_OFF, Pair } from '../stock/pair.js';
import { GROUPS } from '../stock/probes.js';

test.use({ launchOptions: CUT_OFF });

let pair: Pair;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  pair = await Pair.open(browser);
});
test.afterAll(() => pair?.close());

for (const [group, probes] of Object.entries(GROUPS)) {
  test(`as in plain JupyterLite: ${group}`, async () => {
    for (const probe of probes) {
      const { stock, ours } = await pair.both(async ({ kernel }) =>
        comparable(await kernel.ask(probe), probe)
      );
      const isMore = (message: string): boolean => probe.more?.test(message) ?? false;
      if (probe.more) expect.soft(ours.filter(isMore), probe.code).toHaveLength(1);
      expect
        .soft(
          ours.filter((message) => !isMore(message)),
          probe.code
        )
        .toEqual(stock);
    }
  });
}
