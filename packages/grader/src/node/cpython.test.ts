/** A Python of this machine gives the outcomes that the sandbox gives. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunRequest, Sandbox } from '../sandbox.js';
import { createNodeSandbox, findCPython } from './index.js';

/** The runtime itself is content with an older one than Pyodide's. */
const python = findCPython([3, 10]);

let sandbox: Sandbox;
beforeAll(() => {
  sandbox = createNodeSandbox();
});
afterAll(() => sandbox.dispose());

const request: RunRequest = {
  setup: 'import math',
  source:
    'def area(r):\n    print("r", r)\n    return math.pi * r ** 2\nprint(sorted({"b", "a", "c"}), hash("x") == hash("x"))\n',
  stdin: null,
  calls: ['area(2)', 'area("x")', 'missing()'],
  seed: 1,
  timeLimitSeconds: 10,
  memoryLimitMB: 512
};

it('is found here, since the set-up needs one', () => {
  expect(python?.version).toMatch(/^3\.\d+\.\d+/);
  expect(findCPython([3, 99])).toBeNull();
});

it('prints, returns and raises as the sandbox does', async () => {
  const [here, there] = [await python?.run(request), await sandbox.run(request)];
  const comparable = (run: typeof here): unknown => ({
    end: run?.end,
    stdout: run?.program?.stdout,
    calls: run?.calls.map(({ result, error, stdout }) => [result, error?.type, stdout])
  });
  expect(comparable(here)).toEqual(comparable(there));
  expect(there.calls).toHaveLength(3);
});

it('stops what does not end', async () => {
  const run = await python?.run({ ...request, source: 'while True: pass', timeLimitSeconds: 0.5 });
  expect(run).toMatchObject({ end: 'timed-out', program: null, calls: [] });
});
