/** The service worker's part of offline and updates: which release a request is of, and where its file comes from. */

import { isPageMessage, type PageMessage, type ReleaseStatus } from '../messages.js';
import { fileAt, pathOf, urlOf, type Release, type ReleaseFile } from '../release.js';
import type { Client, Extendable, FetchEventLike, Host, MessageEventLike } from './host.js';
import { Releases } from './releases.js';
import { Updates } from './updates.js';
import { readVerified, verifiedStream } from './verified.js';

/** The way to every lesson: kept even when the learner went on before the worker saw it. */
const BASICS = [
  'index.html',
  'catalogue.css',
  'catalogue.js',
  'offline-page.js',
  'lab/favicon.ico'
];

/** A page that is looked at again after so long asks whether there is something new. */
const LOOK_AGAIN_MS = 5 * 60_000;

export class OfflineService {
  private opening: Promise<Opened> | undefined;
  /** Releases of which something is nowhere to be had any more. */
  private readonly gone = new Set<string>();

  constructor(private readonly host: Host) {}

  /** A worker that takes the place of another reads what that one has left when it is in charge, and not before. */
  async install(): Promise<void> {
    const { releases, updates } = await this.open();
    if (releases.state.current === null) await updates.look();
    this.opening = undefined;
  }

  async activate(): Promise<void> {
    const { releases } = await this.open();
    const current = await releases.current();
    if (current === null) return;
    await this.keep(
      current,
      BASICS.map((path) => urlOf(path, this.host.scope))
    );
  }

  /** The answer to a `GET` of the site's own origin. */
  async respond(event: FetchEventLike): Promise<Response> {
    const { request } = event;
    const opened = await this.open();
    if (request.mode === 'navigate') return this.navigate(event, opened);
    const release = await this.releaseOf(event, opened);
    if (release === 'gone') return refusal();
    const asked = release === null ? null : this.listed(request, release);
    if (asked === null) return this.host.fetch(request);
    const kept = await opened.releases.files.match(asked.release, asked.key);
    return kept ?? this.fetchFile(event, opened, asked);
  }

  async message(event: MessageEventLike): Promise<void> {
    const { data, source } = event;
    if (isPageMessage(data) && source !== null) await this.answer(data, source, event);
  }

  private async answer(message: PageMessage, source: Client, event: Extendable): Promise<void> {
    const opened = await this.open();
    const { releases, updates } = opened;
    switch (message.type) {
      case 'lectern-hello':
        if (message.release !== undefined) await this.recall(source.id, message.release, opened);
        source.postMessage(await this.status(source.id));
        if (this.host.now() - updates.lookedAt > LOOK_AGAIN_MS) await updates.look();
        return;
      case 'lectern-keep': {
        const id = releases.idOf(source.id);
        const release = id === null ? null : await releases.list(id);
        if (release !== null) await this.keep(release, message.urls);
        return;
      }
      case 'lectern-claim':
        // Such a page came past the worker, and so from the host: it is of the host's release.
        await updates.adopt(event);
        await releases.assign(source.id, releases.state.current);
        return this.host.clients.claim();
      case 'lectern-told':
        releases.state.told = true;
        return releases.save();
    }
  }

  /** A page gets the newest release that is whole, and asks nobody first. */
  private async navigate(event: FetchEventLike, opened: Opened): Promise<Response> {
    const { request } = event;
    const { releases, updates } = opened;
    await releases.promote();
    let response = releases.state.isBare ? undefined : await this.keptPage(request, opened);
    if (response === undefined) {
      // It takes the network anyway, so it may as well be of the release that is there.
      await updates.adopt(event);
      response = await this.keptPage(request, opened);
    }
    event.waitUntil(releases.assign(event.resultingClientId, releases.state.current));
    event.waitUntil(updates.look());
    if (response !== undefined) return response;
    const current = await releases.current();
    const asked = current === null ? null : this.listed(request, current);
    return asked === null ? this.host.fetch(request) : this.fetchPage(event, opened, asked);
  }

  private async keptPage(request: Request, opened: Opened): Promise<Response | undefined> {
    const current = await opened.releases.current();
    const asked = current === null ? null : this.listed(request, current);
    return asked === null ? undefined : opened.releases.files.match(asked.release, asked.key);
  }

  /** A worker is of its page's release; a page that came before this service worker is of the current one. */
  private async releaseOf(
    event: FetchEventLike,
    { releases }: Opened
  ): Promise<Release | 'gone' | null> {
    const { clientId, resultingClientId } = event;
    const id = releases.idOf(clientId);
    if (id === null) return null;
    const saved = [clientId, resultingClientId].map((client) => releases.assign(client, id));
    event.waitUntil(Promise.all(saved));
    return (await releases.list(id)) ?? 'gone';
  }

