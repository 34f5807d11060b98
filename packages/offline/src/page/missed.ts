/** What the page loaded past the worker is kept once there is one, so that one visit is enough to work offline. */

import type { PageMessage } from '../messages.js';

export function keepMissed(
  serviceWorker: ServiceWorkerContainer,
  post: (message: PageMessage) => void
): void {
  const missed = new Set<string>();
  const keep = (): void => {
    if (serviceWorker.controller === null || missed.size === 0) return;
    post({ type: 'lectern-keep', urls: [...missed] });
    missed.clear();
  };
  const note = (list: PerformanceObserverEntryList): void => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
      // Not by whether a worker is in charge now: it may have come while the page was on its way.
      const isOurs = new URL(entry.name).origin === location.origin;
      if (entry.workerStart === 0 && isOurs) missed.add(entry.name);
    }
    keep();
  };
  for (const type of ['navigation', 'resource']) {
    new PerformanceObserver(note).observe({ type, buffered: true });
  }
  // Workers have entries of their own: the instant kernel's tells of them.
  addEventListener('instant-kernel:loaded', (event) => {
    for (const url of (event as CustomEvent<string[]>).detail) missed.add(url);
    keep();
  });
  serviceWorker.addEventListener('controllerchange', keep);
}
