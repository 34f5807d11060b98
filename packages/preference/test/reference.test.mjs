// @ts-check
/** The API reference: every export has an example that does what it says, and the page is that of the code. */

import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as main from '@lectern/preference';
import * as charts from '@lectern/preference/charts';
import * as experiments from '@lectern/preference/experiments';
import { brokenLinks, contentsOf, withMendedLinks } from './reference/contents.mjs';
import { PAGE, readExports } from './reference/model.mjs';
import { runExample } from './reference/run-example.mjs';

const HEAD = `# @lectern/preference

<!-- Made from the code: run "UPDATE=1 npx vitest run packages/preference/test/reference.test.mjs" to make it again. -->

Every export of the package; charts are imported from \`@lectern/preference/charts\` and experiments from \`@lectern/preference/experiments\`, all else from \`@lectern/preference\`. The examples are run by the tests; they have all exports in scope, and \`tf\` is \`@tensorflow/tfjs-core\` with the cpu backend. What follows \`// →\` is what the line gives, a tensor as its values. Shapes stand in parentheses: (B) a number for each of a batch, (B, T) for each token too. Logarithms are natural, and so are the units of all divergences (nats).
`;

const preference = { ...main, ...charts, ...experiments };
const { exports, complaints, render } = await readExports();
const values = exports.filter(({ isValue }) => isValue);

beforeAll(async () => {
  tf.enableProdMode();
  await tf.setBackend('cpu');
  preference.registerGradients();
});

it('names what the package exports', () => {
  expect(values.map(({ name }) => name).toSorted()).toEqual(Object.keys(preference).toSorted());
});

it('names parameters that there are, and types that are exported', () => {
  expect(complaints).toEqual([]);
});

describe('examples', () => {
  it.each(values)('$name', async ({ examples }) => {
    expect(examples, 'an @example').not.toEqual([]);
    for (const example of examples) {
      expect(await runExample(example, { tf, ...preference }), example).toBeGreaterThan(0);
    }
  });
});

it('the page is up to date', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-reference-'));
  try {
    await render(folder);
    const rendered = readFileSync(join(folder, 'preference.md'), 'utf8');
    const body = rendered.replace(/^# .*\n+/, '');
    const page = withMendedLinks(`${HEAD}\n${contentsOf(HEAD, body)}\n\n${body}`);
    if (process.env['UPDATE']) writeFileSync(PAGE, page);
    expect(readFileSync(PAGE, 'utf8')).toBe(page);
    expect(brokenLinks(page)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
