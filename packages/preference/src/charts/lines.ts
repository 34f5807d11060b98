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

/** Lines, points or both over one pair of axes. On a logarithmic axis values that are not above 0 are left out. */
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
  const rows = (marks: readonly string[]) =>
    series
      .filter(({ mark = 'both' }) => marks.includes(mark))
      .flatMap(({ name, points }) =>
        points
          .filter((point) => shown(x, point.x) && shown(y, point.y))
          .map((point) => ({ series: name, x: point.x, y: point.y }))
      );
  const scales = seriesScales(series);
  const legend = series.length > 1 ? { title: null } : null;
  const color = { field: 'series', type: 'nominal', scale: scales.color, legend };
  const encoding = { x: encoded('x', x), y: encoded('y', y), color };
  const lines = {
    data: { values: rows(['line', 'both']) },
    mark: { type: 'line', clip: true },
    encoding: {
      ...encoding,
      strokeDash: { field: 'series', type: 'nominal', scale: scales.strokeDash, legend }
    }
  };
  const points = {
    data: { values: rows(['points', 'both']) },
    mark: { type: 'point', filled: true, size: 45, opacity: 0.9, clip: true },
    encoding: {
      ...encoding,
      shape: { field: 'series', type: 'nominal', scale: scales.shape, legend },
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

/** How series are told apart, in their order. */
export function seriesScales(series: readonly Pick<Series, 'name' | 'reference'>[]): {
  color: object;
  strokeDash: object;
  shape: object;
} {
  const domain = series.map(({ name }) => name);
  const ranks = series.map((_, i) => series.slice(0, i).filter((one) => !one.reference).length);
  const pick = <T>(from: readonly T[]) => series.map((_, i) => from[i % from.length] as T);
  return {
    color: {
      domain,
      range: series.map(({ reference }, i) =>
        reference ? GREY : PALETTE[ranks[i]! % PALETTE.length]
      )
    },
    strokeDash: { domain, range: pick(DASHES) },
    shape: { domain, range: pick(SHAPES) }
  };
}

export function encoded(field: string, { title, scale = 'linear', zero, domain }: Axis): object {
  return {
    field,
    type: 'quantitative',
    title,
    scale: {
      type: scale,
      ...(scale === 'linear' ? { zero: zero ?? false } : {}),
      ...(domain === undefined ? {} : { domain })
    },
    axis: { tickCount: 6, ...(scale === 'log' ? { format: '~s' } : {}) }
  };
}
