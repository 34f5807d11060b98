/** What stands below a challenge's editor and outputs: buttons, status, checks, hints and the solution. */

import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { Verdict } from '@lectern/grader';
import { Panel, Widget } from '@lumino/widgets';
import { element } from '../dom.js';
import { BrokenNotice } from './broken-notice.js';
import { ButtonBar, type ChallengeActions } from './button-bar.js';
import type { GoToLine } from './check-details.js';
import { findings } from './findings.js';
import { pythonListing, renderedMarkdown } from '../cell-ui/markdown.js';
import { solutionAccess } from './progress.js';
import { requirementList } from './requirement-list.js';
import type { ChallengeState } from './state.js';
import { StatusBar } from './status-bar.js';

export class ChallengeFooter extends Panel {
  constructor(actions: ChallengeActions, rendermime: IRenderMimeRegistry, goToLine: GoToLine) {
    super();
    this.#goToLine = goToLine;
    this.addClass('lectern-ChallengeFooter');
    this.#rendermime = rendermime;
    this.#buttons = new ButtonBar(actions);
    this.#status = new StatusBar(() => {
      actions.undoReset();
      // The button that was pressed is gone now: the focus goes to its neighbour, not to the page.
      this.#buttons.focus('check');
    });
    this.#checks.addClass('lectern-ChallengeFooter-checks');
    this.#hints.addClass('lectern-ChallengeFooter-hints');
    this.#solution.addClass('lectern-ChallengeFooter-solution');
    this.#solution.node.setAttribute('role', 'group');
    this.#solution.node.setAttribute('aria-label', 'Solution');
    this.#buttons.controls('solution', this.#solution);
    const parts = [
      this.#buttons,
      this.#status,
      this.#broken,
      this.#checks,
      this.#hints,
      this.#solution
    ];
    for (const part of parts) this.addWidget(part);
  }

  render(state: ChallengeState): void {
    this.#buttons.render(state);
    this.#status.render(state);
    this.#broken.render(state.phase === 'idle' ? state.broken : null);
    this.#renderChecks(state);
    this.#renderHints(state);
    this.#renderSolution(state);
  }

  #renderChecks({ definition, verdict, phase, edited, replaced }: ChallengeState): void {
    const current = phase === 'idle' && replaced === null ? verdict : null;
    this.#checks.toggleClass('lectern-mod-outdated', edited && current !== null);
    // Drawn once for each verdict: what the learner has folded stays folded.
    if (this.#drawn !== null && this.#drawn.verdict === current) return;
    this.#drawn = { verdict: current };
    const found = findings(definition.grading, current);
    const list = requirementList(found, (current?.checks.length ?? 0) > 0, this.#goToLine);
    this.#checks.setHidden(list.length === 0);
    this.#checks.node.replaceChildren(...list);
  }

  /** Hints only ever come: those on the page stay, so that nothing read is drawn again. */
  #renderHints({ definition: { hints }, progress }: ChallengeState): void {
    const count = Math.min(progress.hintsShown, hints.length);
    this.#hints.setHidden(count === 0);
    for (let index = this.#hints.widgets.length; index < count; index++) {
      const label = `Hint ${index + 1} of ${hints.length}`;
      const hint = new Panel();
      hint.addClass('lectern-Hint');
      hint.node.setAttribute('role', 'group');
      hint.node.setAttribute('aria-label', label);
      const title = element('div', { class: 'lectern-Hint-title', 'aria-hidden': 'true' }, label);
      hint.addWidget(new Widget({ node: title }));
      hint.addWidget(renderedMarkdown(this.#rendermime, hints[index] ?? ''));
      this.#hints.addWidget(hint);
    }
  }

  #renderSolution({ definition, progress, solutionShown }: ChallengeState): void {
    const shown = solutionShown && solutionAccess(definition, progress).open;
    this.#solution.setHidden(!shown);
    if (!shown || this.#solution.widgets.length > 0) return;
    const title = element('div', { class: 'lectern-Solution-title' }, 'One solution');
    this.#solution.addWidget(new Widget({ node: title }));
    const parts = [pythonListing(definition.solution ?? ''), definition.explanation];
    for (const part of parts) {
      if (part !== null) this.#solution.addWidget(renderedMarkdown(this.#rendermime, part));
    }
  }

  readonly #rendermime: IRenderMimeRegistry;
  readonly #buttons: ButtonBar;
  readonly #status: StatusBar;
  readonly #broken = new BrokenNotice();
  readonly #checks = new Widget();
  readonly #hints = new Panel();
  readonly #solution = new Panel();
  readonly #goToLine: GoToLine;
  #drawn: { verdict: Verdict | null } | null = null;
}