  private listed(request: Request, release: Release): Asked | null {
    const path = pathOf(request.url, this.host.scope);
    const file = path === null ? null : fileAt(release, path);
    if (path === null || file === null || request.headers.has('range')) return null;
    const { pathname, search } = new URL(request.url);
    // A page is one file whatever its query says: `?path=…` is read by the script in it.
    const isPage = request.mode === 'navigate' || pathname.endsWith('/');
    return { release, file, key: urlOf(path, this.host.scope) + (isPage ? '' : search) };
  }

  private async fetchFile(event: FetchEventLike, opened: Opened, asked: Asked): Promise<Response> {
    // Past what the browser kept by itself, which may be of another release.
    const response = await this.host.fetch(event.request, { cache: 'no-cache' });
    if (isNoFile(response)) return response;
    if (!response.ok) {
      event.waitUntil(this.onGone(opened, asked.release));
      return refusal();
    }
    const verified = verifiedStream(response, asked.file);
    const done = verified.kept.then((file) => {
      if (file) return this.keepFile(opened, asked, file);
      return file === null ? this.onGone(opened, asked.release) : undefined;
    });
    event.waitUntil(done);
    return verified.response;
  }

  /** A page shows in any case: some hosts write something of their own into each, and it is not kept then. */
  private async fetchPage(event: FetchEventLike, opened: Opened, asked: Asked): Promise<Response> {
    const response = await this.host.fetch(event.request, { cache: 'no-cache' });
    if (response.ok) {
      const kept = readVerified(response.clone(), asked.file);
      event.waitUntil(kept.then((file) => file && this.keepFile(opened, asked, file)));
    }
    return response;
  }

  private async keepFile(
    { releases, updates }: Opened,
    asked: Asked,
    file: Response
  ): Promise<void> {
    try {
      await releases.keep(asked.release, asked.key, file);
    } catch (error) {
      await updates.onNotKept(error, asked.release, asked.file[1]);
    }
  }

  /** Fetches what a page has loaded past the worker; the browser has most of it still. */
  private async keep(release: Release, urls: readonly string[]): Promise<void> {
    const opened = await this.open();
    const pending = [...new Set(urls)];
    const work = async (): Promise<void> => {
      for (let url = pending.pop(); url !== undefined; url = pending.pop()) {
        const asked = this.listed(new Request(url), release);
        if (asked === null || (await opened.releases.files.match(release, asked.key))) continue;
        for (const cache of ['default', 'no-cache'] as const) {
          const response = await this.host.fetch(asked.key, { cache }).catch(() => null);
          const file = response?.ok ? await readVerified(response, asked.file) : null;
          if (file === null) continue;
          await this.keepFile(opened, asked, file);
          break;
        }
      }
    };
    await Promise.all([work(), work(), work(), work()]);
  }

  /** The page knows what it is of, and the worker, which was stopped or has counted it as closed, may not. */
  private async recall(clientId: string, id: string, { releases }: Opened): Promise<void> {
    if ((await releases.list(id)) === null) this.gone.add(id);
    await releases.assign(clientId, id);
  }

  private async onGone({ updates }: Opened, release: Release): Promise<void> {
    this.gone.add(release.id);
    await updates.look();
    await this.tell();
  }

  private async status(clientId: string): Promise<ReleaseStatus> {
    const { releases } = await this.open();
    const { state } = releases;
    const release = releases.idOf(clientId);
    const { usage = 0, quota = 0 } = await this.host.estimate();
    const isLikely = quota - usage < state.lacking;
    return {
      type: 'lectern-status',
      release,
      isNewReady: release !== null && (state.ready ?? state.current) !== release,
      isGone: release !== null && this.gone.has(release),
      full: state.lacking > 0 && !state.told ? { usage, quota: isLikely ? quota : null } : null
    };
  }

  private async tell(): Promise<void> {
    const pages = await this.host.clients.matchAll({ includeUncontrolled: false, type: 'window' });
    for (const page of pages) page.postMessage(await this.status(page.id));
  }

  private open(): Promise<Opened> {
    this.opening ??= Releases.open(this.host).then((releases) => ({
      releases,
      updates: new Updates(this.host, releases, () => this.tell())
    }));
    return this.opening;
  }
}

interface Opened {
  releases: Releases;
  updates: Updates;
}

interface Asked {
  release: Release;
  file: ReleaseFile;
  /** The address that it is kept by. */
  key: string;
}

function refusal(): Response {
  return new Response('This file was of an older version of the site.', { status: 410 });
}

/** A redirect for the page to follow, a login, a host in trouble: for the page to see, and nothing about the file. */
function isNoFile({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || !(status === 200 || status === 404 || status === 410);
}
