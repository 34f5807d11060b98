/**
 * First script of every page: once the service worker controls the page, fetches again what was
 * loaded before that, so that the worker can keep it and one visit is enough to work offline.
 * JupyterLite registers the worker on its pages; the catalogue asks for it with `data-register`.
 */
(() => {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  const { register } = document.currentScript.dataset;
  if (register) serviceWorker.register(register).catch(console.warn);
  if (serviceWorker.controller) return;

  const loaded = new Set([location.href.split('#')[0]]);
  const observer = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) loaded.add(name);
  });
  observer.observe({ type: 'resource', buffered: true });
  const refetch = () => {
    observer.disconnect();
    for (const url of loaded) {
      const { origin, pathname } = new URL(url);
      // These three are calls to the worker itself, not files.
      const isCall = /\/api\/(drive|stdin|service-worker-heartbeat)/.test(pathname);
      if (origin === location.origin && !isCall) fetch(url).catch(() => undefined);
    }
  };
  serviceWorker.addEventListener('controllerchange', refetch, { once: true });
})();
