// @ts-check
/** How long verdicts take: in a real Chromium, and on this machine in Deno's interpreters. */

import { BARE, buildMeasured, LESSON, withBrowser } from './browser.mjs';

const LIMIT = 1;
const RUNS = 9;
/** For the next interpreter to be there: what is measured in the site is a verdict with one waiting. */
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

/** @typedef {{ warm: number[], nextReady: number[], overLimit: number[] }} Verdicts */

/** With nothing of the sandbox there, in a page that holds the grader's script. */
function coldVerdicts() {
  const measured = buildMeasured();
  return withBrowser(async (visit) => {
    const runs = [];
    for (let run = 0; run < RUNS; run++) {
      const page = await visit(BARE);
      await page.waitForFunction(() => 'lectern' in globalThis);
      runs.push(
        await page.evaluate(async ({ grading, answer }) => {
          const { grade, createBrowserSandbox } = /** @type {any} */ (globalThis).lectern;
          const startedAt = performance.now();
          const sandbox = createBrowserSandbox({ assetsUrl: 'sandbox/' });
          const { status } = await grade(grading, answer, sandbox);
          if (status !== 'passed') throw new Error(`the answer is ${status}`);
          return (performance.now() - startedAt) / 1000;
        }, measured)
      );
    }
    return runs;
  });
}

/**
 * One page after the other's verdicts, each with an interpreter waiting; then as many loops.
 * @returns {Promise<Verdicts>}
 */
function warmVerdicts() {
  const measured = buildMeasured();
  return withBrowser(async (visit) => {
    const page = await visit(BARE);
    await page.waitForFunction(() => 'lectern' in globalThis);
    return page.evaluate(
      async ({ grading, answer, runs, limit }) => {
        const { grade, createBrowserSandbox } = /** @type {any} */ (globalThis).lectern;
        const sandbox = createBrowserSandbox({ assetsUrl: 'sandbox/' });
        /** @param {() => Promise<unknown>} work */
        const seconds = async (work) => {
          const startedAt = performance.now();
          await work();
          return (performance.now() - startedAt) / 1000;
        };
        /** @param {object} data @param {string} source @param {string} wanted */
        const verdict = (data, source, wanted) =>
          seconds(async () => {
            const { status } = await grade(data, source, sandbox);
            if (status !== wanted) throw new Error(`the answer is ${status}`);
          });
        await sandbox.prewarm();
        const warm = [];
        const nextReady = [];
        for (let run = 0; run < runs; run++) {
          warm.push(await verdict(grading, answer, 'passed'));
          nextReady.push(await seconds(() => sandbox.prewarm()));
        }
        const overLimit = [];
        const short = { ...grading, timeLimitSeconds: limit };
        for (let run = 0; run < runs; run++) {
          overLimit.push((await verdict(short, 'while True: pass', 'timed-out')) - limit);
          await sandbox.prewarm();
        }
        return { warm, nextReady, overLimit };
      },
      { ...measured, runs: RUNS, limit: LIMIT }
    );
  });
}

/** Measured once for the rows that share it. @type {Promise<Verdicts> | undefined} */
let shared;
const warm = () => (shared ??= warmVerdicts());

/** From Check to the verdict on the screen, in the site as learners have it. */
function verdictsInSite() {
  const { answer } = buildMeasured();
  return withBrowser(async (visit) => {
    const page = await visit(`notebooks/index.html?path=${LESSON}`);
    const challenge = page.getByRole('region', { name: /^Challenge: / });
    const check = challenge.getByRole('button', { name: 'Check', exact: true });
    await check.waitFor({ timeout: 120_000 });
    /** @type {number[]} */
    const runs = [];
    let pause = FIRST_PAUSE_MS;
    for (let attempt = 0; runs.length < RUNS; attempt++) {
      await page.waitForTimeout(pause);
      await challenge.locator('.cm-content').click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(`${answer}# ${attempt}\n`);
      const { value, waited } = await check.evaluate(pressed);
      if (!waited) runs.push(value);
      else if ((pause *= 2) > LONGEST_PAUSE_MS) throw new Error('no interpreter is ever waiting');
    }
    return runs;
  });
}

/** Runs in the page. @param {HTMLElement | SVGElement} button @returns {Promise<{ value: number, waited: boolean }>} */
function pressed(button) {
  const status = /** @type {HTMLElement} */ (
    button.closest('.jp-Cell')?.querySelector('[role=status][data-verdict]')
  );
  return new Promise((resolve, reject) => {
    let waited = false;
    const startedAt = performance.now();
    const observer = new MutationObserver(() => {
      waited ||= (status.textContent ?? '').startsWith('Getting the checker ready');
      const { verdict } = status.dataset;
      if (verdict === 'checking') return;
      observer.disconnect();
      // Two frames later it has been drawn.
      requestAnimationFrame(() =>
        requestAnimationFrame(() =>
          verdict === 'passed'
            ? resolve({ value: (performance.now() - startedAt) / 1000, waited })
            : reject(new Error(`the answer is ${verdict}`))
        )
      );
    });
    observer.observe(status, { attributes: true, childList: true, subtree: true });
    /** @type {HTMLElement} */ (button).click();
  });
}

/** @param {(sandbox: import('@lectern/grader').Sandbox) => Promise<number>} once */
async function repeated(once) {
  const { createNodeSandbox } = await import('../../packages/grader/lib/node/index.js');
  const sandbox = createNodeSandbox({ spares: true });
  try {
    const runs = [];
    for (let run = 0; run < RUNS; run++) {
      await sandbox.prewarm();
      runs.push(await once(sandbox));
    }
    return runs;
  } finally {
    sandbox.dispose();
  }
}

/** @param {import('@lectern/grader').Sandbox} sandbox @param {string} source */
async function seconds(sandbox, source) {
  const startedAt = performance.now();
  await sandbox.run({
    setup: null,
    source,
    stdin: null,
    calls: [],
    seed: 1,
    timeLimitSeconds: LIMIT,
    memoryLimitMB: 256
  });
  return (performance.now() - startedAt) / 1000;
}

/** @type {{ name: string, want: string, measure: () => Promise<number[]> }[]} */
export default [
  {
    name: 'verdict/warm-seconds',
    want: '<=0.15',
    measure: async () => (await warm()).warm
  },
  { name: 'verdict/warm-in-site-seconds', want: '<=0.15', measure: verdictsInSite },
  { name: 'verdict/cold-seconds', want: '<=2.2', measure: coldVerdicts },
  {
    name: 'verdict/next-ready-seconds',
    want: '<=1',
    measure: async () => (await warm()).nextReady
  },
  {
    name: 'verdict/loop-over-limit-seconds',
    want: '<=0.5',
    measure: async () => (await warm()).overLimit
  },
  {
    name: 'verdict/node-loop-over-limit-seconds',
    want: '<=0.5',
    measure: () => repeated(async (sandbox) => (await seconds(sandbox, 'while True: pass')) - LIMIT)
  },
  {
    name: 'verdict/node-print-warm-seconds',
    want: '<=0.5',
    measure: () => repeated((sandbox) => seconds(sandbox, 'print(1)'))
  }
];
