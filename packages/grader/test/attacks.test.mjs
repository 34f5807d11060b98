// @ts-check
/**
 * Every attack of the corpus in the Node sandbox: none touches anything outside, none gets a point, none takes longer
 * than its limit and a second, and the next answer grades as if it had never been. A part of them is also shown
 * to succeed where nothing holds it, and run in what stands in for Deno; all of both, with LECTERN_ALL_ATTACKS=1.
 */

import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeSandbox } from '@lectern/grader/node';
import { attempt } from './attack-harness/attempt.mjs';
import { Canaries } from './attack-harness/canaries.mjs';
import { noControl, runControl } from './attack-harness/control.mjs';
import { limitOf, readCorpus } from './attack-harness/corpus.mjs';
import { gradeWatched } from './attack-harness/graded.mjs';
import { Lanes } from './attack-harness/lanes.mjs';
import { node26, noNode26 } from './attack-harness/node26.mjs';

const LANES = 2;
/** Of these, waiting for a lane included. */
const PATIENCE_MS = 600_000;
/** How far past its limit a run may end. */
const GRACE_MS = 1_000;
/** Attacks on the machine rather than on the verdict: what another runtime may hold less well. */
const ON_THE_MACHINE = /^(door-js-eval|shell|fork|thread|signal|file|environment|net|left|memory)/;

const all = process.env['LECTERN_ALL_ATTACKS'] === '1';
const corpus = readCorpus();
const inNode = corpus.filter(({ noMeaning }) => noMeaning.node === undefined);
/** @type {<T>(list: T[], of: number) => T[]} */
const part = (list, of) => list.filter((_, index) => all || index % of === 0);

/** @type {Canaries} */
let canaries;
beforeAll(async () => {
  canaries = await new Canaries().open();
});
afterAll(() => canaries.close());

/**
 * @param {import('@lectern/grader/node').NodeSandboxOptions} options
 * @returns {Lanes<import('@lectern/grader').Sandbox>}
 */
function sandboxes(options) {
  /** @type {() => import('@lectern/grader').Sandbox} */
  const make = () => createNodeSandbox({ spares: true, onWarning: () => {}, ...options });
  return new Lanes(LANES, make);
}

/** @param {import('./attack-harness/corpus.mjs').Attack} attack @param {Lanes<import('@lectern/grader').Sandbox>} lanes */
async function expectHarmless(attack, lanes) {
  await lanes.use(async (sandbox) => {
    const { verdict, next, seen, ranMs } = await attempt(attack, canaries, (data, source) =>
      gradeWatched(sandbox, data, source)
    );
    expect(seen, JSON.stringify({ verdict, next })).toEqual([]);
    expect(attack.must, JSON.stringify(verdict)).toContain(verdict.status);
    expect(verdict.score).toBe(0);
    expect(ranMs).toBeLessThan(limitOf(attack) * 1_000 + GRACE_MS);
  });
}

describe('in Deno', () => {
  const lanes = sandboxes({ isolation: 'deno' });
  afterAll(() => lanes.dispose());

  it.concurrent.each(inNode)(
    '$name: $what',
    (attack) => expectHarmless(attack, lanes),
    PATIENCE_MS
  );
});

describe('in Node 26', () => {
  const missing =
    noNode26() ?? (existsSync(node26) ? null : 'it is not installed: run npm test once');
  if (missing !== null) {
    it.skip(missing, () => undefined);
    return;
  }
  const lanes = sandboxes({ isolation: 'node', node: node26 });
  afterAll(() => lanes.dispose());
  const held = part(
    inNode.filter(({ name, through }) => (all || ON_THE_MACHINE.test(name)) && through === null),
    3
  );

  it.concurrent.each(held)('$name: $what', (attack) => expectHarmless(attack, lanes), PATIENCE_MS);

  it.concurrent.each(inNode.filter(({ through }) => through !== null))(
    '$name gets through: $through',
    (attack) =>
      lanes.use(async (sandbox) => {
        const { seen } = await attempt(attack, canaries, (data, source) =>
          gradeWatched(sandbox, data, source)
        );
        expect(seen, 'it no longer gets through: say so in its header').not.toEqual([]);
      }),
    PATIENCE_MS
  );
});

describe('where nothing holds it, it succeeds', () => {
  const lanes = new Lanes(LANES, () => null);
  const shown = corpus.filter((attack) => noControl(attack) === null);

  it.concurrent.each(part(shown, 3))(
    '$name: $what',
    (attack) =>
      lanes.use(async () => {
        const { seen, said } = await runControl(attack, canaries);
        expect(seen, said.slice(0, 2_000)).not.toEqual([]);
      }),
    PATIENCE_MS
  );
});
