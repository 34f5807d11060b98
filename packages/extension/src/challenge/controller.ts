/** Joins one challenge cell, its interface and the grader; the learner's kernel has no part in it. */

import type { CodeCell } from '@jupyterlab/cells';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { grade, type Verdict } from '@lectern/grader';
import { METADATA_KEY } from '../metadata-key.js';
import type { IDisposable } from '@lumino/disposable';
import type { ISandbox } from '../tokens.js';
import { brokenCheck, brokenDetails, type LessonName } from './broken-check.js';
import { hintReason, type ChallengeActions } from './button-bar.js';
import { CellFrame } from '../cell-ui/cell-frame.js';
import { CellHeader, pointsFact } from '../cell-ui/header.js';
import type { ChallengeDefinition } from './definition.js';
import { fingerprint } from './fingerprint.js';
import { ChallengeFooter } from './footer.js';
import { lockLines } from './locked/lock-lines.js';
import {
  afterHint,
  afterVerdict,
  readProgress,
  solutionAccess,
  type Progress
} from './progress.js';
import { replaceSource, undoReplacement } from './replace-source.js';
import { initialState, type ChallengeState } from './state.js';

export interface ChallengeServices {
  sandbox: ISandbox;
  rendermime: IRenderMimeRegistry;
  /** Runs a shortcut that was pressed on one of the challenge's buttons. */
  processShortcut(event: KeyboardEvent): void;
  /** Keeps the learner's work; reports its own failures. */
  save(): void;
  /** The lesson that the notebook says it is. */
  lesson(): LessonName | null;
}

