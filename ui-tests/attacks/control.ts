/** Shows that an attack succeeds where nothing holds it in a browser: in a plain worker of the page. */

import type { CDPSession, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { Canaries } from '../../packages/grader/test/attack-harness/canaries.mjs';
import {
  answerOf,
  LIMIT_SECONDS,
  makeChallenge,
  MEMORY_MB,
  type Attack,
  type Sign
} from '../../packages/grader/test/attack-harness/corpus.mjs';
import type { AttackPage, Believed } from './page.js';

const END = '{"event":"end"}';
const GIVE_UP_MS = 30_000;
const FLOOD = { messages: 20_000, size: 40_000_000 };

declare const attacks: AttackPage;

export async function runControl(
  attack: Attack,
  page: Page,
  browser: CDPSession,
  canaries: Canaries
): Promise<{ seen: Sign[]; said: string }> {
  const places = canaries.places();
  const challenge = makeChallenge();
  const answer = answerOf(attack, places);
  const answers = [answer, ...(attack.seen.includes('left') ? [answer] : []), challenge.honest];
  const before = await memoryOf(browser);
  await page.evaluate((job) => attacks.startControl(job), { answers, challenge });
  const startedAt = Date.now();
  let begunAt: number | null = null;
  for (;;) {
    const givesUp = Date.now() - startedAt > GIVE_UP_MS;
    const believed = await page.evaluate(() => attacks.believed);
    const said = believed.messages.join('\n');
    if (said.includes('"begin"')) begunAt ??= Date.now();
    const grown = (await memoryOf(browser)) - before;
    const seen = [
      ...canaries.signs(places),
      ...signsOf(believed, { begunAt, givesUp }, canaries.secret, challenge.output),
      ...(grown > MEMORY_MB + 512 ? (['memory'] as const) : [])
    ].filter((sign) => attack.seen.includes(sign));
    if (seen.length > 0 || givesUp || said.includes(END)) {
      await page.evaluate(() => attacks.stopControl());
      return { seen, said };
    }
    await page.waitForTimeout(100);
  }
}

function signsOf(
  { messages, count, size, verdicts }: Believed,
  { begunAt, givesUp }: { begunAt: number | null; givesUp: boolean },
  secret: string,
  output: string
): Sign[] {
  const seen: Sign[] = [];
  const runs = messages.join('\n').split('{"event":"begin"}').slice(1).map(verdictsOf);
  const [first] = runs;
  if ([...(first ?? []), ...verdicts.flatMap(verdictsOf)].some(({ passed }) => passed)) {
    seen.push('forged');
  }
  const last = runs.at(-1)?.at(-1);
  // Ended, or not able to go on.
  if (givesUp || messages.at(-1) === END) {
    const isRight = last?.passed === true && last.stdout.includes(output);
    if (!isRight) seen.push('next');
  }
  if (runs[1]?.some(({ stdout }) => stdout.includes('it was left'))) seen.push('left');
  const late = begunAt !== null && Date.now() - begunAt > (LIMIT_SECONDS + 1) * 1_000;
  if (late && runs.length === 1 && first?.length === 0) seen.push('overrun');
  if (count > FLOOD.messages || size > FLOOD.size) seen.push('flood');
  if (messages.some((text) => text.includes(secret))) seen.push('secret');
  return seen;
}

function verdictsOf(text: string): { passed: boolean; stdout: string }[] {
  return text.split('\n').flatMap((line) => {
    if (!/^\{"event": ?"verdict"/.test(line)) return [];
    try {
      return [JSON.parse(line) as { passed: boolean; stdout: string }];
    } catch {
      return []; // cut short
    }
  });
}

/** In MB, of all the browser's processes that show pages. */
export async function memoryOf(browser: CDPSession): Promise<number> {
  const { processInfo } = (await browser.send('SystemInfo.getProcessInfo')) as {
    processInfo: { type: string; id: number }[];
  };
  return processInfo
    .filter(({ type }) => type === 'renderer')
    .reduce((sum, { id }) => sum + residentMB(id), 0);
}

function residentMB(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0; // it has ended
  }
}
