/**
 * First script of every page: what the page loaded past the service worker, because it was not there
 * yet, is fetched again once it is, so that it can keep it and one visit is enough to work offline.
 * JupyterLite registers the worker on its pages; the catalogue asks for it with `data-register`.
 */
(() => {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  const { register } = document.currentScript.dataset;
  if (register) serviceWorker.register(register).catch(console.warn);

  const missed = new Set();
  const refetch = () => {
    if (!serviceWorker.controller) return;
    for (const url of missed) fetch(url).catch(() => undefined);
    missed.clear();
  };
  const note = (list) => {
    for (const { name, workerStart } of list.getEntries()) {
      const { origin, pathname } = new URL(name);
      // These three are calls to the worker itself, not files.
      const isCall = /\/api\/(drive|stdin|service-worker-heartbeat)/.test(pathname);
      // Not by whether a worker is in charge now: it may have come while the page was on its way.
      if (workerStart === 0 && origin === location.origin && !isCall) missed.add(name);
    }
    refetch();
  };
  for (const type of ['navigation', 'resource']) {
    new PerformanceObserver(note).observe({ type, buffered: true });
  }
  serviceWorker.addEventListener('controllerchange', refetch);
  // A page that was on its way while the worker took over the others is left without one: ask again.
  serviceWorker.ready.then(({ active }) => {
    if (!serviceWorker.controller) active?.postMessage('lectern-claim');
  });
})();
