// @ts-check
/**
 * A static host as a course would have one, the same for every site: gzip where it makes text smaller, validators, what
 * is named by its content kept for good. It counts what it sends.
 */

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { contentType } from '../../../packages/cli/lib/site/serve-site.js';

/** What common hosts compress. Not archives, pictures and bytes of no known kind, which arrive as they are. */
const COMPRESSED = /\.(html|js|mjs|css|json|ipynb|svg|wasm|txt|md|py|webmanifest)$/;
/** `1.a8fa7b2.js`, `remoteEntry.84a2b6676c02e94d.js` */
const NAMED_BY_CONTENT = /[.-][0-9a-f]{7,64}\.[a-z0-9.]+$/;
/** Asked for by no visitor. */
const LEFT_OUT = /\.map$/;

/**
 * @typedef {{ body: Buffer, headers: Record<string, string> }} File
 * @typedef {{ url: string, sent: () => number, quietFor: () => number, close: () => Promise<void> }} Host
 *   `url` with a closing slash; `sent`: bytes since the start, headers as well; `quietFor`: seconds since the last request
 */

/**
 * @param {string} folder
 * @param {Record<string, string>} [headers] with every response
 * @returns {Promise<Host>}
 */
export async function host(folder, headers = {}) {
  const files = filesOf(folder);
  let sent = 0;
  let lastRequestAt = performance.now();
  const server = createServer((request, response) => {
    lastRequestAt = performance.now();
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(pathname);
    const file = files.get(path.endsWith('/') ? `${path}index.html` : path);
    if (file === undefined) return void response.writeHead(404, headers).end('Not found');
    const unchanged = request.headers['if-none-match'] === file.headers.etag;
    response.writeHead(unchanged ? 304 : 200, { ...file.headers, ...headers });
    response.end(unchanged || request.method === 'HEAD' ? undefined : file.body);
  });
  /** @type {Map<import('node:net').Socket, number>} */
  const open = new Map();
  const count = (/** @type {import('node:net').Socket} */ socket) => {
    sent += socket.bytesWritten - (open.get(socket) ?? 0);
    open.set(socket, socket.bytesWritten);
  };
  server.on('connection', (socket) => {
    open.set(socket, 0);
    socket.on('close', () => (count(socket), open.delete(socket)));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    sent: () => {
      for (const socket of open.keys()) count(socket);
      return sent;
    },
    quietFor: () => (performance.now() - lastRequestAt) / 1000,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}

/** Read and compressed before anybody visits. @param {string} folder @returns {Map<string, File>} by path */
function filesOf(folder) {
  /** @type {Map<string, File>} */
  const files = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || LEFT_OUT.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const raw = readFileSync(path);
    const body = COMPRESSED.test(entry.name) ? gzipSync(raw) : raw;
    files.set(`/${relative(folder, path).replaceAll('\\', '/')}`, {
      body,
      headers: {
        'content-type': contentType(path) ?? 'application/octet-stream',
        'content-length': String(body.length),
        ...(body === raw ? {} : { 'content-encoding': 'gzip' }),
        etag: `"${createHash('sha256').update(raw).digest('hex').slice(0, 16)}"`,
        // Asked for anew each time, where a site may change under the same name.
        'cache-control': NAMED_BY_CONTENT.test(path)
          ? 'public, max-age=31536000, immutable'
          : 'no-cache'
      }
    });
  }
  return files;
}
