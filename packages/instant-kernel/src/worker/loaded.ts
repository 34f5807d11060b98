/**
 * What this worker loads past a service worker. The page cannot see it; and a worker that began before there was a service
 * worker never gets one, so that what it loaded would not be kept for a visit without a network.
 */

import type { Manifest } from './manifest.js';

/** @param base of the manifest's addresses */
export function tellLoaded(
  manifest: Manifest,
  base: string,
  onLoaded: (urls: string[]) => void
): void {
  // By a worker of its own, of which nothing is seen here.
  const unpacked = [manifest.snapshot.url, 'unpack.js'].map((url) => new URL(url, base).href);
  let isFirst = true;
  new PerformanceObserver((list) => {
    const past = (list.getEntries() as PerformanceResourceTiming[]).filter(
      ({ workerStart }) => workerStart === 0
    );
    if (past.length === 0) return;
    onLoaded([...past.map(({ name }) => name), ...(isFirst ? unpacked : [])]);
    isFirst = false;
  }).observe({ type: 'resource', buffered: true });
}
