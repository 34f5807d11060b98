/** Serves a built site on this machine. What is rebuilt meanwhile shows on the next load. */

import mime from 'mime';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { SiteError } from './errors.js';

export interface ServeSiteOptions {
  dir: string;
  /** 0 takes any free port. */
  port: number;
  /** @default '127.0.0.1': this machine only. */
  host?: string;
}

export interface SiteServer {
  url: string;
  close(): Promise<void>;
}

/** @throws SiteError where the port cannot be had. */
export async function serveSite(options: ServeSiteOptions): Promise<SiteServer> {
  const { dir, port, host = '127.0.0.1' } = options;
  // dev: sirv looks at the disk for each request instead of remembering the folder as it was.
  const files = sirv(dir, { dev: true, etag: true, dotfiles: false, setHeaders });
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('Not found\n');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port, host)));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const name = host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host;
  return {
    url: `http://${name.includes(':') ? `[${name}]` : name}:${address.port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        // A browser keeps its connections open; without this the server would wait for them.
        server.closeAllConnections();
      })
  };
}

function setHeaders(
  response: { setHeader(name: string, value: string): void },
  path: string
): void {
  const type = contentType(path);
  if (type !== null) response.setHeader('Content-Type', type);
  // sirv takes `x.gz` for an encoded `x`: the page would be given it unzipped.
  if (/\.(gz|br)$/.test(path)) response.setHeader('Content-Encoding', 'identity');
  // Kept, but asked for anew each time: the ETag saves the transfer.
  response.setHeader('Cache-Control', 'no-cache');
}

/** By the address's ending, as sirv's own table lacks some; `null` for a folder's, where sirv knows the page. */
export function contentType(path: string): string | null {
  if (path.endsWith('.ipynb')) return 'application/json; charset=utf-8';
  if (path.endsWith('.whl')) return 'application/octet-stream';
  const type = mime.getType(path);
  if (type === null) return null;
  const isText = /^text\/|javascript$|json$|\+xml$/.test(type);
  return isText ? `${type}; charset=utf-8` : type;
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new SiteError(`Port ${port} is in use; choose another with --port, or 0 for any`);
    case 'EACCES':
      return new SiteError(`Port ${port} is not open to you; choose one above 1023 with --port`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new SiteError(`${host}: not an address of this machine`);
    default:
      return error;
  }
}
