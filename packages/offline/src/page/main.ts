/** First script of every page: what the service worker must know of it. */

import { isStatus, type PageMessage } from '../messages.js';
import { keepMissed } from './missed.js';
import { showReleaseBar } from './release-bar.js';
import { persistQuietly } from './persist.js';

function start(serviceWorker: ServiceWorkerContainer): void {
  const post = (message: PageMessage): void => serviceWorker.controller?.postMessage(message);
  // JupyterLite registers the worker on its pages; the catalogue asks for it with `data-register`.
  const { register } = document.currentScript?.dataset ?? {};
  if (register !== undefined) {
    serviceWorker.register(register).catch(console.warn);
    showReleaseBar(serviceWorker, post);
  }

  let release: string | undefined;
  serviceWorker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isStatus(data)) release ??= data.release ?? undefined;
  });
  serviceWorker.startMessages();
  const hello = (): void => {
    post({ type: 'lectern-hello', ...(release === undefined ? {} : { release }) });
  };
  hello();
  serviceWorker.addEventListener('controllerchange', hello);
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) hello();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') hello();
  });

  keepMissed(serviceWorker, post);
  // A page that was on its way while the worker took over the others is left without one: ask again.
  void serviceWorker.ready.then(({ active }) => {
    const claim: PageMessage = { type: 'lectern-claim' };
    if (serviceWorker.controller === null) active?.postMessage(claim);
  });
  persistQuietly(navigator);
}

// Not there on a host without HTTPS.
if ('serviceWorker' in navigator) start(navigator.serviceWorker);
