// @ts-check
/** Fails when the parts that must be of one version drift apart. */

import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT, pythonPins, readVersions } from './versions.mjs';

// Where `deployment/requirements.txt` is installed: the set-up makes `.venv`.
const venv = process.env.LECTERN_VENV ?? join(ROOT, '.venv');

it('ships one Pyodide, one JupyterLite and one JupyterLab', () => {
  expect(readVersions({ venv }).problems).toEqual([]);
});

it('reads exact pins, with hashes and comments about them', () => {
  const text = '# a==1\nb-c==2.3 \\\n    --hash=sha256:00\nd==4; python_version > "3"\ne>=5\n';
  expect([...pythonPins(text)]).toEqual([
    ['b-c', '2.3'],
    ['d', '4']
  ]);
});
