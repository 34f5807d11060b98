/** The releases that this browser has: which is current, which page is of which, and what is kept of each. */

import type { Release } from '../release.js';
import type { Host } from './host.js';
import { KeptFiles } from './kept-files.js';
import { StateFile, type State } from './state.js';

/** A page that is just being opened is not among the clients yet. */
const NEW_CLIENT_MS = 60_000;

export class Releases {
  readonly files: KeptFiles;
  private readonly assignedAt = new Map<string, number>();

  private constructor(
    private readonly host: Host,
    private readonly file: StateFile,
    prefix: string
  ) {
    this.files = new KeptFiles(
      host.caches,
      prefix,
      host.scope,
      () => this.used(),
      (id) => this.list(id)
    );
  }

  /** Sites may share an origin, so names begin with the site's own path. */
  static async open(host: Host): Promise<Releases> {
    const name = `lectern:${new URL(host.scope).pathname}`;
    const file = await StateFile.open(host.caches, `${name}:state`, host.scope);
    return new Releases(host, file, `${name}:release:`);
  }

  get state(): State {
    return this.file.state;
  }

  save(): Promise<void> {
    return this.file.save();
  }

  list(id: string): Promise<Release | null> {
    return this.file.list(id);
  }

  async current(): Promise<Release | null> {
    return this.state.current === null ? null : this.list(this.state.current);
  }

  /** The release of a page or worker. */
  idOf(clientId: string): string | null {
    return this.state.clients[clientId] ?? this.state.current;
  }

  /** Known at once; the promise is of its being written down. */
  async assign(clientId: string, id: string | null): Promise<void> {
    const { clients } = this.state;
    if (clientId === '' || id === null || clients[clientId] === id) return;
    this.assignedAt.set(clientId, this.host.now());
    clients[clientId] = id;
    await this.save();
  }

  async setCurrent(release: Release): Promise<void> {
    await this.file.addList(release);
    this.state.current = release.id;
    this.state.ready = null;
    this.state.isBare = false;
    await this.save();
  }

  /** `isBare`: there was no room for it beside the current one. */
  async setReady(release: Release | null, { isBare = false } = {}): Promise<void> {
    if (release !== null) await this.file.addList(release);
    this.state.ready = release?.id ?? null;
    this.state.isBare = isBare;
    await this.save();
  }

  /** The release that was made ready is the one that pages get from now on, if it is here. */
  async promote(): Promise<void> {
    const { ready, isBare } = this.state;
    if (ready === null || isBare) return;
    this.state.current = ready;
    this.state.ready = null;
    await this.save();
  }

  /** @throws where there is no room. */
  async keep(release: Release, key: string, response: Response): Promise<void> {
    if (this.state.lacking === 0) await this.files.put(release, key, response);
    else await response.body?.cancel();
  }

  isUsed(id: string): boolean {
    return this.used().includes(id);
  }

  /** Deletes what no page is of any more, and what is left of a download that was cut off. */
  async tidy(): Promise<void> {
    await this.forgetClosedClients();
    const used = this.used();
    const heirs: Release[] = [];
    for (const id of used) {
      const list = await this.list(id);
      if (list !== null) heirs.push(list);
    }
    for (const id of await this.files.ids()) {
      if (!used.includes(id)) await this.files.retire(id, heirs);
    }
    for (const id of await this.file.listed()) {
      if (!used.includes(id)) await this.file.deleteList(id);
    }
  }

  private used(): string[] {
    const { current, ready, clients } = this.state;
    const ids = [current, ready, ...Object.values(clients)];
    return [...new Set(ids.filter((id) => id !== null))];
  }

  private async forgetClosedClients(): Promise<void> {
    const open = await this.host.clients.matchAll({ includeUncontrolled: true, type: 'all' });
    const ids = new Set(open.map(({ id }) => id));
    const { clients } = this.state;
    for (const id of Object.keys(clients)) {
      const assignedAt = this.assignedAt.get(id) ?? -Infinity;
      if (ids.has(id) || this.host.now() - assignedAt < NEW_CLIENT_MS) continue;
      delete clients[id];
      this.assignedAt.delete(id);
    }
    await this.save();
  }
}
