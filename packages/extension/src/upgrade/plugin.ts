/** `@lectern/extension:upgrade`: offers a newer lesson to learners whose saved copy is of an older one. */

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { PageConfig } from '@jupyterlab/coreutils';
import { INotebookTracker, type NotebookPanel } from '@jupyterlab/notebook';
import { exists, type Contents } from '../documents/exists.js';
import { saveDocument } from '../documents/save.js';
import type { Files, Notebook, OpenNotebook } from './lesson-update.js';
import { offerUpdate } from './offer.js';
import { fetchServed, isNewer, lessonVersion, servedUrl } from './served-lesson.js';

export const upgrade: JupyterFrontEndPlugin<void> = {
  id: '@lectern/extension:upgrade',
  description: 'Offers a newer version of a lesson, and merges it with the learner’s work.',
  autoStart: true,
  requires: [INotebookTracker],
  activate: (app: JupyterFrontEnd, tracker: INotebookTracker) => {
    const files = filesOf(app.serviceManager.contents);
    const watch = (panel: NotebookPanel): void => void look(panel, files);
    tracker.forEach(watch);
    tracker.widgetAdded.connect((_, panel) => watch(panel));
  }
};

async function look(panel: NotebookPanel, files: Files): Promise<void> {
  const { context } = panel;
  await context.ready;
  const mine = panel.isDisposed ? null : lessonVersion(context.model.toJSON());
  if (mine === null) return;
  const served = await fetchServed(servedUrl(PageConfig.getBaseUrl(), context.path));
  if (served === null || panel.isDisposed || !isNewer(lessonVersion(served), mine)) return;
  const withdraw = offerUpdate(openNotebook(panel), served, files);
  panel.disposed.connect(withdraw);
}

function openNotebook({ context }: NotebookPanel): OpenNotebook {
  return {
    path: context.path,
    read: () => context.model.toJSON() as unknown as Notebook,
    replace: (content) => {
      context.model.fromJSON(content);
      // JupyterLab takes a content that was replaced as a whole for one that was just loaded.
      context.model.dirty = true;
      return saveDocument(context);
    }
  };
}

function filesOf(contents: Contents): Files {
  return {
    exists: (path) => exists(contents, path),
    save: async (path, content) => {
      await contents.save(path, { type: 'notebook', format: 'json', content });
    }
  };
}