export class ChallengeController implements ChallengeActions, IDisposable {
  constructor(cell: CodeCell, definition: ChallengeDefinition, services: ChallengeServices) {
    this.#cell = cell;
    this.#services = services;
    const progress = readProgress(this.#metadata().progress);
    this.#state = initialState(definition, progress, this.#compare(progress));
    this.#footer = new ChallengeFooter(this, services.rendermime, (line) => this.#goTo(line));
    this.#frame = new CellFrame(cell, {
      label: `Challenge: ${definition.title}`,
      className: 'lectern-Challenge',
      header: this.#header,
      footer: this.#footer
    });
    this.#footer.node.addEventListener('keydown', (event) => this.#onKeydown(event));
    this.#locked = lockLines(cell.editor, definition.starter, () =>
      this.#say('Those lines are locked: they stay as they are.')
    );
    cell.model.sharedModel.changed.connect(this.#onModelChanged, this);
    this.#set({});
  }

  get isDisposed(): boolean {
    return this.#isDisposed;
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#check?.abort.abort();
    this.#cell.model?.sharedModel.changed.disconnect(this.#onModelChanged, this);
    this.#locked?.dispose();
    this.#frame.dispose();
  }

  /** Gives the answer as it is now to the grader. A later source replaces one that is still being checked. */
  check(): void {
    const source = this.#source();
    if (this.#check?.source === source) return;
    this.#check?.abort.abort();
    const abort = new AbortController();
    this.#check = { source, abort };
    void this.#verdict(source, abort.signal).then((verdict) => {
      if (verdict === null || abort.signal.aborted) return;
      this.#check = null;
      const progress = afterVerdict(this.#state.progress, verdict.status, fingerprint(source));
      const broken = brokenDetails(verdict, this.#services.lesson());
      if (broken !== null) this.#report(broken);
      this.#set({ phase: 'idle', verdict, broken, progress, edited: source !== this.#source() });
      this.#keep(progress);
    });
  }

  hint(): void {
    const { definition, progress } = this.#state;
    const total = definition.hints.length;
    const reason = hintReason(total, total - progress.hintsShown);
    if (reason !== null) return this.#say(reason);
    const next = afterHint(progress);
    this.#set({ progress: next });
    this.#say(`Hint ${next.hintsShown} of ${total} is shown below.`);
    this.#keep(next);
  }

  solution(): void {
    const access = solutionAccess(this.#state.definition, this.#state.progress);
    if (!access.open) return this.#say(access.reason);
    const solutionShown = !this.#state.solutionShown;
    this.#set({ solutionShown });
    this.#say(solutionShown ? 'One solution is shown below.' : 'The solution is hidden again.');
  }

  reset(): void {
    const { starter } = this.#state.definition;
    const answer = this.#source();
    if (this.#cell.readOnly) return this.#say('This cell cannot be edited.');
    if (answer === starter) return this.#say('This is the starter already.');
    replaceSource(this.#cell.model.sharedModel, starter);
    this.#set({ replaced: answer, note: null });
  }

  undoReset(): void {
    const { replaced } = this.#state;
    if (replaced === null) return;
    undoReplacement(this.#cell.model.sharedModel, replaced);
    this.#set({ replaced: null });
    this.#say('Your answer is back.');
  }

  async #verdict(source: string, signal: AbortSignal): Promise<Verdict | null> {
    const { definition } = this.#state;
    const { grading } = definition;
    const { sandbox } = this.#services;
    this.#set({ phase: 'checking', note: null, replaced: null });
    try {
      if (grading === null)
        throw new Error('This notebook does not say how to check the challenge.');
      if (!sandbox.isReady && grading.ungraded === null) {
        this.#set({ phase: 'waiting' });
        await sandbox.prewarm();
        if (signal.aborted) return null;
        this.#set({ phase: 'checking' });
      }
      return await grade(grading, source, sandbox.sandbox, { signal });
    } catch (reason) {
      if (signal.aborted) return null;
      return brokenCheck(definition, reason);
    }
  }

  #onModelChanged(_: unknown, change: { sourceChange?: unknown }): void {
    if (change.sourceChange === undefined) return;
    const compared = this.#compare(this.#state.progress);
    const { edited, empty, note, replaced } = this.#state;
    const same = compared.edited === edited && compared.empty === empty;
    if (same && note === null && replaced === null) return;
    this.#set({ ...compared, note: null, replaced: null });
  }

  #onKeydown(event: KeyboardEvent): void {
    const accel = event.ctrlKey || event.metaKey;
    if (
      accel &&
      !event.shiftKey &&
      event.key.toLowerCase() === 'z' &&
      this.#state.replaced !== null
    ) {
      event.preventDefault();
      this.undoReset();
    } else if (accel || event.altKey) {
      this.#services.processShortcut(event);
    }
  }

  #compare(progress: Progress): { edited: boolean; empty: boolean } {
    const source = this.#source();
    const { last } = progress;
    return {
      edited: last !== null && last.source !== fingerprint(source),
      empty: source.trim() === ''
    };
  }

  #goTo(line: number): void {
    const { editor } = this.#cell;
    if (editor === null) return;
    this.#cell.inputHidden = false;
    const index = Math.min(line, editor.lineCount) - 1;
    editor.focus(); // first: a cursor that is set without it waits for the browser to show it
    editor.setCursorPosition({ line: index, column: editor.getLine(index)?.search(/\S|$/) ?? 0 });
  }

  /** Once: what is broken stays so until the lesson or the site is mended. */
  #report(broken: string): void {
    if (this.#reported.has(broken)) return;
    this.#reported.add(broken);
    console.error(`Lectern could not check an answer, since the checker failed.\n${broken}`);
  }

  #say(note: string): void {
    this.#set({ note });
  }

  #set(change: Partial<ChallengeState>): void {
    if (this.#isDisposed) return;
    this.#state = { ...this.#state, ...change };
    const { definition, progress } = this.#state;
    const { title, difficulty, points } = definition;
    const { attempts } = progress;
    this.#header.render({
      kind: 'Challenge',
      title,
      facts: [
        ...(difficulty === null ? [] : [difficulty]),
        ...pointsFact(points),
        ...(attempts === 0 ? [] : [`${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`])
      ],
      solved: progress.passed
    });
    this.#footer.render(this.#state);
  }

  #keep(progress: Progress): void {
    this.#cell.model.setMetadata(METADATA_KEY, { ...this.#metadata(), progress });
    this.#services.save();
  }

  #metadata(): Record<string, unknown> {
    return (this.#cell.model.getMetadata(METADATA_KEY) ?? {}) as Record<string, unknown>;
  }

  #source(): string {
    return this.#cell.model.sharedModel.getSource();
  }

  readonly #cell: CodeCell;
  readonly #services: ChallengeServices;
  readonly #frame: CellFrame;
  readonly #header = new CellHeader();
  readonly #footer: ChallengeFooter;
  #state: ChallengeState;
  readonly #locked: IDisposable | null;
  readonly #reported = new Set<string>();
  #check: { source: string; abort: AbortController } | null = null;
  #isDisposed = false;
}
