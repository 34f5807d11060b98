/** What an experiment is: controls, and a run that says what it saw. One frame shows them all. */

import type { Chart } from '../charts/chart.js';

/** What one slider, list or switch sets. */
export type Control =
  | {
      type: 'range';
      name: string;
      label: string;
      min: number;
      max: number;
      step: number;
      /** Of the slider; a value on a logarithmic one need not be a multiple of `step`. */
      scale?: 'linear' | 'log';
      value: number;
    }
  | {
      type: 'choice';
      name: string;
      label: string;
      options: { value: string; label: string }[];
      value: string;
    }
  | { type: 'switch'; name: string; label: string; value: boolean };

/** A value for each control, by name, and `seed`. */
export type Settings = Record<string, number | string | boolean>;

export interface Outcome {
  /** A sentence or two that say what is seen, made from the numbers of this run. */
  finding: string;
  charts: Chart[];
  /** What tests over seeds assert. */
  numbers: Record<string, number>;
}

export interface Context {
  /** Aborted: the run is rejected with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** @param done in [0, 1] @param partial what is seen so far */
  onProgress?: ((done: number, partial: Outcome) => void) | undefined;
  /** Rewards from the learner's own function, where the frame has one. */
  scoreWithPython?: ((texts: string[]) => Promise<number[]>) | undefined;
}

export interface Experiment {
  kind: string;
  title: string;
  /** What is done and what to look for, in a few sentences. */
  about: string;
  controls: Control[];
  /** @param settings what is missing has its control's value; see `completeSettings` */
  run(settings: Settings, context: Context): Promise<Outcome>;
}
