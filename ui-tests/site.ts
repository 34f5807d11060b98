/** The built site that the journeys visit, and servers for it. */

import { execFileSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
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

export interface StaticHost {
  /** Of the site's root, with a closing slash. */
  url: string;
  close(): Promise<void>;
}

/** A host that knows nothing of Lectern; the site may lie under a sub-path of it. */
export async function serveStatic(folder: string, base = '/'): Promise<StaticHost> {
  const files = sirv(folder, { dev: true, etag: true });
  const server: Server = createServer((request, response) => {
    const notFound = (): void => {
      response.writeHead(404).end('Not found');
    };
    if (!request.url?.startsWith(base)) return notFound();
    request.url = `/${request.url.slice(base.length)}`;
    files(request, response, notFound);
  });
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
