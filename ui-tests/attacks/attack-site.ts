/** The host of the attacks' page: it serves the page, the sandbox and Pyodide, and notices every request too many. */

import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import sirv from 'sirv';
import { bundledSandboxFolder } from '@lectern/grader/node';
import { Canaries } from '../../packages/grader/test/attack-harness/canaries.mjs';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const BUILT = path('../../.cache/ui-tests/attacks');

export async function openAttackSite(): Promise<Canaries> {
  rmSync(BUILT, { recursive: true, force: true });
  await build({
    entryPoints: [path('page.ts'), path('control-worker.ts')],
    outdir: BUILT,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error'
  });
  const built = sirv(BUILT);
  const pyodide = sirv(dirname(createRequire(import.meta.url).resolve('pyodide/package.json')));
  const sandbox = sirv(bundledSandboxFolder);
  const naive = readFileSync(path('../../packages/grader/test/attack-harness/naive.py'), 'utf8');
  const canaries = new Canaries((request, response) => {
    const missing = (): void => void response.writeHead(404).end();
    const [, folder = '', ...rest] = (request.url ?? '/').split('/');
    if (folder === '') {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(
        '<!doctype html><title>Attacks</title><script type="module" src="/page.js"></script>'
      );
    } else if (folder === 'naive.py') response.end(naive);
    else if (folder === 'pyodide' || folder === 'sandbox') {
      request.url = `/${rest.join('/')}`;
      (folder === 'pyodide' ? pyodide : sandbox)(request, response, missing);
    } else built(request, response, missing);
  });
  return canaries.open();
}
