/** What the worker must know when it is started again: browsers stop it whenever it is idle. */

import { readRelease, type Release } from '../release.js';

export interface State {
  /** The release that the next page gets. */
  current: string | null;
  /** A newer one, whole; the next page makes it the current one. */
  ready: string | null;
  /** There was no room for the ready one beside the current one: it is there for who has a network. */
  isBare: boolean;
  /** The release of each page and of its workers, by client id. */
  clients: Record<string, string>;
  /** Bytes for which the storage had no room; 0 where nothing is known to be missing. */
  lacking: number;
  /** When that was found out. */
  lackingSince: number;
  /** Whether the learner has been told. */
  told: boolean;
}

const NOTHING: State = {
  current: null,
  ready: null,
  isBare: false,
  clients: {},
  lacking: 0,
  lackingSince: 0,
  told: false
};

/** The state and the releases' lists, in a cache of their own; the lists are also remembered. */
export class StateFile {
  private readonly lists = new Map<string, Promise<Release | null>>();
  private saving: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly cache: Cache,
    private readonly scope: string,
    readonly state: State
  ) {}

  static async open(caches: CacheStorage, name: string, scope: string): Promise<StateFile> {
    const cache = await caches.open(name);
    const saved = await readJson(cache, keyOf('state', scope));
    return new StateFile(cache, scope, { ...structuredClone(NOTHING), ...(saved as State | null) });
  }

  /** One after the other, each with what is known when its turn comes. A full storage must stop nothing. */
  save(): Promise<void> {
    const saved = this.saving.then(() => this.write('state', this.state));
    this.saving = saved;
    return saved;
  }

  async addList(release: Release): Promise<void> {
    this.lists.set(release.id, Promise.resolve(release));
    await this.write(`list/${release.id}`, release);
  }

  async deleteList(id: string): Promise<void> {
    this.lists.delete(id);
    await this.cache.delete(keyOf(`list/${id}`, this.scope));
  }

  list(id: string): Promise<Release | null> {
    let list = this.lists.get(id);
    if (list === undefined) {
      list = readJson(this.cache, keyOf(`list/${id}`, this.scope)).then(readRelease);
      this.lists.set(id, list);
    }
    return list;
  }

  /** Of the lists that are kept, by id: also those that nothing uses any more. */
  async listed(): Promise<string[]> {
    const prefix = keyOf('list/', this.scope);
    const urls = (await this.cache.keys()).map(({ url }) => url);
    return urls.filter((url) => url.startsWith(prefix)).map((url) => url.slice(prefix.length));
  }

  private async write(name: string, value: unknown): Promise<void> {
    const response = new Response(JSON.stringify(value));
    await this.cache.put(keyOf(name, this.scope), response).catch(console.warn);
  }
}

async function readJson(cache: Cache, key: string): Promise<unknown> {
  const response = await cache.match(key);
  return response ? ((await response.json()) as unknown) : null;
}

/** A cache's keys are addresses; nothing is ever fetched from these. */
function keyOf(name: string, scope: string): string {
  return new URL(`lectern-state/${name}`, scope).href;
}
