/** Behind a lesson's page: builds the notebook once, never over a learner's work, and opens it. */

import { Notification } from '@jupyterlab/apputils';
import type { IDocumentManager } from '@jupyterlab/docmanager';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { Lesson } from '@lectern/lesson';
import { Debounce } from '../debounce.js';
import { exists } from '../documents/exists.js';
import type { ISandbox } from '../tokens.js';
import { buildLesson, parseLessonText } from './build-lesson.js';
import { LessonPage, type LessonPageActions, type LessonPageState } from './lesson-page.js';
import { freeNotebookPath, notebookPath } from './notebook-path.js';

export class LessonOpener implements LessonPageActions {
  constructor(context: DocumentRegistry.Context, documents: IDocumentManager, sandbox: ISandbox) {
    this.#context = context;
    this.#documents = documents;
    this.#sandbox = sandbox;
    const reparse = new Debounce(() => void this.#parse(), { quietMs: 300, longestMs: 2000 });
    const onChange = (): void => reparse.touch();
    this.page.disposed.connect(() => {
      reparse.cancel();
      if (!context.isDisposed) context.model.contentChanged.disconnect(onChange);
    });
    this.#set({ message: 'Reading the lesson…', busy: true });
    void context.ready.then(() => {
      if (this.page.isDisposed) return;
      context.model.contentChanged.connect(onChange);
      this.open();
    });
  }

  readonly page = new LessonPage(this);

  /** Opens the lesson's notebook; builds it first if there is none. */
  open(): void {
    void this.#work(async (lesson) => {
      const path = notebookPath(this.#context.path, lesson.id);
      const exists = await this.#exists(path);
      if (!exists) await this.#build(lesson, path);
      this.#show(path, exists ? 'Opened the notebook that was there' : 'Built and opened');
      if (!exists) return;
      Notification.info(`“${path}” was there already, and was opened as it is.`, {
        actions: [{ label: 'Build anew', callback: () => this.buildAnew() }]
      });
    });
  }

  /** Builds the notebook under a name that is not taken, and opens it. */
  buildAnew(): void {
    void this.#work(async (lesson) => {
      const wanted = notebookPath(this.#context.path, lesson.id);
      const path = await freeNotebookPath(wanted, (candidate) => this.#exists(candidate));
      await this.#build(lesson, path);
      this.#show(path, 'Built and opened');
    });
  }

  async #work(action: (lesson: Lesson) => Promise<void>): Promise<void> {
    this.#set({ busy: true });
    try {
      await action(await this.#parse());
    } catch (reason) {
      console.error('Lectern could not open a lesson.', reason);
      const why = reason instanceof Error ? reason.message : String(reason);
      this.#set({ message: `The notebook could not be built: ${why} Nothing was written.` });
    } finally {
      this.#set({ busy: false });
    }
  }

  async #parse(): Promise<Lesson> {
    const { model, path } = this.#context;
    const lesson = await parseLessonText(model.toString(), path);
    // What building found out stays true for as long as the text is the same.
    const diagnostics =
      this.#builtFrom === lesson.sha256 ? this.#state.diagnostics : lesson.diagnostics;
    this.#set({ lesson, diagnostics });
    return lesson;
  }

  async #build(lesson: Lesson, path: string): Promise<void> {
    this.#set({
      message: 'Building the notebook: its solutions are run to find out what to check…'
    });
    const { notebook, diagnostics } = await buildLesson(lesson, this.#sandbox.sandbox);
    this.#builtFrom = lesson.sha256;
    this.#set({ diagnostics });
    await this.#documents.services.contents.save(path, {
      type: 'notebook',
      format: 'json',
      content: JSON.parse(notebook)
    });
  }

  #show(path: string, done: string): void {
    this.#set({ message: `${done}: ${path}` });
    this.#documents.openOrReveal(path);
  }

  #exists(path: string): Promise<boolean> {
    return exists(this.#documents.services.contents, path);
  }

  #set(change: Partial<LessonPageState>): void {
    if (this.page.isDisposed) return;
    this.#state = { ...this.#state, ...change };
    this.page.render(this.#state);
  }

  readonly #context: DocumentRegistry.Context;
  readonly #documents: IDocumentManager;
  readonly #sandbox: ISandbox;
  /** SHA-256 of the text that the diagnostics of a build are about. */
  #builtFrom: string | null = null;
  #state: LessonPageState = { lesson: null, message: '', busy: false, diagnostics: [] };
}
