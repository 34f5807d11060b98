/** Groups of bars, a group a category, a bar a series, in the order of the legend. */

import { chartOf, type Chart } from './chart.js';
import { stylesOf } from './lines.js';
import { readable } from './words.js';

export interface Bars {
  name: string;
  /** (categories) */
  values: readonly number[];
  /** What the others are compared with: grey. */
  reference?: boolean | undefined;
}

export interface BarChart {
  title: string;
  /** Each of another name: of one name there is one group. */
  categories: readonly string[];
  /** What the categories are, under the bars. */
  axis: string;
  /** What is measured, with the unit. */
  y: string;
  series: readonly Bars[];
}

/** Under the bars, so many stand beside each other on a narrow page. */
const MOST_LETTERS = 30;

/**
 * @throws {RangeError} where a series has not one value a category, or two categories have one name
 * @example
 * ```ts
 * const chart = barChart({
 *   title: 'Votes',
 *   categories: ['short', 'long'],
 *   axis: 'answer',
 *   y: 'votes',
 *   series: [{ name: 'people', values: [3, 9] }]
 * });
 * chart.spec.data.values.map(({ category, value }) => [category, value]); // → [['short', 3], ['long', 9]]
 * chart.alternative; // → 'Votes. votes of each answer, 2 in all. people: highest for long (9), lowest for short (3).'
 * ```
 */
export function barChart({ title, categories, axis, y, series }: BarChart): Chart {
  if (new Set(categories).size < categories.length) {
    throw new RangeError(`"${title}": two categories have one name, of ${categories.join(', ')}.`);
  }
  for (const { name, values } of series) {
    if (values.length === categories.length) continue;
    throw new RangeError(
      `"${title}": "${name}" has ${values.length} values, and there are ${categories.length} categories.`
    );
  }
  const scale = {
    domain: series.map(({ name }) => name),
    range: stylesOf(series).map(({ colour }) => colour)
  };
  return chartOf(title, wordsOf({ title, categories, axis, y, series }), {
    data: {
      values: series.flatMap(({ name, values }) =>
        values.map((value, i) => ({ series: name, category: categories[i], value }))
      )
    },
    mark: { type: 'bar' },
    encoding: {
      x: {
        field: 'category',
        type: 'nominal',
        title: axis,
        sort: [...categories],
        axis: { labelAngle: categories.join('').length > MOST_LETTERS ? -35 : 0 }
      },
      xOffset: { field: 'series', sort: series.map(({ name }) => name) },
      y: { field: 'value', type: 'quantitative', title: y },
      color:
        series.length > 1
          ? { field: 'series', type: 'nominal', scale, legend: { title: '' } }
          : { value: scale.range[0] },
      tooltip: [
        { field: 'series', type: 'nominal', title: ' ' },
        { field: 'category', type: 'nominal', title: axis },
        { field: 'value', type: 'quantitative', title: y, format: '.4~g' }
      ]
    }
  });
}

function wordsOf({ title, categories, axis, y, series }: BarChart): string {
  const each = series.map(({ name, values }) => {
    const [most, least] = [Math.max(...values), Math.min(...values)];
    const of = (value: number) => `${categories[values.indexOf(value)]} (${readable(value)})`;
    return `${name}: highest for ${of(most)}, lowest for ${of(least)}.`;
  });
  return `${title}. ${y} of each ${axis}, ${categories.length} in all. ${each.join(' ')}`;
}
