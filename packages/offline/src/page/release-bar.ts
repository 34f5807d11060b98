/** The catalogue's bar: a new version is ready, or the storage is full. Its look is in the catalogue's style sheet. */

import { isStatus, type PageMessage } from '../messages.js';
import { noticesFor, type Notice } from '../notices.js';

export function showReleaseBar(
  serviceWorker: ServiceWorkerContainer,
  post: (message: PageMessage) => void
): void {
  const region = document.createElement('div');
  region.className = 'release-bars';
  region.setAttribute('role', 'status');
  // There before its text: what a live region holds when it comes is not read out.
  const place = (): void => document.body.prepend(region);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', place);
  else place();

  const dismissed = new Set<Notice['kind']>();
  const shown = new Map<Notice['kind'], Notice>();
  const draw = (): void => {
    const bars = [...shown.values()].map((notice) =>
      bar(notice, () => {
        dismissed.add(notice.kind);
        shown.delete(notice.kind);
        draw();
      })
    );
    region.replaceChildren(...bars);
  };
  serviceWorker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isStatus(data)) return;
    // A version that was offered may be withdrawn; that the storage is full is said once, and stays.
    shown.delete('ready');
    shown.delete('gone');
    for (const notice of noticesFor(data)) {
      if (!dismissed.has(notice.kind)) shown.set(notice.kind, notice);
      if (notice.kind === 'full') post({ type: 'lectern-told' });
    }
    draw();
  });
}

function bar({ text, reload }: Notice, close: () => void): HTMLElement {
  const element = document.createElement('div');
  element.className = 'release-bar';
  const message = document.createElement('p');
  message.textContent = text;
  element.append(message);
  if (reload) element.append(button('Reload', () => location.reload()));
  element.append(button(reload ? 'Not now' : 'Close', close));
  return element;
}

function button(label: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  element.addEventListener('click', onClick);
  return element;
}
