/** The cell that shows an experiment: two imports and a call, which JupyterLab hides. */

import type { DirectiveBlock } from '@lectern/lesson';

/** Attributes of the directive that are no settings of the experiment. */
const NOT_SETTINGS = ['kind', 'id'];
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?(e-?\d+)?$/;

/** `null` for a directive that names no kind: it stays text. */
export function experimentSource({ name, attributes }: DirectiveBlock): string | null {
  const { kind } = attributes;
  if (name !== 'experiment' || kind === undefined) return null;
  const settings = Object.entries(attributes)
    .filter(([key]) => !NOT_SETTINGS.includes(key) && /^[A-Za-z_]\w*$/.test(key))
    .map(([key, value]) => `, ${key}=${literal(value)}`);
  return [
    // Loads the widget in browsers where Python cannot wait for it.
    'import lectern.experiments',
    'import lectern.preference as pref',
    '',
    `pref.experiment(${text(kind)}${settings.join('')})`
  ].join('\n');
}

function literal(value: string): string {
  if (NUMBER.test(value)) return value;
  if (value === 'true' || value === 'false') return value === 'true' ? 'True' : 'False';
  return text(value);
}

/** Python reads what JSON writes, but for the halves of surrogate pairs, which no attribute has alone. */
const text = (value: string): string => JSON.stringify(value);
