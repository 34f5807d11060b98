/**
 * The files of releases, a cache for each release. A cache holds nothing but what was verified against its release's
 * list, so a file that is the same in two releases is found in either and kept once.
 *
 * Keys are the files' own addresses: browsers keep compiled code beside a script whose key is its address.
 */

import { fileAt, pathOf, type Release } from '../release.js';

export class KeptFiles {
  private readonly opened = new Map<string, Promise<Cache>>();
  /** The addresses in a release's cache, by path; read where one was asked for that is not there. */
  private readonly addresses = new Map<string, Promise<Map<string, string>>>();

  constructor(
    private readonly caches: CacheStorage,
    private readonly prefix: string,
    private readonly scope: string,
    /** Ids of the releases that may hold something, and their lists. */
    private readonly others: () => string[],
    private readonly list: (id: string) => Promise<Release | null>
  ) {}

  async match(release: Release, url: string): Promise<Response | undefined> {
    const path = pathOf(url, this.scope);
    const wanted = path === null ? null : fileAt(release, path);
    if (path === null || wanted === null) return undefined;
    const caches: string[] = [];
    for (const id of new Set([release.id, ...this.others()])) {
      const other = id === release.id ? release : await this.list(id);
      if (other !== null && fileAt(other, path)?.[0] === wanted[0]) caches.push(id);
    }
    for (const id of caches) {
      const found = await (await this.open(id)).match(url);
      if (found) return found;
    }
    // The same file may have been asked for with another query.
    for (const id of caches) {
      const address = (await this.addressesOf(id)).get(path);
      const found = address && (await (await this.open(id)).match(address));
      if (found) return found;
    }
    return undefined;
  }

  /** `response`: verified. */
  async put(release: Release, url: string, response: Response): Promise<void> {
    await (await this.open(release.id)).put(url, response);
    const addresses = await this.addresses.get(release.id);
    addresses?.set(pathOf(url, this.scope) ?? '', url);
  }

  /** The addresses that would be found for a release. */
  async urlsOf(release: Release): Promise<string[]> {
    const found = new Set<string>();
    for (const id of new Set([release.id, ...this.others()])) {
      const list = id === release.id ? release : await this.list(id);
      if (list === null) continue;
      for (const { url } of await (await this.open(id)).keys()) {
        const path = pathOf(url, this.scope) ?? '';
        const wanted = fileAt(release, path);
        if (wanted && fileAt(list, path)?.[0] === wanted[0]) found.add(url);
      }
    }
    return [...found];
  }

  async delete(id: string): Promise<void> {
    this.opened.delete(id);
    this.addresses.delete(id);
    await this.caches.delete(this.prefix + id);
  }

  /** Deletes a release's files, but hands those on that one of the `heirs` has as well. */
  async retire(id: string, heirs: readonly Release[]): Promise<void> {
    const list = await this.list(id);
    const cache = await this.open(id);
    for (const { url } of list ? await cache.keys() : []) {
      const path = pathOf(url, this.scope) ?? '';
      const heir = heirs.find((one) => fileAt(one, path)?.[0] === fileAt(list!, path)?.[0]);
      if (heir === undefined) continue;
      const target = await this.open(heir.id);
      const file = (await target.match(url)) ? undefined : await cache.match(url);
      if (file) await this.put(heir, url, file);
    }
    await this.delete(id);
  }

  /** Ids of the releases that have a cache: also of those whose download was cut off. */
  async ids(): Promise<string[]> {
    const names = (await this.caches.keys()).filter((name) => name.startsWith(this.prefix));
    return names.map((name) => name.slice(this.prefix.length));
  }

  private addressesOf(id: string): Promise<Map<string, string>> {
    let addresses = this.addresses.get(id);
    if (addresses === undefined) {
      addresses = this.open(id)
        .then((cache) => cache.keys())
        .then((keys) => new Map(keys.map(({ url }) => [pathOf(url, this.scope) ?? '', url])));
      this.addresses.set(id, addresses);
    }
    return addresses;
  }

  private open(id: string): Promise<Cache> {
    let cache = this.opened.get(id);
    if (cache === undefined) {
      cache = this.caches.open(this.prefix + id);
      this.opened.set(id, cache);
    }
    return cache;
  }
}
