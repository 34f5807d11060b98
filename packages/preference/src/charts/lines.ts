/** Lines and scattered points, a series a colour, dash and shape. */

import { chartOf, type Chart, type VegaLiteSpec } from './chart.js';
import { DASHES, GREY, PALETTE, SHAPES } from './theme.js';
import { describeSeries, type XY } from './words.js';

export interface Axis {
  /** With the unit, as "KL (nats)". */
  title: string;
  /** Linear by default. */
  scale?: 'linear' | 'log' | undefined;
  /** Whether 0 is in view; not by default. */
  zero?: boolean | undefined;
  domain?: readonly [number, number] | undefined;
}

export interface Series {
  name: string;
  points: readonly XY[];
  /** Default line with points. */
  mark?: 'line' | 'points' | 'both' | undefined;
  /** What the others are compared with: grey. */
  reference?: boolean | undefined;
}

export interface LineChart {
  title: string;
  x: Axis;
  y: Axis;
  series: readonly Series[];
  /** What the words add to what the points say, such as where a threshold is. */
  note?: string | undefined;
}

/**
 * Lines, points or both over one pair of axes. On a logarithmic axis values that are not above 0 are left out.
 *
 * @example
 * ```ts
 * const points = [
 *   { x: 1, y: 0.2 },
 *   { x: 10, y: 0.9 },
 *   { x: 100, y: 0.4 }
 * ];
 * const chart = lineChart({
 *   title: 'Best of n',
 *   x: { title: 'n', scale: 'log' },
 *   y: { title: 'reward' },
 *   series: [{ name: 'gold', points }]
 * });
 * chart.alternative; // → 'Best of n. reward against n. gold rises from 0.2 at 1 to 0.4 at 100; its highest is 0.9 at 10.'
 * chart.spec.layer.map(({ mark }) => mark.type); // → ['line', 'point']
 * ```
 */
export function lineChart({ title, x, y, series, note }: LineChart): Chart {
  const words = [
    `${title}. ${y.title} against ${x.title}.`,
    ...series.map(({ name, points }) => describeSeries(name, points)),
    ...(note === undefined ? [] : [note])
  ];
  return chartOf(title, words.join(' '), linePanel({ x, y, series }));
}

/** The same as a part of a chart. */
export function linePanel({ x, y, series }: Pick<LineChart, 'x' | 'y' | 'series'>): VegaLiteSpec {
  const shown = (axis: Axis, value: number) =>
    Number.isFinite(value) && (axis.scale !== 'log' || value > 0);
  const styles = stylesOf(series);
  const rows = (marks: readonly string[]) =>
    series.flatMap(({ name, points, mark = 'both' }, i) =>
      points
        .filter((point) => marks.includes(mark) && shown(x, point.x) && shown(y, point.y))
        .map((point) => ({ series: name, x: point.x, y: point.y, ...styles[i] }))
    );
  // Only what lies outside: a point on the edge is shown whole.
  const isOutside = ({ domain }: Axis, value: number) =>
    domain !== undefined && (value < domain[0] || value > domain[1]);
  const clip = series.some(({ points }) =>
    points.some((point) => isOutside(x, point.x) || isOutside(y, point.y))
  );
  const at = { x: encoded('x', x), y: encoded('y', y), detail: { field: 'series' } };
  // Told apart in the legend by the dash of their lines or, where some have no line, by their shape: of both Vega-Lite
  // makes one symbol, dashes around shapes. So one of the two layers has its looks in its rows, and no scale.
  const many = series.length > 1;
  const byShape = many && series.some(({ mark }) => mark === 'points');
  const byDash = many && !byShape;
  const scaled = (key: keyof Style, legend: object) => ({
    field: 'series',
    type: 'nominal',
    scale: { domain: series.map(({ name }) => name), range: styles.map((style) => style[key]) },
    legend: { title: '', ...legend }
  });
  const own = (field: keyof Style) => ({ expr: `datum.${field}` });
  const stroke = { symbolType: 'stroke', symbolSize: 600 };
  const lines = {
    data: { values: rows(['line', 'both']) },
    mark: {
      type: 'line',
      clip,
      ...(byDash ? {} : { stroke: own('colour'), strokeDash: own('dash') })
    },
    encoding: byDash
      ? { ...at, stroke: scaled('colour', stroke), strokeDash: scaled('dash', stroke) }
      : at
  };
  const points = {
    data: { values: rows(['points', 'both']) },
    mark: {
      type: 'point',
      filled: true,
      size: 45,
      opacity: 0.9,
      clip,
      ...(byShape ? {} : { fill: own('colour'), shape: own('shape') })
    },
    encoding: {
      ...at,
      ...(byShape ? { fill: scaled('colour', {}), shape: scaled('shape', {}) } : {}),
      tooltip: [
        { field: 'series', type: 'nominal', title: ' ' },
        { field: 'x', type: 'quantitative', title: x.title, format: '.4~g' },
        { field: 'y', type: 'quantitative', title: y.title, format: '.4~g' }
      ]
    }
  };
  // A layer without a row has no extent, which Vega warns of.
  const filled = [lines, points].filter(({ data }) => data.values.length > 0);
  return { layer: filled.length > 0 ? filled : [lines] };
}

export interface Style {
  colour: string;
  dash: readonly number[];
  shape: string;
}

/** How series are told apart, in their order. */
export function stylesOf(series: readonly { reference?: boolean | undefined }[]): Style[] {
  let coloured = 0;
  return series.map(({ reference }, i) => ({
    colour: reference ? GREY : PALETTE[coloured++ % PALETTE.length]!,
    dash: DASHES[i % DASHES.length]!,
    shape: SHAPES[i % SHAPES.length]!
  }));
}

export function encoded(field: string, { title, scale = 'linear', zero, domain }: Axis): object {
  return {
    field,
    type: 'quantitative',
    title,
    scale: {
      type: scale,
      ...(scale === 'linear' ? { zero: zero ?? false } : { nice: false }),
      ...(domain === undefined ? {} : { domain })
    },
    axis: { tickCount: 6, ...(scale === 'log' ? { format: ',.3~r' } : {}) }
  };
}
