/** Settings of an experiment: completed, checked, and read by name. */

import type { Control, Experiment, Settings } from './experiment.js';

/**
 * What every experiment runs with until another seed is chosen.
 *
 * @example
 * ```ts
 * const { controls } = await loadExperiment('best-of-n');
 * defaultSettings({ controls }).seed === DEFAULT_SEED; // → true
 * ```
 */
export const DEFAULT_SEED = 1;

/**
 * What the controls say before anybody has touched them.
 *
 * @example
 * ```ts
 * const slider = { type: 'range', name: 'n', label: 'Samples', min: 1, max: 64, step: 1, value: 4 };
 * defaultSettings({ controls: [slider] }); // → { n: 4, seed: 1 }
 * ```
 */
export function defaultSettings({ controls }: Pick<Experiment, 'controls'>): Settings {
  return {
    ...Object.fromEntries(controls.map(({ name, value }) => [name, value])),
    seed: DEFAULT_SEED
  };
}

/**
 * The given settings with the rest from the controls.
 * @throws {RangeError} naming the setting that no control has, or whose value its control cannot have
 * @example
 * ```ts
 * const slider = { type: 'range', name: 'n', label: 'Samples', min: 1, max: 64, step: 1, value: 4 };
 * const experiment = { kind: 'best-of-n', controls: [slider] };
 * completeSettings(experiment, { seed: 7 }); // → { n: 4, seed: 7 }
 * const messageOf = (settings) => {
 *   try {
 *     completeSettings(experiment, settings);
 *   } catch (error) {
 *     return error.message;
 *   }
 * };
 * messageOf({ n: 99 }); // → 'best-of-n: n is 99; it must be a number from 1 to 64.'
 * messageOf({ m: 1 }); // → 'best-of-n: there is no setting "m"; there are n, seed.'
 * ```
 */
export function completeSettings(
  experiment: Pick<Experiment, 'kind' | 'controls'>,
  given: Settings
): Settings {
  const { kind, controls } = experiment;
  for (const [name, value] of Object.entries(given)) {
    if (name === 'seed') {
      if (Number.isInteger(value)) continue;
      throw new RangeError(`${kind}: seed is ${String(value)}; it must be a whole number.`);
    }
    const control = controls.find((one) => one.name === name);
    if (control === undefined) {
      const known = controls.map((one) => one.name).join(', ');
      throw new RangeError(`${kind}: there is no setting "${name}"; there are ${known}, seed.`);
    }
    const wanted = wish(control, value);
    if (wanted !== undefined) {
      throw new RangeError(`${kind}: ${name} is ${JSON.stringify(value)}; it must be ${wanted}.`);
    }
  }
  return { ...defaultSettings(experiment), ...given };
}

/** What the control would have instead of the value; undefined where it may have it. */
function wish(control: Control, value: Settings[string]): string | undefined {
  switch (control.type) {
    case 'range':
      return typeof value === 'number' && value >= control.min && value <= control.max
        ? undefined
        : `a number from ${control.min} to ${control.max}`;
    case 'choice':
      return control.options.some((option) => option.value === value)
        ? undefined
        : `one of ${control.options.map((option) => JSON.stringify(option.value)).join(', ')}`;
    case 'switch':
      return typeof value === 'boolean' ? undefined : 'true or false';
  }
}

/** Complete settings by name and type. @throws where an experiment asks for what it has no control for */
export class SettingsReader {
  readonly #settings: Settings;

  constructor(
    private readonly experiment: Pick<Experiment, 'kind' | 'controls'>,
    given: Settings
  ) {
    this.#settings = completeSettings(experiment, given);
  }

  get seed(): number {
    return this.number('seed');
  }

  number(name: string): number {
    return this.#of(name, 'number') as number;
  }

  choice(name: string): string {
    return this.#of(name, 'string') as string;
  }

  flag(name: string): boolean {
    return this.#of(name, 'boolean') as boolean;
  }

  #of(name: string, type: string): Settings[string] {
    const value = this.#settings[name];
    if (value !== undefined && typeof value === type) return value;
    throw new Error(`${this.experiment.kind} has no control "${name}" of type ${type}.`);
  }
}
