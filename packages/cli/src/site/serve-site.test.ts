/** The server: types, freshness, and the failures that a person can mend. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SiteError } from './errors.js';
import { serveSite, type SiteServer } from './serve-site.js';

let dir: string;
let server: SiteServer;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lectern-serve-'));
  await writeFile(join(dir, 'index.html'), '<h1>one</h1>');
  server = await serveSite({ dir, port: 0 });
});
afterEach(async () => {
  await server.close().catch(() => undefined);
  await rm(dir, { recursive: true, force: true });
});

const get = (path: string, headers = {}) => fetch(new URL(path, server.url), { headers });

describe('serveSite', () => {
  it.each([
    ['a.wasm', 'application/wasm'],
    ['a.mjs', 'text/javascript; charset=utf-8'],
    ['a.js', 'text/javascript; charset=utf-8'],
    ['a.json', 'application/json; charset=utf-8'],
    ['a.ipynb', 'application/json; charset=utf-8'],
    ['a.whl', 'application/octet-stream'],
    ['a.css', 'text/css; charset=utf-8'],
    ['a.svg', 'image/svg+xml; charset=utf-8'],
    ['a.gz', 'application/gzip'],
    ['a.html', 'text/html; charset=utf-8']
  ])('serves %s as %s', async (name, type) => {
    await writeFile(join(dir, name), 'x');
    const response = await get(name);
    expect(response.headers.get('content-type')).toBe(type);
    // The page unzips the sandbox's snapshot itself.
    expect(response.headers.get('content-encoding') ?? 'identity').toBe('identity');
    expect(await response.text()).toBe('x');
  });

  it('serves the page of a folder, and says plainly what is not there', async () => {
    const page = await get('');
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await page.text()).toBe('<h1>one</h1>');
    expect((await get('nothing.js')).status).toBe(404);
    expect((await get('../../etc/passwd')).status).toBe(404);
  });

  it('sends a file once, and again as soon as it changed', async () => {
    const first = await get('');
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const etag = first.headers.get('etag') ?? '';
    expect((await get('', { 'If-None-Match': etag })).status).toBe(304);
    await writeFile(join(dir, 'index.html'), '<h1>two!</h1>');
    const second = await get('', { 'If-None-Match': etag });
    expect([second.status, await second.text()]).toEqual([200, '<h1>two!</h1>']);
  });

  it('names the port that is in use, in one line', async () => {
    const port = Number(new URL(server.url).port);
    const failure = await serveSite({ dir, port }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SiteError);
    expect((failure as Error).message).toBe(
      `Port ${port} is in use; choose another with --port, or 0 for any`
    );
  });

  it('gives the port back when closed, open connections or not', async () => {
    await get('');
    const port = Number(new URL(server.url).port);
    await server.close();
    server = await serveSite({ dir, port });
    expect((await get('')).status).toBe(200);
  });
});
