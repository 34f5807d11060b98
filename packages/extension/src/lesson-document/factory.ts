/** Makes the document that “Open With ▸ Lesson Notebook” shows. */

import { ABCWidgetFactory, DocumentWidget, type DocumentRegistry } from '@jupyterlab/docregistry';
import type { LabIcon } from '@jupyterlab/ui-components';
import type { LessonPage } from './lesson-page.js';

type LessonDocument = DocumentWidget<LessonPage>;

export class LessonDocumentFactory extends ABCWidgetFactory<LessonDocument> {
  constructor(
    options: DocumentRegistry.IWidgetFactoryOptions<LessonDocument>,
    createPage: (context: DocumentRegistry.Context) => LessonPage,
    icon: LabIcon | undefined
  ) {
    super(options);
    this.#icon = icon;
    this.#createPage = createPage;
  }

  protected override createNewWidget(context: DocumentRegistry.Context): LessonDocument {
    const widget = new DocumentWidget({ context, content: this.#createPage(context) });
    widget.title.icon = this.#icon;
    return widget;
  }

  readonly #icon: LabIcon | undefined;
  readonly #createPage: (context: DocumentRegistry.Context) => LessonPage;
}
