/**
 * Every attack that has a meaning in a browser, against the browser's sandbox on a bare page: none makes a request,
 * reads or leaves anything, gets a point or takes longer than its limit and a second, and the next answer grades
 * as if it had never been. A part of them is also shown to succeed in a plain worker; all, with
 * LECTERN_ALL_ATTACKS=1.
 */

import { expect, test, type Page } from '@playwright/test';
import { attempt } from '../../packages/grader/test/attack-harness/attempt.mjs';
import type { Canaries } from '../../packages/grader/test/attack-harness/canaries.mjs';
import {
  limitOf,
  readCorpus,
  type Attack
} from '../../packages/grader/test/attack-harness/corpus.mjs';
import { openAttackSite } from '../attacks/attack-site.js';
import { runControl } from '../attacks/control.js';
import type { AttackPage } from '../attacks/page.js';

declare const attacks: AttackPage;

const LANES = [0, 1];
const GRACE_MS = 1_000;
const all = process.env['LECTERN_ALL_ATTACKS'] === '1';
const words = (process.env['LECTERN_ATTACKS'] ?? '').split(',');
const corpus = readCorpus().filter(
  ({ name, noMeaning }) =>
    noMeaning.chromium === undefined && words.some((word) => name.includes(word))
);

let canaries: Canaries;
test.beforeAll(async () => {
  canaries = await openAttackSite();
});
test.afterAll(() => canaries.close());
test.setTimeout(1_200_000);

async function open(page: Page): Promise<void> {
  await page.goto(canaries.url);
  await page.waitForFunction(() => 'attacks' in globalThis);
}

test('no attack does harm in the browser’s sandbox', async ({ page }) => {
  page.on('crash', () => {
    throw new Error('the page has crashed');
  });
  await open(page);
  const waiting = [...corpus];
  await Promise.all(
    LANES.map(async (lane) => {
      for (let attack = waiting.shift(); attack !== undefined; attack = waiting.shift()) {
        await expectHarmless(attack, page, lane);
      }
    })
  );
  const { verdicts } = await page.evaluate(() => attacks.believed);
  expect(verdicts, 'posted or broadcast to the page').toEqual([]);
});

async function expectHarmless(attack: Attack, page: Page, lane: number): Promise<void> {
  const { seen, verdict, next, ranMs } = await attempt(attack, canaries, (data, source) =>
    page.evaluate(([lane, data, source]) => attacks.grade(lane, data, source), [
      lane,
      data,
      source
    ] as const)
  );
  const said = `${attack.name}: ${JSON.stringify({ verdict, next })}`;
  expect.soft(seen, said).toEqual([]);
  expect.soft(attack.must, said).toContain(verdict.status);
  expect.soft(verdict.score, said).toBe(0);
  expect.soft(ranMs, said).toBeLessThan(limitOf(attack) * 1_000 + GRACE_MS);
}

test('the same attacks succeed in a plain worker of the page', async ({ page }) => {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('this browser tells nothing of itself');
  await open(page);
  for (const attack of corpus.filter((_, index) => all || index % 3 === 0)) {
    const { seen, said } = await runControl(attack, page, session, canaries);
    expect.soft(seen, `${attack.name}: ${said.slice(0, 1_000)}`).not.toEqual([]);
  }
});
