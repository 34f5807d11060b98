/**
 * `@lectern/extension:opener`: the page's document is opened as soon as the application has started.
 *
 * JupyterLite's opener is asked by the router, which goes through its rules one after the other: before it comes
 * JupyterLab's state database, whose rule ends only when the state has been saved, 0.5 to 1 s of waiting for further
 * changes. A site that switches JupyterLite's opener off for a page gets this one instead.
 */

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IDocumentManager } from '@jupyterlab/docmanager';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { factoryFor, pathIn } from './choose-factory.js';

/** Has the learner's choice of a viewer for each file type. */
const VIEWERS = '@jupyterlab/docmanager-extension:plugin';

export const opener: JupyterFrontEndPlugin<void> = {
  id: '@lectern/extension:opener',
  description: 'Opens the document that the page’s address names, without waiting for the router.',
  autoStart: true,
  requires: [IDocumentManager, ISettingRegistry],
  activate: (app: JupyterFrontEnd, documents: IDocumentManager, registry: ISettingRegistry) => {
    const named = pathIn(window.location.search);
    if (named === null) return;
    void app.started.then(async () => {
      const settings = await registry.load(VIEWERS);
      const viewers = settings.get('defaultViewers').composite as Record<string, string>;
      const factory = named.factory ?? factoryFor(named.path, viewers, app.docRegistry);
      documents.openOrReveal(named.path, factory, undefined, { ref: '_noref' });
    });
  }
};
