/** A host that gets a new release while visitors are there, breaks in the middle, and tells what it was asked for. */

import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import sirv from 'sirv';
import type { Page } from '@playwright/test';
import type { writeRelease as WriteRelease } from '../packages/cli/src/site/release.js';
import { SITE } from './site.js';

const RELEASE = fileURLToPath(new URL('../packages/cli/lib/site/release.js', import.meta.url));

/** Writes the list anew, as `lectern build` and `lectern start` do. */
export async function listFiles(site: string, options: { live?: boolean } = {}): Promise<void> {
  const { writeRelease } = (await import(pathToFileURL(RELEASE).href)) as {
    writeRelease: typeof WriteRelease;
  };
  await writeRelease(site, options);
}

/** What the catalogue of a changed site is called. */
export const NEW_TITLE = 'The new release';
/** A script that every notebook page loads, and a file that only some page may come to ask for. */
export const SCRIPT = 'offline-page.js';
export const LATE = 'icon-512x512.png';

/** The same site with another catalogue, script and late file. */
export async function changedSite(folder: string): Promise<string> {
  cpSync(SITE, folder, { recursive: true });
  const page = join(folder, 'index.html');
  const html = readFileSync(page, 'utf8').replace(/<h1>.*?<\/h1>/s, `<h1>${NEW_TITLE}</h1>`);
  writeFileSync(page, html);
  for (const path of [SCRIPT, LATE]) appendFileSync(join(folder, path), '\n// new');
  await listFiles(folder);
  return folder;
}

export class ReleaseHost {
  readonly asked: string[] = [];
  /** Of these the connection breaks after some bytes. */
  broken: string[] = [];
  private folder = '';
  private files = sirv('');
  private readonly server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname.slice(1);
    this.asked.push(path);
    if (this.broken.includes(path)) {
      response.writeHead(200, { 'Content-Length': 1_000_000 });
      response.write('// half of');
      setTimeout(() => response.destroy(), 50);
      return;
    }
    this.files(request, response, () => void response.writeHead(404).end('Not found'));
  });

  serve(folder: string): void {
    this.folder = folder;
    this.files = sirv(this.folder, { dev: true, etag: true });
  }

  async open(folder: string): Promise<string> {
    this.serve(folder);
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/`;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }
}

/** What the browser keeps of releases: paths by release. */
export function keptFiles(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.includes(':release:'));
    const kept = names.map(async (name) => {
      const requests = await (await caches.open(name)).keys();
      return [name, requests.map(({ url }) => new URL(url).pathname.slice(1)).sort()] as const;
    });
    return Object.fromEntries(await Promise.all(kept));
  });
}

/** A file as the page's scripts are given it; `null` where they are refused. */
export function fileFor(page: Page, path: string): Promise<string | null> {
  return page.evaluate(
    (address) =>
      fetch(address)
        .then((response) => (response.ok ? response.text() : null))
        .catch(() => null),
    `/${path}`
  );
}
