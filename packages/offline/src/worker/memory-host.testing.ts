/** A browser's storage and a host's files in memory: what the worker is given in its tests. */

import { createHash } from 'node:crypto';
import type { PageMessage, ReleaseStatus } from '../messages.js';
import type { Release, ReleaseFile } from '../release.js';
import type { Client, FetchEventLike, Host, MessageEventLike } from './host.js';
import { OfflineService } from './offline-service.js';

export const SCOPE = 'https://host.example/course/';

interface StoredResponse {
  body: ArrayBuffer;
  headers: [string, string][];
}

/** As much of the Cache API as is used; like a browser's, it refuses what does not fit. */
class MemoryCache {
  readonly entries = new Map<string, StoredResponse>();

  constructor(
    private readonly storage: MemoryCaches,
    /** The worker's own notes are small beside them. */
    private readonly isOfFiles: boolean
  ) {}

  match(url: string): Promise<Response | undefined> {
    const found = this.entries.get(url);
    return Promise.resolve(found && new Response(found.body, { headers: found.headers }));
  }

  async put(url: string, response: Response): Promise<void> {
    const body = await response.arrayBuffer();
    const { quota } = this.storage;
    if (this.isOfFiles && this.storage.bytes() + body.byteLength > quota) {
      throw new DOMException('Quota exceeded.', 'QuotaExceededError');
    }
    this.entries.set(url, { body, headers: [...response.headers] });
  }

  delete(url: string): Promise<boolean> {
    return Promise.resolve(this.entries.delete(url));
  }

  keys(): Promise<{ url: string }[]> {
    return Promise.resolve([...this.entries.keys()].map((url) => ({ url })));
  }
}

class MemoryCaches {
  readonly all = new Map<string, MemoryCache>();
  quota = Infinity;
  /** What browsers say of it, where that is something else. */
  claimedQuota: number | undefined;

  open(name: string): Promise<MemoryCache> {
    const cache = this.all.get(name) ?? new MemoryCache(this, name.includes(':release:'));
    this.all.set(name, cache);
    return Promise.resolve(cache);
  }

  delete(name: string): Promise<boolean> {
    return Promise.resolve(this.all.delete(name));
  }

  keys(): Promise<string[]> {
    return Promise.resolve([...this.all.keys()]);
  }

  bytes(): number {
    // Beside the files the worker's own notes count for nothing.
    const files = [...this.all].filter(([name]) => name.includes(':release:'));
    const entries = files.flatMap(([, { entries }]) => [...entries.values()]);
    return entries.reduce((sum, { body }) => sum + body.byteLength, 0);
  }
}

type Files = Record<string, string>;

export function releaseOf(files: Files): Release {
  const listed = Object.entries(files).map(([path, text]): [string, ReleaseFile] => {
    const sha256 = createHash('sha256').update(text).digest('hex');
    return [path, [sha256, Buffer.byteLength(text)]];
  });
  const id = createHash('sha256').update(JSON.stringify(listed)).digest('hex').slice(0, 16);
  return { format: 1, id, files: Object.fromEntries(listed) };
}

/** One browser and one host. `restart` is what browsers do to an idle worker: its memory is gone. */
export class World {
  readonly storage = new MemoryCaches();
  /** What was asked of the host, by path. */
  readonly asked: string[] = [];
  /** Status messages that the open pages got, by client id. */
  readonly told = new Map<string, ReleaseStatus[]>();
  isOnline = true;
  /** What the browser has kept by itself, and gives to who does not ask for better. */
  httpCache: Files = {};
  /** Called before each answer of the host. */
  onRequest: (path: string) => void | Promise<void> = () => undefined;
  time = 0;
  private served: Files = {};
  private readonly open = new Map<string, Client>();
  private service: OfflineService;
  private nextClient = 1;
  private pending: Promise<unknown>[] = [];

  constructor(files: Files) {
    this.serve(files);
    this.service = new OfflineService(this.host());
  }

  serve(files: Files): Release {
    const release = releaseOf(files);
    this.served = { ...files, 'release.json': JSON.stringify(release) };
    return release;
  }

  /** The host has other files than its list says. */
  serveUnlisted(files: Files): void {
    Object.assign(this.served, files);
  }

