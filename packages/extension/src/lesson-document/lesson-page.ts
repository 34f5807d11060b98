/** The page that a lesson's text opens as: its notebook, one press away, and what is wrong with the text. */

import type { Diagnostic, Lesson } from '@lectern/lesson';
import { Widget } from '@lumino/widgets';
import { element } from '../dom.js';
import { icon } from '../cell-ui/icons.js';

export interface LessonPageActions {
  open(): void;
  buildAnew(): void;
}

export interface LessonPageState {
  lesson: Pick<Lesson, 'title' | 'id' | 'challenges'> | null;
  /** What is going on, or was done, in one sentence. */
  message: string;
  busy: boolean;
  diagnostics: readonly Diagnostic[];
}

const ICONS = { error: 'failed', warning: 'warning', info: 'info' } as const;

export class LessonPage extends Widget {
  constructor(actions: LessonPageActions) {
    super();
    this.addClass('lectern-LessonPage');
    this.#open.addEventListener('click', () => actions.open());
    this.#anew.addEventListener('click', () => actions.buildAnew());
    this.node.append(
      this.#title,
      this.#facts,
      this.#status,
      element('div', { class: 'lectern-Buttons' }, this.#open, this.#anew),
      this.#problems
    );
  }

  render({ lesson, message, busy, diagnostics }: LessonPageState): void {
    this.#title.textContent = lesson?.title ?? 'Lesson';
    const count = lesson?.challenges.length ?? 0;
    this.#facts.textContent =
      lesson === null ? '' : `${lesson.id} · ${count} ${count === 1 ? 'challenge' : 'challenges'}`;
    if (this.#status.textContent !== message) this.#status.textContent = message;
    for (const button of [this.#open, this.#anew]) button.disabled = busy;
    this.#problems.replaceChildren(
      element('h2', {}, summarize(diagnostics)),
      element('ul', {}, ...diagnostics.map(problem))
    );
  }

  readonly #title = element('h1');
  readonly #facts = element('p', { class: 'lectern-LessonPage-facts' });
  readonly #status = element('p', { role: 'status' });
  readonly #open = element(
    'button',
    { type: 'button', class: 'lectern-Button lectern-mod-check' },
    'Open notebook'
  );
  readonly #anew = element(
    'button',
    { type: 'button', class: 'lectern-Button', title: 'Writes a fresh copy under a new name' },
    'Build anew'
  );
  readonly #problems = element('section', { class: 'lectern-Problems' });
}

/** “2 errors, 1 warning in the lesson” */
export function summarize(diagnostics: readonly Pick<Diagnostic, 'severity'>[]): string {
  const parts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = diagnostics.filter((one) => one.severity === severity).length;
    if (count === 0) return [];
    const noun = severity === 'info' ? 'note' : severity;
    return [`${count} ${count === 1 ? noun : `${noun}s`}`];
  });
  return parts.length === 0
    ? 'No problems in the lesson’s text'
    : `${parts.join(', ')} in the lesson’s text`;
}

function problem({ severity, rule, message, remedy, range }: Diagnostic): HTMLElement {
  return element(
    'li',
    { class: 'lectern-Problem', 'data-severity': severity },
    icon(ICONS[severity]),
    element(
      'div',
      {},
      element(
        'div',
        { class: 'lectern-Problem-where' },
        `${severity} at ${range.start.line}:${range.start.column} `,
        element('code', {}, rule)
      ),
      element('div', { class: 'lectern-Problem-message' }, message),
      element('div', { class: 'lectern-Problem-remedy' }, remedy)
    )
  );
}
