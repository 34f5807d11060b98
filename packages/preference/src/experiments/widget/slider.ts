/** What values a slider stops at: as many on each stretch of its scale, and each step of a key another one. */

import type { Control } from '../experiment.js';

type Range = Extract<Control, { type: 'range' }>;

/** A logarithmic slider has at most so many stops. */
const STOPS = 100;

/** In growing order, from `min` to `max`, all multiples of `step` but perhaps the two ends. */
export function sliderValues({
  min,
  max,
  step,
  scale
}: Omit<Range, 'type' | 'name' | 'label' | 'value'>): number[] {
  const snap = (value: number) =>
    // Ten digits: without 0.30000000000000004.
    Math.min(max, Math.max(min, Number((Math.round(value / step) * step).toPrecision(10))));
  const raw =
    scale === 'log'
      ? Array.from({ length: STOPS + 1 }, (_, i) => min * (max / min) ** (i / STOPS))
      : Array.from({ length: Math.round((max - min) / step) + 1 }, (_, i) => min + i * step);
  return [...new Set([min, ...raw.map(snap), max])].toSorted((a, b) => a - b);
}

/** The index of the value next to this one. */
export function nearest(values: readonly number[], value: number): number {
  let best = 0;
  for (const [index, one] of values.entries()) {
    if (Math.abs(one - value) < Math.abs(values[best]! - value)) best = index;
  }
  return best;
}
