/** What the worker is given, a browser's or a test's; and the events of a service worker, which TypeScript's DOM lacks. */

export interface Client {
  readonly id: string;
  readonly type: string;
  postMessage(message: unknown): void;
}

export interface Clients {
  matchAll(options: {
    includeUncontrolled: boolean;
    type: 'all' | 'window';
  }): Promise<readonly Client[]>;
  claim(): Promise<void>;
}

/** Anything that keeps the worker alive until its work is done. */
export interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEventLike extends Extendable {
  readonly request: Request;
  readonly clientId: string;
  readonly resultingClientId: string;
}

export interface MessageEventLike extends Extendable {
  readonly data: unknown;
  readonly source: Client | null;
}

export interface Host {
  /** The site's root, with a closing slash. */
  readonly scope: string;
  readonly caches: CacheStorage;
  readonly clients: Clients;
  readonly fetch: typeof fetch;
  readonly estimate: () => Promise<{ usage?: number; quota?: number }>;
  /** Milliseconds. */
  readonly now: () => number;
}
