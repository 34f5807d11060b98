/** One option of a quiz: an input with its text, and below it what is said of it once it was chosen. */

import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { UUID } from '@lumino/coreutils';
import { PanelLayout, Widget } from '@lumino/widgets';
import type { ChoiceResult } from '@lectern/grader';
import { renderedMarkdown } from '../cell-ui/markdown.js';
import { element } from '../dom.js';
import { FeedbackView } from './feedback.js';

export class OptionView extends Widget {
  constructor(
    { key, text }: { key: string; text: string },
    { type, name }: { type: 'radio' | 'checkbox'; name: string },
    rendermime: IRenderMimeRegistry
  ) {
    super();
    this.addClass('lectern-QuizOption');
    this.key = key;
    this.input = element('input', { type, name, value: key, id: `lectern-${UUID.uuid4()}` });
    this.#feedback = new FeedbackView(rendermime);
    this.input.setAttribute('aria-describedby', this.#feedback.id);

    const label = new Widget({ node: element('label', { for: this.input.id }) });
    const layout = new PanelLayout();
    label.layout = layout;
    layout.addWidget(
      new Widget({ node: element('span', { class: 'lectern-QuizOption-input' }, this.input) })
    );
    layout.addWidget(renderedMarkdown(rendermime, text));
    this.layout = new PanelLayout();
    (this.layout as PanelLayout).addWidget(label);
    (this.layout as PanelLayout).addWidget(this.#feedback);
  }

  render(chosen: boolean, result: ChoiceResult | null): void {
    this.input.checked = chosen;
    if (result?.correct == null) delete this.node.dataset.verdict;
    else this.node.dataset.verdict = result.correct ? 'passed' : 'failed';
    this.#feedback.render(result);
  }

  readonly key: string;
  readonly input: HTMLInputElement;
  readonly #feedback: FeedbackView;
}
