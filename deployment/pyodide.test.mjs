// @ts-check
/** The lock file of the site: shipped files by their own hashes, everything else by its public address. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ADDED_PACKAGES, siteLock } from './pyodide.mjs';
import { ROOT, pythonPins } from './versions.mjs';

const lock = {
  info: { python: '3' },
  packages: {
    numpy: { name: 'numpy', version: '2', file_name: 'numpy-2.whl', sha256: 'n', depends: [] },
    jedi: { name: 'jedi', version: '1', file_name: 'jedi-1.whl', sha256: 'j', depends: ['parso'] }
  }
};
const wheel = (name = '', version = '1') => {
  return { name, version, fileName: `${name}-x.whl`, sha256: 'shipped' };
};

describe('siteLock', () => {
  it('points to what is shipped, and to the public address of the rest', () => {
    const { packages, info } = siteLock(lock, '314.0.7', [wheel('jedi'), wheel('comm', '0.2')]);
    expect(info).toEqual(lock.info);
    expect(packages.numpy).toEqual({
      ...lock.packages.numpy,
      file_name: 'https://cdn.jsdelivr.net/pyodide/v314.0.7/full/numpy-2.whl'
    });
    expect(packages.jedi).toMatchObject({
      file_name: 'jedi-x.whl',
      sha256: 'shipped',
      depends: ['parso']
    });
    expect(packages.comm).toMatchObject({ name: 'comm', version: '0.2', imports: ['comm'] });
  });

  it('refuses a wheel of another version than the lock names, and one that nobody knows', () => {
    expect(() => siteLock(lock, '1', [wheel('jedi', '9')])).toThrow(/jedi is 9 .* 1 in Pyodide/);
    expect(() => siteLock(lock, '1', [wheel('surprise')])).toThrow(/surprise/);
  });
});

it('kernel-wheels.txt pins what the kernel and widgets need, at the versions of the lock that ships', () => {
  const shipped = JSON.parse(
    readFileSync(join(ROOT, 'node_modules/pyodide/pyodide-lock.json'), 'utf8')
  ).packages;
  const pins = pythonPins(readFileSync(join(ROOT, 'deployment/kernel-wheels.txt'), 'utf8'));
  const needed = new Set(['comm', 'packaging']);
  const visit = (/** @type {string} */ name) => {
    if (needed.has(name)) return;
    needed.add(name);
    const { depends } = shipped[name] ?? ADDED_PACKAGES[name];
    for (const other of depends) visit(other.replaceAll('_', '-'));
  };
  ['micropip', 'ipython', 'jedi', 'anywidget'].forEach(visit);
  expect([...pins.keys()].sort()).toEqual([...needed].sort());
  for (const [name, version] of pins) {
    if (name in shipped) expect([name, version]).toEqual([name, shipped[name].version]);
  }
});
