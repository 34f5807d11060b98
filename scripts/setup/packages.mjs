// @ts-check
/** The packages' builds: those whose sources, or whose dependencies' sources, have changed. */

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, readStamp, root, run, step } from './step.mjs';

const SHARED = ['tsconfig.base.json', 'package-lock.json'];

/** @param {string[]} [only] these and what they use; every package without it */
export async function buildPackages(only) {
  const stale = packages(only).filter(({ stamp, current }) => readStamp(stamp) !== current);
  if (stale.length === 0) return;
  await step(`Building ${stale.map(({ name }) => name).join(', ')}`, () =>
    run(
      process.execPath,
      [
        'node_modules/lerna/dist/cli.js',
        'run',
        'build',
        ...stale.map(({ name }) => `--scope=${name}`)
      ],
      { env: { NX_DAEMON: 'false', NX_TUI: 'false' } }
    )
  );
  mkdirSync(join(root, '.cache/setup'), { recursive: true });
  for (const { stamp, current } of stale) writeFileSync(join(root, stamp), current);
}

/**
 * Every package with a hash of what it is built from: its own sources and those of the packages it uses.
 * @param {string[]} [only]
 */
function packages(only) {
  const all = readdirSync(join(root, 'packages')).map((folder) => {
    const manifest = JSON.parse(
      readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')
    );
    return { folder, name: manifest.name, uses: Object.keys(manifest.dependencies ?? {}) };
  });
  const hashes = new Map(all.map(({ name, folder }) => [name, fingerprint(sourcesOf(folder))]));
  const shared = fingerprint(SHARED);
  const wanted =
    only === undefined ? all : all.filter(({ name }) => closure(only, all).includes(name));
  return wanted.map(({ folder, name, uses }) => {
    const below = closure(uses, all).map((used) => hashes.get(used) ?? '');
    return {
      name,
      stamp: `.cache/setup/${folder}`,
      current: fingerprint([], [shared, hashes.get(name) ?? '', ...below])
    };
  });
}

/** @param {string} folder */
function sourcesOf(folder) {
  return [
    'package.json',
    'tsconfig.json',
    'src',
    'assembly',
    'python',
    'scripts',
    'style',
    'schema'
  ].map((name) => `packages/${folder}/${name}`);
}

/**
 * @param {string[]} names
 * @param {{ name: string, uses: string[] }[]} all
 * @returns {string[]} the workspace packages among `names`, and what they use in turn
 */
function closure(names, all) {
  const found = new Set();
  const pending = [...names];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const entry = all.find((candidate) => candidate.name === name);
    if (entry === undefined || found.has(name)) continue;
    found.add(name);
    pending.push(...entry.uses);
  }
  return [...found].sort();
}
