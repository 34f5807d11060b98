/**
 * Appended to JupyterLite's service worker, where it replaces three of the functions: the network
 * comes first, so that a rebuilt lesson shows at once, and what was last fetched serves when there
 * is no network. The build sets `self.lecternCache` above; it changes with the shell.
 */

self.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([dropOldCaches(), keepCatalogue()]))
);

self.addEventListener('message', (event) => {
  if (event.data === 'lectern-claim') event.waitUntil(self.clients.claim());
});

/** The way to every lesson: kept even when the learner went on before the worker saw it. */
async function keepCatalogue() {
  const cache = await caches.open(self.lecternCache);
  const files = ['./', 'catalogue.css', 'offline-page.js', 'lab/favicon.ico'];
  await Promise.allSettled(files.map((file) => cache.add(file)));
}

async function dropOldCaches() {
  const names = (await caches.keys()).filter((name) => name.startsWith('lectern-'));
  const old = names.filter((name) => name !== self.lecternCache);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** JupyterLite drops every `/api/` request; here those are static files like any other. */
self.shouldDrop = (request, url) => request.method !== 'GET' || url.origin !== location.origin;

self.maybeFromCache = async (event) => {
  const { request } = event;
  const cache = await caches.open(self.lecternCache);
  try {
    const response = await fetch(request);
    if (response.status === 200) event.waitUntil(cache.put(request, response.clone()));
    else if (response.status === 404) event.waitUntil(cache.delete(request));
    return response;
  } catch (error) {
    // A page is one file whatever its query says: `?path=…` is read by the script in it.
    const ignoreSearch = request.mode === 'navigate';
    const response = await cache.match(request, { ignoreSearch });
    if (response) return response;
    throw error;
  }
};

/** JupyterLite's opens a cache of its own, and puts nothing in it. */
self.cacheAll = async () => {};
