/** Joins one quiz cell, its form and the grading core; the kernel has no part in it. */

import type { MarkdownCell } from '@jupyterlab/cells';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { QuizResponse } from '@lectern/grader';
import type { IDisposable } from '@lumino/disposable';
import { CellFrame } from '../cell-ui/cell-frame.js';
import { CellHeader, pointsFact } from '../cell-ui/header.js';
import { Debounce } from '../debounce.js';
import { METADATA_KEY } from '../metadata-key.js';
import type { QuizDefinition } from './definition.js';
import { QuizForm, type QuizActions } from './form.js';
import { isTypingKey } from './keys.js';
import { readProgress } from './progress.js';
import { check, initialState, respond, tryAgain, type QuizState } from './state.js';
import { TASKS } from './status-text.js';

export interface QuizServices {
  rendermime: IRenderMimeRegistry;
  /** Runs a shortcut that was pressed in the form. */
  processShortcut(event: KeyboardEvent): void;
  /** Keeps the learner's work; reports its own failures. */
  save(): void;
}

/** What is typed is kept soon, and not at every key. */
const TIMING = { quietMs: 400, longestMs: 4000 };

export class QuizController implements QuizActions, IDisposable {
  constructor(cell: MarkdownCell, definition: QuizDefinition, services: QuizServices) {
    this.#cell = cell;
    this.#services = services;
    this.#state = initialState(definition, readProgress(this.#metadata().progress));
    this.#form = new QuizForm(definition, this, services.rendermime);
    this.#form.node.addEventListener('keydown', (event) => this.#onKeydown(event));
    const { title } = definition;
    this.#frame = new CellFrame(cell, {
      label: title === null ? 'Quiz' : `Quiz: ${title}`,
      className: 'lectern-Quiz',
      header: this.#header,
      footer: this.#form
    });
    // Its source is the lesson's: Enter and a double click have nothing to open.
    cell.showEditorForReadOnly = false;
    this.#render();
  }

  get isDisposed(): boolean {
    return this.#isDisposed;
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#keeping.cancel();
    this.#frame.dispose();
  }

  respond(response: QuizResponse | null): void {
    const next = respond(this.#state, response);
    if (next === this.#state) return;
    this.#set(next);
    this.#keeping.touch();
  }

  check(): void {
    this.#set(check(this.#state));
    this.#keep();
    this.#services.save();
  }

  tryAgain(): void {
    this.#set(tryAgain(this.#state));
    this.#keep();
  }

  #onKeydown(event: KeyboardEvent): void {
    const accel = event.ctrlKey || event.metaKey || event.altKey;
    if (accel && !isTypingKey(event)) this.#services.processShortcut(event);
  }

  #set(state: QuizState): void {
    this.#state = state;
    this.#render();
  }

  #render(): void {
    const { definition, progress } = this.#state;
    const { title, type, graded, points, question } = definition;
    this.#header.render({
      kind: 'Quiz',
      // Where there is no question, the title is asked.
      title: question === '' ? null : title,
      facts: [TASKS[type], ...(graded ? pointsFact(points) : ['Not graded'])],
      solved: progress.passed
    });
    this.#form.render(this.#state);
  }

  #keep(): void {
    this.#keeping.cancel();
    if (this.#isDisposed || this.#cell.isDisposed) return;
    const { progress } = this.#state;
    this.#cell.model.setMetadata(METADATA_KEY, { ...this.#metadata(), progress });
  }

  #metadata(): Record<string, unknown> {
    return (this.#cell.model.getMetadata(METADATA_KEY) ?? {}) as Record<string, unknown>;
  }

  readonly #cell: MarkdownCell;
  readonly #services: QuizServices;
  readonly #frame: CellFrame;
  readonly #header = new CellHeader();
  readonly #form: QuizForm;
  readonly #keeping = new Debounce(() => this.#keep(), TIMING);
  #state: QuizState;
  #isDisposed = false;
}
