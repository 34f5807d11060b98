/** Colours that are read on a white page and on a dark one, and told apart by the colour-blind. */

import type { VegaLiteSpec } from './chart.js';

/**
 * Okabe and Ito's (2008), without those that vanish on white or on black, and its blue a little lighter: each has a
 * contrast of at least 3 to both (tested). Series also differ by dash and shape.
 *
 * @example
 * ```ts
 * // The first series' colour, and the seventh's, from where they come again.
 * [0, 6].map((series) => PALETTE[series % PALETTE.length]); // → ['#1f83c9', '#1f83c9']
 * ```
 */
export const PALETTE = ['#1f83c9', '#d55e00', '#009e73', '#c9679c', '#8a7300', '#7b6fd0'] as const;
export const DASHES = [
  [1, 0],
  [7, 3],
  [2, 2],
  [9, 3, 2, 3],
  [4, 2],
  [12, 4]
] as const;
export const SHAPES = [
  'circle',
  'square',
  'triangle-up',
  'diamond',
  'cross',
  'triangle-down'
] as const;

/** Of what is compared with, such as a bound; and of words, where a page says no other. */
export const GREY = '#767676';

export interface ChartColours {
  text: string;
  /** Of lines that help to read values off. */
  grid: string;
}

/**
 * Vega-Lite's `config`: nothing behind the chart, so that the page shows through.
 *
 * @example
 * ```ts
 * const { background, legend } = chartConfig({ text: 'white', grid: 'grey' }, 1);
 * background; // → 'transparent'
 * legend; // → { labelColor: 'white', columns: 1 }
 * ```
 */
export function chartConfig(
  { text, grid }: ChartColours = { text: GREY, grid: GREY },
  legendColumns = 2
): VegaLiteSpec {
  return {
    background: 'transparent',
    font: 'system-ui, sans-serif',
    view: { stroke: 'transparent' },
    title: { anchor: 'start', color: text, fontSize: 14, fontWeight: 600, offset: 10 },
    axis: {
      labelColor: text,
      titleColor: text,
      domainColor: grid,
      tickColor: grid,
      gridColor: grid,
      gridOpacity: 0.25,
      labelFontSize: 11,
      labelSeparation: 8,
      titleFontSize: 12,
      titleFontWeight: 'normal'
    },
    legend: {
      labelColor: text,
      titleColor: text,
      labelFontSize: 12,
      labelLimit: 280,
      orient: 'top',
      direction: 'horizontal',
      columns: legendColumns,
      symbolSize: 120,
      symbolStrokeWidth: 2
    },
    text: { color: text },
    line: { strokeWidth: 2 }
  };
}
