/** The built site that the journeys visit, and servers for it. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

/** Written once by the global set-up. */
export const SITE = fileURLToPath(new URL('../.cache/ui-tests/site', import.meta.url));
export const COURSE = fileURLToPath(new URL('../packages/cli/test/lessons', import.meta.url));
export const LESSON = 'canonical.ipynb';

/** As an author would, with `lectern build`. */
export function buildSite(course: string, site: string): void {
  const bin = fileURLToPath(new URL('../packages/cli/bin/lectern.mjs', import.meta.url));
  execFileSync(process.execPath, [bin, 'build', course, '--output', site], { stdio: 'inherit' });
}

/** A site of one lesson, for a journey that wants its own. @returns its folder */
export function buildLesson(name: string, markdown: string): string {
  const folder = fileURLToPath(new URL(`../.cache/ui-tests/${name}`, import.meta.url));
  const [course, site] = [`${folder}-course`, `${folder}-site`];
  rmSync(course, { recursive: true, force: true });
  mkdirSync(course, { recursive: true });
  writeFileSync(`${course}/${name}.md`, markdown);
  buildSite(course, site);
  return site;
}

export interface StaticHost {
  /** Of the site's root, with a closing slash. */
  url: string;
  close(): Promise<void>;
}

export interface HostOptions {
  /** Of every answer. */
  headers?: Record<string, string>;
  /** Paths that the host has trouble with, for now. */
  refuses?: (path: string) => boolean;
  /** Paths that it takes its time for. */
  delays?: (path: string) => Promise<void> | undefined;
}

/** A host that knows nothing of Lectern; the site may lie under a sub-path of it. */
export async function serveStatic(
  folder: string,
  base = '/',
  { headers = {}, refuses = () => false, delays = () => undefined }: HostOptions = {}
): Promise<StaticHost> {
  const files = sirv(folder, { dev: true, etag: true });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const notFound = (): void => {
      response.writeHead(404).end('Not found');
    };
    if (!request.url?.startsWith(base)) return notFound();
    request.url = `/${request.url.slice(base.length)}`;
    await delays(request.url);
    if (refuses(request.url)) {
      response.writeHead(503).end('Not now');
      return;
    }
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    files(request, response, notFound);
  };
  const server: Server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}
