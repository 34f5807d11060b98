/** Looks for a new release, and fetches it whole or not at all. */

import {
  fileAt,
  LIVE,
  pathOf,
  readRelease,
  RELEASE_FILE,
  successors,
  urlOf,
  type Release
} from '../release.js';
import type { Extendable, Host } from './host.js';
import type { Releases } from './releases.js';
import { isQuotaError, readVerified } from './verified.js';

/** Downloads at a time: the learner's own come first. */
const AT_A_TIME = 2;

/** After so long the storage may have room again. */
const TRY_AGAIN_MS = 24 * 60 * 60_000;

export class Updates {
  /** When the host was last asked. */
  lookedAt = -Infinity;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly host: Host,
    private readonly releases: Releases,
    /** Has something changed that pages should know? */
    private readonly onNews: () => Promise<void>
  ) {}

  /** Asks the host, fetches what is new, and deletes what is old. Never rejects. */
  look(): Promise<void> {
    return this.oneAtATime(async () => {
      await this.lookForRoom();
      const served = await this.fetchList();
      const { state } = this.releases;
      if (served !== null && state.current === null) await this.releases.setCurrent(served);
      else if (served?.id === state.current && state.ready !== null) await this.withdraw();
      else if (served !== null && served.id !== state.current && served.id !== state.ready) {
        await this.makeReady(served);
      }
      await this.releases.tidy();
    });
  }

  /** Makes the host's release the current one at once, whole or not; what the learner uses of it follows. */
  async adopt(event: Extendable): Promise<void> {
    const { releases } = this;
    const served = await this.fetchList();
    const former = await releases.current();
    if (served === null || served.id === former?.id) return;
    const wanted = former === null ? [] : await this.wanted(served, former);
    await releases.setCurrent(served);
    const filled = this.oneAtATime(async () => {
      // First, for the room.
      await releases.tidy();
      await this.download(served, wanted).catch((error: unknown) =>
        this.onNotFetched(error, served)
      );
    });
    event.waitUntil(filled);
    await this.onNews();
  }

  /** A file of this release could not be put into the storage. */
  async onNotKept(error: unknown, release: Release, bytes: number): Promise<void> {
    if (!isQuotaError(error)) return console.warn('A file was not kept.', error);
    const { state } = this.releases;
    if (state.lacking > 0) return;
    // What is only half kept is of no use without a network, and the learner's own work needs the room.
    let needed = bytes;
    for (const url of await this.releases.files.urlsOf(release)) {
      needed += fileAt(release, pathOf(url, this.host.scope) ?? '')?.[1] ?? 0;
    }
    state.lacking = needed;
    state.lackingSince = this.host.now();
    await this.releases.files.delete(release.id);
    await this.releases.save();
    await this.onNews();
  }

  private async withdraw(): Promise<void> {
    await this.releases.setReady(null);
    await this.onNews();
  }

  private async makeReady(served: Release): Promise<void> {
    const { releases } = this;
    const former = await releases.current();
    try {
      if (former !== null) await this.download(served, await this.wanted(served, former));
      await releases.setReady(served, { isBare: releases.state.lacking > 0 });
    } catch (error) {
      if (!releases.isUsed(served.id)) await releases.files.delete(served.id);
      if (!isQuotaError(error)) return this.onNotFetched(error, served);
      // With the old one gone there may be room.
      await releases.setReady(served, { isBare: true });
    }
    await this.onNews();
  }

  private async onNotFetched(error: unknown, served: Release): Promise<void> {
    if (isQuotaError(error)) await this.onNotKept(error, served, 0);
    else
      console.warn('A new version of the site could not be fetched; the old one goes on.', error);
  }

  /** What the learner has of the former release, by its addresses in the new one. */
  private async wanted(release: Release, former: Release): Promise<string[]> {
    const { scope } = this.host;
    const urls: string[] = [];
    for (const url of await this.releases.files.urlsOf(former)) {
      const { search } = new URL(url);
      for (const path of successors(pathOf(url, scope) ?? '', release)) {
        urls.push(urlOf(path, scope) + search);
      }
    }
    return urls;
  }

  private async download(release: Release, wanted: readonly string[]): Promise<void> {
    const pending = [...wanted];
    const work = async (): Promise<void> => {
      for (let url = pending.pop(); url !== undefined; url = pending.pop()) {
        // Where one has failed, the other stops.
        await this.downloadFile(release, url).catch((error: unknown) => {
          pending.length = 0;
          throw error;
        });
      }
    };
    const done = await Promise.allSettled(Array.from({ length: AT_A_TIME }, work));
    const failure = done.find((one) => one.status === 'rejected');
    if (failure) throw failure.reason;
  }

  private async downloadFile(release: Release, url: string): Promise<void> {
    const file = fileAt(release, pathOf(url, this.host.scope) ?? '');
    if (file === null || (await this.releases.files.match(release, url))) return;
    const response = await this.host.fetch(url, { cache: 'no-cache', priority: 'low' });
    const kept = response.ok ? await readVerified(response, file) : null;
    if (kept === null) {
      throw new Error(`${url}: not the file that ${RELEASE_FILE} lists (${response.status})`);
    }
    await this.releases.keep(release, url, kept);
  }

  private async fetchList(): Promise<Release | null> {
    try {
      const url = urlOf(RELEASE_FILE, this.host.scope);
      const response = await this.host.fetch(url, { cache: 'no-cache' });
      this.lookedAt = this.host.now();
      // The address has another site now, which must not be hidden by what is kept of this one.
      if (response.status === 404) return LIVE;
      return response.ok ? readRelease(await response.json()) : null;
    } catch {
      return null; // No network: nothing new.
    }
  }

  private async lookForRoom(): Promise<void> {
    const { state } = this.releases;
    // It went well since it was last tried: if there is no room again, that is news.
    if (state.lacking === 0) {
      state.told = false;
      return;
    }
    const { usage = 0, quota = 0 } = await this.host.estimate();
    const hasRoom = quota - usage > state.lacking;
    // Browsers do not tell how much room there really is, so as not to tell the visitor's disk.
    if (!hasRoom || this.host.now() - state.lackingSince < TRY_AGAIN_MS) return;
    state.lacking = 0;
    await this.releases.save();
  }

  private oneAtATime(work: () => Promise<void>): Promise<void> {
    const done = this.queue.then(work).catch(console.warn);
    this.queue = done;
    return done;
  }
}
