// @ts-check
/** How long verdicts take on this machine, in Deno's interpreters. */

const LIMIT = 1;
const RUNS = 5;

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

export default [
  {
    name: 'verdict/loop-over-limit-seconds',
    want: '<=0.5',
    measure: () => repeated(async (sandbox) => (await seconds(sandbox, 'while True: pass')) - LIMIT)
  },
  {
    name: 'verdict/print-warm-seconds',
    want: '<=0.5',
    measure: () => repeated((sandbox) => seconds(sandbox, 'print(1)'))
  }
];