  unserve(...paths: string[]): void {
    for (const path of paths) delete this.served[path];
  }

  async install(): Promise<void> {
    await this.service.install();
    await this.service.activate();
    await this.settle();
  }

  restart(): void {
    this.service = new OfflineService(this.host());
  }

  /** Opens a page, or reloads one: a page after a reload is another client. */
  async visit(path: string, from?: string): Promise<{ id: string; text: string | null }> {
    const id = this.openClient('window');
    const request = new Request(SCOPE + path);
    // Node's requests cannot be navigations.
    Object.defineProperty(request, 'mode', { value: 'navigate' });
    const text = await this.ask(request, { clientId: '', resultingClientId: id });
    if (from !== undefined) this.close(from);
    await this.settle();
    return { id, text };
  }

  /** What a page is given for a path; `null` where it is refused. */
  async get(clientId: string, path: string, resultingClientId = ''): Promise<string | null> {
    const text = await this.ask(new Request(SCOPE + path), { clientId, resultingClientId });
    await this.settle();
    return text;
  }

  openClient(type: 'window' | 'worker'): string {
    const id = `client-${this.nextClient++}`;
    const statuses: ReleaseStatus[] = [];
    this.told.set(id, statuses);
    const postMessage = (status: unknown) => void statuses.push(status as ReleaseStatus);
    this.open.set(id, { id, type, postMessage });
    return id;
  }

  close(id: string): void {
    this.open.delete(id);
  }

  async post(clientId: string, data: PageMessage): Promise<ReleaseStatus | undefined> {
    const source = this.open.get(clientId) ?? null;
    const event: MessageEventLike = { data, source, waitUntil: this.waitUntil };
    await this.service.message(event);
    await this.settle();
    return this.told.get(clientId)?.at(-1);
  }

  /** Of all releases, by path. */
  kept(): string[] {
    const caches = [...this.storage.all].filter(([name]) => name.includes(':release:'));
    const urls = caches.flatMap(([, { entries }]) => [...entries.keys()]);
    return urls.map((url) => url.slice(SCOPE.length)).sort();
  }

  /** Everything that keeps the worker alive is done. */
  async settle(): Promise<void> {
    while (this.pending.length > 0) await Promise.all(this.pending.splice(0));
  }

  /** What the worker was still waiting for when it was killed. */
  forgetPending(): void {
    this.pending = [];
  }

  private readonly waitUntil = (work: Promise<unknown>): void => void this.pending.push(work);

  private async ask(
    request: Request,
    ids: Pick<FetchEventLike, 'clientId' | 'resultingClientId'>
  ): Promise<string | null> {
    const event: FetchEventLike = { request, ...ids, waitUntil: this.waitUntil };
    const response = await this.service.respond(event);
    if (!response.ok) return null;
    // A file that proves to be another one ends in an error.
    return response.text().catch(() => null);
  }

  private host(): Host {
    const clients = {
      matchAll: ({ type }: { type: string }) =>
        Promise.resolve(
          [...this.open.values()].filter((one) => type === 'all' || one.type === type)
        ),
      claim: () => Promise.resolve()
    };
    return {
      scope: SCOPE,
      caches: this.storage as unknown as CacheStorage,
      clients,
      fetch: (request, { cache = 'default' } = {}) =>
        this.answer(request instanceof Request ? request.url : String(request), cache),
      estimate: () =>
        Promise.resolve({
          usage: this.storage.bytes(),
          quota: this.storage.claimedQuota ?? this.storage.quota
        }),
      now: () => this.time
    };
  }

  private async answer(url: string, cache: RequestCache): Promise<Response> {
    const path = decodeURIComponent(new URL(url).pathname).slice('/course/'.length);
    const cached = cache === 'default' ? this.httpCache[path] : undefined;
    if (cached !== undefined) return new Response(cached);
    this.asked.push(path);
    await this.onRequest(path);
    if (!this.isOnline) throw new TypeError('Failed to fetch');
    const text = this.served[path === '' || path.endsWith('/') ? `${path}index.html` : path];
    return text === undefined ? new Response('', { status: 404 }) : new Response(text);
  }
}
