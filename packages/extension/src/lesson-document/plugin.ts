/** `@lectern/extension:lesson-document`: any Markdown file can be opened as a lesson's notebook. */

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { IDocumentManager } from '@jupyterlab/docmanager';
import { IFileBrowserFactory } from '@jupyterlab/filebrowser';
import { ISandbox } from '../tokens.js';
import { LessonDocumentFactory } from './factory.js';
import { LessonOpener } from './lesson-opener.js';

const COMMAND = 'lectern:open-lesson';
const FACTORY = 'Lesson Notebook';

export const lessonDocument: JupyterFrontEndPlugin<void> = {
  id: '@lectern/extension:lesson-document',
  description: 'Opens Markdown files as lesson notebooks, beside JupyterLab’s own viewers.',
  autoStart: true,
  requires: [IDocumentManager, ISandbox],
  optional: [IFileBrowserFactory, ICommandPalette],
  activate: (
    app: JupyterFrontEnd,
    documents: IDocumentManager,
    sandbox: ISandbox,
    browsers: IFileBrowserFactory | null,
    palette: ICommandPalette | null
  ) => {
    app.docRegistry.addWidgetFactory(
      new LessonDocumentFactory(
        { name: FACTORY, label: FACTORY, fileTypes: ['markdown'], modelName: 'text' },
        (context) => new LessonOpener(context, documents, sandbox).page,
        app.docRegistry.getFileType('markdown')?.icon
      )
    );
    const isMarkdown = (path: string): boolean =>
      app.docRegistry.getFileTypesForPath(path).some(({ name }) => name === 'markdown');
    /** What was given, else the selection in the file browser, else the document in front. */
    const paths = (given: unknown): string[] => {
      if (typeof given === 'string') return [given];
      const selected = [...(browsers?.tracker.currentWidget?.selectedItems() ?? [])];
      const chosen = selected.map(({ path }) => path).filter(isMarkdown);
      if (chosen.length > 0) return chosen;
      const { currentWidget } = app.shell;
      const current = currentWidget && documents.contextForWidget(currentWidget)?.path;
      return current && isMarkdown(current) ? [current] : [];
    };
    app.commands.addCommand(COMMAND, {
      label: 'Open as Lesson Notebook',
      caption: 'Build the notebook of a Markdown lesson beside it, or open the one that is there',
      describedBy: {
        args: {
          type: 'object',
          properties: { path: { type: 'string', description: 'The lesson’s path' } }
        }
      },
      isEnabled: ({ path }) => paths(path).length > 0,
      execute: ({ path }) => {
        for (const one of paths(path)) documents.openOrReveal(one, FACTORY);
      }
    });
    palette?.addItem({ command: COMMAND, category: 'Lectern' });
  }
};
