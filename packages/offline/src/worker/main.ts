/**
 * Appended to JupyterLite's service worker, where it replaces three of the functions. What JupyterLite's own does
 * for the kernel (files of the drive, input, heartbeat) stays as it is.
 */

import type { Extendable, Clients, FetchEventLike, MessageEventLike } from './host.js';
import { OfflineService } from './offline-service.js';

interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: Clients;
  addEventListener(type: 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'message', listener: (event: Extendable & MessageEventLike) => void): void;
  /** JupyterLite's, called by its `fetch` and `install` listeners. */
  shouldDrop: (request: Request, url: URL) => boolean;
  maybeFromCache: (event: FetchEventLike) => Promise<Response>;
  cacheAll: () => Promise<void>;
}

const scope = globalThis as unknown as WorkerScope;
const service = new OfflineService({
  scope: scope.registration.scope,
  caches,
  clients: scope.clients,
  fetch: fetch.bind(globalThis),
  estimate: () => navigator.storage.estimate(),
  now: () => Date.now()
});

/** JupyterLite drops every `/api/` request; here those are static files like any other. */
scope.shouldDrop = (request, url) => request.method !== 'GET' || url.origin !== location.origin;
scope.maybeFromCache = (event) => service.respond(event);
scope.cacheAll = () => service.install();
scope.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([dropFormerCaches(), service.activate()]))
);
scope.addEventListener('message', (event) => event.waitUntil(service.message(event)));

/** Those of the worker that kept what was last fetched, by shell. */
async function dropFormerCaches(): Promise<void> {
  const former = (await caches.keys()).filter((name) => /^lectern-[0-9a-f]{16}$/.test(name));
  await Promise.all(former.map((name) => caches.delete(name)));
}
