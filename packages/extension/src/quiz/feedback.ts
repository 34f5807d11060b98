/** What is said of one answer: whether it is right, in words and as an icon, and the author's feedback. */

import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { UUID } from '@lumino/coreutils';
import { Panel, Widget } from '@lumino/widgets';
import type { ChoiceResult } from '@lectern/grader';
import { statusIcon } from '../cell-ui/icons.js';
import { renderedMarkdown } from '../cell-ui/markdown.js';
import { element } from '../dom.js';

/** A live region: there from the beginning, so that what comes into it is read out. */
export class FeedbackView extends Panel {
  constructor(rendermime: IRenderMimeRegistry) {
    super();
    this.addClass('lectern-QuizFeedback');
    this.id = `lectern-${UUID.uuid4()}`;
    this.node.setAttribute('aria-live', 'polite');
    this.#rendermime = rendermime;
  }

  render(result: ChoiceResult | null): void {
    const drawn = JSON.stringify(result);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    for (const widget of [...this.widgets]) widget.dispose();
    if (result === null || (result.correct === null && result.feedback === null)) {
      delete this.node.dataset.verdict;
      return;
    }
    if (result.correct !== null) {
      const verdict = result.correct ? 'passed' : 'failed';
      this.node.dataset.verdict = verdict;
      const words = result.correct ? 'Right.' : 'Not right.';
      const node = element(
        'div',
        { class: 'lectern-QuizFeedback-verdict' },
        statusIcon(verdict),
        words
      );
      this.addWidget(new Widget({ node }));
    }
    if (result.feedback !== null) {
      this.addWidget(renderedMarkdown(this.#rendermime, result.feedback));
    }
  }

  readonly #rendermime: IRenderMimeRegistry;
  #drawn = 'null';
}
