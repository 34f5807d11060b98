/** One frame for all experiments: settings, Run and Stop, progress, the finding, and live charts. */

import type { Experiment, Outcome, Settings } from '../experiment.js';
import { completeSettings, defaultSettings } from '../settings.js';
import { Controls } from './controls.js';
import { Drawing } from './drawing.js';
import { element, freshId } from './elements.js';
import { scoreWithPython } from './python-reward.js';
import { STYLE } from './style.js';
import { coloursOf, onThemeChange } from './theme.js';
import type { Model } from './traits.js';

/** After the last move of a slider, in milliseconds. */
const DEBOUNCE = 250;
/** Between two drawings of a running experiment. */
const BETWEEN_DRAWINGS = 120;

export class Frame {
  readonly #element: HTMLElement;
  readonly #controls: Controls;
  readonly #drawing: Drawing;
  readonly #runButton = element('button', { type: 'button', class: 'run' }, 'Run');
  readonly #progress = element('progress', { max: '1', 'aria-label': 'Progress of the run' });
  readonly #finding = element('p', { role: 'status', 'aria-live': 'polite', class: 'finding' });
  readonly #error = element('p', { role: 'alert', class: 'error', hidden: true });
  readonly #undo: (() => void)[] = [];
  #settings: Settings;
  #running: AbortController | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #drawnAt = 0;

  constructor(
    private readonly experiment: Experiment,
    private readonly model: Model,
    place: HTMLElement
  ) {
    this.#settings = defaultSettings(experiment);
    this.#controls = new Controls(experiment.controls, (name, value) => {
      this.#settings = { ...this.#settings, [name]: value };
      this.#share();
      this.#runSoon();
    });
    this.#element = this.#build();
    this.#drawing = new Drawing(() => coloursOf(this.#element));
    this.#element.append(this.#drawing.element);
    place.replaceChildren(element('style', {}, STYLE), this.#element);
    this.#listen();
    if (this.#takeSettings() !== 'refused') this.#whenSeen(() => void this.#run());
  }

  /** Stops what runs, and lets go of everything. */
  remove(): void {
    this.#stop();
    for (const undo of this.#undo) undo();
    this.#drawing.remove();
    this.#element.remove();
  }

  #build(): HTMLElement {
    const title = freshId();
    const { experiment } = this;
    const reset = element('button', { type: 'button' }, 'Reset');
    reset.addEventListener('click', () => {
      this.#settings = defaultSettings(experiment);
      this.#controls.show(this.#settings);
      this.#share();
      void this.#run();
    });
    this.#runButton.addEventListener('click', () => {
      if (this.#running) this.#stop();
      else void this.#run();
    });
    return element(
      'section',
      // In a notebook the keys are not commands while the focus is in here.
      {
        class: 'lectern-experiment',
        'aria-labelledby': title,
        'data-lm-suppress-shortcuts': 'true'
      },
      element('h3', { id: title }, experiment.title),
      element('p', { class: 'about' }, experiment.about),
      this.#controls.element,
      element('div', { class: 'row actions' }, this.#runButton, reset, this.#progress),
      this.#error,
      this.#finding
    );
  }

  #listen(): void {
    const keys = (event: KeyboardEvent) => {
      const isField = event.target instanceof HTMLInputElement;
      if (event.key === 'Escape' && this.#running) this.#stop();
      else if (event.key === 'Enter' && isField) void this.#run();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    this.#element.addEventListener('keydown', keys);
    const settings = () => {
      if (this.#takeSettings() === 'new') this.#runSoon();
    };
    this.model.on('change:settings', settings);
    const redraw = () => this.#drawing.redraw();
    let width = this.#element.clientWidth;
    const resized = new ResizeObserver(() => {
      if (this.#element.clientWidth === width) return;
      width = this.#element.clientWidth;
      redraw();
    });
    resized.observe(this.#element);
    this.#undo.push(
      () => this.model.off('change:settings', settings),
      onThemeChange(redraw),
      () => resized.disconnect()
    );
  }

  /** Those of the model, completed there as well; a run is due where they are new, or the last ones were refused. */
  #takeSettings(): 'new' | 'same' | 'refused' {
    try {
      const given = this.model.get('settings') ?? {};
      const settings = completeSettings(this.experiment, given);
      const isNew = !isEqual(settings, this.#settings) || !this.#error.hidden;
      this.#settings = settings;
      this.#controls.show(settings);
      if (!isEqual(given, settings)) this.#share();
      return isNew ? 'new' : 'same';
    } catch (error) {
      this.#stop();
      this.#controls.show(this.#settings);
      this.#fail(error);
      return 'refused';
    }
  }

  #share(): void {
    this.model.set('settings', this.#settings);
    this.model.save_changes();
  }

  #runSoon(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#run(), DEBOUNCE);
  }

  /** A page of many experiments runs those that are looked at. */
  #whenSeen(run: () => void): void {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      if (!this.#running) run();
    });
    observer.observe(this.#element);
    this.#undo.push(() => observer.disconnect());
  }

  async #run(): Promise<void> {
    this.#stop();
    const controller = new AbortController();
    const { signal } = controller;
    this.#running = controller;
    this.#show('running');
    try {
      const outcome = await this.experiment.run(this.#settings, {
        signal,
        onProgress: (done, partial) => {
          if (signal.aborted) return;
          this.#progress.value = done;
          this.#showPartial(partial);
        },
        ...(this.model.get('has_reward')
          ? { scoreWithPython: (texts: string[]) => scoreWithPython(this.model, texts, signal) }
          : {})
      });
      if (signal.aborted) return;
      this.#finding.textContent = outcome.finding;
      this.#drawing.show(outcome.charts);
      this.#running = undefined;
      this.#show('done');
      this.model.set('result', { finding: outcome.finding, numbers: outcome.numbers });
      this.model.save_changes();
    } catch (error) {
      // Whoever stopped it has said so already.
      if (signal.aborted) return;
      this.#running = undefined;
      this.#fail(error);
    }
  }

  #showPartial(partial: Outcome): void {
    const now = performance.now();
    if (now - this.#drawnAt < BETWEEN_DRAWINGS) return;
    this.#drawnAt = now;
    this.#finding.textContent = partial.finding;
    this.#drawing.show(partial.charts);
  }

  #stop(): void {
    clearTimeout(this.#waiting);
    if (!this.#running) return;
    this.#running.abort();
    this.#running = undefined;
    this.#show('stopped');
  }

  #fail(error: unknown): void {
    this.#show('failed');
    this.#error.hidden = false;
    const message = error instanceof Error ? error.message : String(error);
    this.#error.textContent = message.replaceAll(/\s+/g, ' ');
  }

  #show(state: 'running' | 'done' | 'stopped' | 'failed'): void {
    const isRunning = state === 'running';
    this.#element.dataset['state'] = state;
    this.#runButton.textContent = isRunning ? 'Stop' : 'Run';
    // What is seen on the way is not read out, the end is.
    this.#finding.setAttribute('aria-busy', String(isRunning));
    if (isRunning) {
      this.#error.hidden = true;
      this.#progress.value = 0;
      this.#drawnAt = 0;
    }
    this.#progress.hidden = !isRunning;
  }
}

const isEqual = (a: Settings, b: Settings) =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([name, value]) => b[name] === value);
