/** `@lectern/extension:release`: tells of a new version of the course, and reloads for it when everything is saved. */

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IDocumentManager } from '@jupyterlab/docmanager';
import { isStatus, type PageMessage } from '@lectern/offline';
import { saveDocument } from '../documents/save.js';
import { ReleaseNotifications } from './notifications.js';
import { saveAll } from './save-all.js';

export const release: JupyterFrontEndPlugin<void> = {
  id: '@lectern/extension:release',
  description:
    'Offers a new version of the course, and says when the browser has no room to keep it.',
  autoStart: true,
  requires: [IDocumentManager],
  activate: ({ shell }: JupyterFrontEnd, documents: IDocumentManager) => {
    // Not there on a host without HTTPS.
    if (!('serviceWorker' in navigator)) return;
    const { serviceWorker } = navigator;
    const post = (message: PageMessage): void => serviceWorker.controller?.postMessage(message);
    const reload = async (): Promise<void> => {
      const contexts = [...shell.widgets('main')]
        .map((widget) => documents.contextForWidget(widget))
        .filter((context) => context !== undefined);
      if (await saveAll(contexts, saveDocument)) location.reload();
    };
    const notifications = new ReleaseNotifications({
      reload: () => void reload(),
      onTold: () => post({ type: 'lectern-told' })
    });
    serviceWorker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isStatus(data)) notifications.update(data);
    });
    // What was said before there was anybody to listen.
    post({ type: 'lectern-hello' });
  }
};
