// @ts-check
/** What an attack wants to reach: servers that notice, a folder where files appear, a secret. */

import { createHash, randomUUID } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {import('./corpus.mjs').Sign} Sign */

export class Canaries {
  /** Told nowhere but in the environment, in a file and under one address. */
  secret = randomUUID();
  #folder = mkdtempSync(join(tmpdir(), 'lectern-attacks-'));
  #secretFile = join(this.#folder, 'secret.json');
  /** Everything that has reached a server, by how. @type {{ sign: Sign, text: string }[]} */
  #hits = [];
  #udp = createSocket('udp4', (packet) =>
    this.#hits.push({ sign: 'udp', text: packet.toString() })
  );
  #next = 0;

  /** @param {import('node:http').RequestListener} [site] answers what is no canary's */
  constructor(site = (_, response) => void response.writeHead(404).end()) {
    writeFileSync(this.#secretFile, JSON.stringify(this.secret));
    process.env['LECTERN_ATTACKS_SECRET'] = this.secret;
    this.server = createServer((request, response) => {
      const url = request.url ?? '';
      if (url.startsWith('/hit/')) {
        this.#hits.push({ sign: 'http', text: url });
        response.writeHead(200, { 'content-type': 'text/javascript' }).end('');
      } else if (url === '/secret.json') {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(this.secret));
      } else site(request, response);
    });
    this.server.on('upgrade', (request, socket) => {
      this.#hits.push({ sign: 'ws', text: request.url ?? '' });
      const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
      const accept = createHash('sha1').update(key).digest('base64');
      socket.on('error', () => undefined);
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`
      );
    });
    this.server.on('connection', (socket) => socket.unref());
  }

  /** @returns {Promise<this>} */
  async open() {
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', () => resolve(null)));
    await new Promise((resolve) => this.#udp.bind(0, '127.0.0.1', () => resolve(null)));
    return this;
  }

  get url() {
    const { port } = /** @type {import('node:net').AddressInfo} */ (this.server.address());
    return `http://127.0.0.1:${port}/`;
  }

  /** Places for one attempt. @returns {import('./corpus.mjs').Places} */
  places() {
    const token = `t${(this.#next += 1)}x${randomUUID().slice(0, 8)}`;
    const scratch = join(this.#folder, token);
    mkdirSync(scratch);
    return {
      token,
      scratch,
      secretFile: this.#secretFile,
      secretEnv: 'LECTERN_ATTACKS_SECRET',
      http: this.url,
      ws: this.url.replace('http', 'ws'),
      udp: this.#udp.address().port
    };
  }

  /** What has happened at the places of an attempt. @param {import('./corpus.mjs').Places} places @returns {Sign[]} */
  signs({ token, scratch }) {
    /** @type {Set<Sign>} */
    const seen = new Set();
    for (const { sign, text } of this.#hits) if (text.includes(token)) seen.add(sign);
    if (readdirSync(scratch).length > 0) seen.add('file');
    return [...seen];
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
    this.#udp.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
