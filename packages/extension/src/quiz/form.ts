/** The form of a quiz: its question as the legend, its inputs, its buttons, and what a check found. */

import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { UUID } from '@lumino/coreutils';
import { PanelLayout, Widget } from '@lumino/widgets';
import type { QuizResponse } from '@lectern/grader';
import { renderedMarkdown } from '../cell-ui/markdown.js';
import { StatusLine } from '../cell-ui/status-line.js';
import { element } from '../dom.js';
import type { QuizDefinition } from './definition.js';
import { FeedbackView } from './feedback.js';
import { OptionView } from './option.js';
import type { QuizState } from './state.js';
import { statusLine } from './status-text.js';

export interface QuizActions {
  /** The learner chose or typed something. */
  respond(response: QuizResponse | null): void;
  check(): void;
  tryAgain(): void;
}

export class QuizForm extends Widget {
  constructor(
    definition: QuizDefinition,
    private readonly actions: QuizActions,
    rendermime: IRenderMimeRegistry
  ) {
    super({ node: element('form', { class: 'lectern-QuizForm', novalidate: '' }) });
    const { question, title, closing, type } = definition;
    const legend = container(element('legend', { class: 'lectern-QuizForm-question' }));
    add(legend, renderedMarkdown(rendermime, question || (title ?? 'Quiz')));
    const fieldset = container(element('fieldset'));
    add(fieldset, legend);
    if (type === 'single' || type === 'multiple') {
      this.#options = this.#makeOptions(definition, rendermime);
      for (const option of this.#options) add(fieldset, option);
    } else {
      this.#feedback = new FeedbackView(rendermime);
      this.#typed = this.#makeInput(type);
      this.#typed.setAttribute('aria-describedby', this.#feedback.id);
      add(fieldset, new Widget({ node: labelled(this.#typed, type) }), this.#feedback);
    }
    this.layout = new PanelLayout();
    add(this, fieldset);
    if (closing !== '') add(this, renderedMarkdown(rendermime, closing));
    add(this, this.#makeButtons(), this.#status);
    this.node.addEventListener('submit', (event) => {
      // A page that the browser submits is a page that it leaves.
      event.preventDefault();
      this.#read();
      actions.check();
    });
  }

  render(state: QuizState): void {
    const { progress, result } = state;
    const choices = new Map(result?.choices.map((choice) => [choice.key, choice]));
    const chosen = Array.isArray(progress.response) ? progress.response : [];
    for (const option of this.#options) {
      option.render(chosen.includes(option.key), choices.get(option.key) ?? null);
    }
    if (this.#typed !== null) {
      const typed = typeof progress.response === 'string' ? progress.response : '';
      // What stays as it is keeps its cursor.
      if (this.#typed.value !== typed) this.#typed.value = typed;
      this.#typed.ariaInvalid = String(result?.status === 'failed');
    }
    this.#feedback?.render(withFeedback(result?.choices[0] ?? null));
    this.#again.hidden = result === null || result.status === 'not-attempted';
    this.#status.say(statusLine(state));
  }

  /** The chosen input, or else the first. */
  focusInput(): void {
    const inputs = this.#options.map(({ input }) => input);
    (this.#typed ?? inputs.find(({ checked }) => checked) ?? inputs[0])?.focus();
  }

  #makeOptions({ options, type }: QuizDefinition, rendermime: IRenderMimeRegistry): OptionView[] {
    const group = {
      type: type === 'single' ? 'radio' : 'checkbox',
      name: `lectern-${UUID.uuid4()}`
    } as const;
    return options.map((option) => {
      const view = new OptionView(option, group, rendermime);
      view.input.addEventListener('change', () => this.#read());
      return view;
    });
  }

  #makeInput(type: 'numeric' | 'text'): HTMLInputElement {
    const input = element('input', {
      type: 'text',
      id: `lectern-${UUID.uuid4()}`,
      class: 'lectern-QuizInput',
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      inputmode: type === 'numeric' ? 'decimal' : 'text'
    });
    input.addEventListener('input', () => this.#read());
    return input;
  }

  #makeButtons(): Widget {
    const check = element(
      'button',
      { type: 'submit', class: 'lectern-Button lectern-mod-check' },
      'Check'
    );
    this.#again.addEventListener('click', () => {
      this.actions.tryAgain();
      // The button that was pressed is gone now: the focus goes to where the next try begins.
      this.focusInput();
    });
    const node = element('div', { class: 'lectern-Buttons' }, check, this.#again);
    node.setAttribute('role', 'group');
    node.setAttribute('aria-label', 'Quiz actions');
    return new Widget({ node });
  }

  #read(): void {
    if (this.#typed !== null) return this.actions.respond(this.#typed.value || null);
    const chosen = this.#options.filter(({ input }) => input.checked).map(({ key }) => key);
    this.actions.respond(chosen.length === 0 ? null : chosen);
  }

  readonly #options: readonly OptionView[] = [];
  readonly #typed: HTMLInputElement | null = null;
  readonly #feedback: FeedbackView | null = null;
  readonly #again = element('button', { type: 'button', class: 'lectern-Button' }, 'Try again');
  readonly #status = new StatusLine();
}

/** Whether a typed answer is right is the status line's to say; only what the author says of it is added. */
function withFeedback<T extends { feedback: string | null }>(choice: T | null) {
  return choice === null || choice.feedback === null ? null : { ...choice, correct: null };
}

function labelled(input: HTMLInputElement, type: 'numeric' | 'text'): HTMLElement {
  const words = type === 'numeric' ? 'Your number' : 'Your answer';
  return element(
    'div',
    { class: 'lectern-QuizTyped' },
    element('label', { for: input.id }, words),
    input
  );
}

function container(node: HTMLElement): Widget {
  const widget = new Widget({ node });
  widget.layout = new PanelLayout();
  return widget;
}

function add(parent: Widget, ...children: Widget[]): void {
  for (const child of children) (parent.layout as PanelLayout).addWidget(child);
}
