/** What a chart is: a Vega-Lite specification as plain JSON, and the same in words. */

import { chartConfig, type ChartColours } from './theme.js';

/** Vega-Lite v5, since that is what JupyterLab draws by itself. Plain JSON: no library is needed to make or send it. */
export type VegaLiteSpec = Record<string, unknown>;

export interface Chart {
  spec: VegaLiteSpec;
  /** What the chart shows, in sentences made from its data: for those who do not see it. */
  alternative: string;
}

/**
 * What JupyterLab draws as a chart: the data of `display_data` under this key.
 *
 * @example
 * ```ts
 * CHART_MIME_TYPE; // → 'application/vnd.vegalite.v5+json'
 * const series = [{ name: 'loss', points: [{ x: 0, y: 2 }, { x: 10, y: 1 }] }];
 * const { spec } = lineChart({ title: 'Loss', x: { title: 'step' }, y: { title: 'nats' }, series });
 * // A cell's output.
 * const data = { [CHART_MIME_TYPE]: spec };
 * data['application/vnd.vegalite.v5+json'].$schema; // → 'https://vega.github.io/schema/vega-lite/v5.json'
 * ```
 */
export const CHART_MIME_TYPE = 'application/vnd.vegalite.v5+json';

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v5.json';
/** Fits a notebook's output beside a narrow browser; `fitted` makes another width of it. */
const WIDTH = 440;
const HEIGHT = 250;

/** A panel and its words as a whole specification. */
export function chartOf(title: string, alternative: string, panel: VegaLiteSpec): Chart {
  const size = 'vconcat' in panel ? {} : { width: WIDTH, height: HEIGHT };
  return {
    alternative,
    spec: {
      $schema: SCHEMA,
      description: alternative,
      title: { text: title },
      ...size,
      ...panel,
      config: chartConfig()
    }
  };
}

/** Panels with one x axis of meaning, one below the other. */
export const stacked = (panels: VegaLiteSpec[]): VegaLiteSpec => ({
  vconcat: panels.map((panel) => ({ width: WIDTH, height: HEIGHT * 0.6, ...panel })),
  spacing: 12
});

/** About as wide as a letter of a title is, in pixels. */
const LETTER = 8.5;

/** Below this width in pixels a legend has one column. */
const NARROW = 420;

/**
 * The same chart for a place of this width in pixels and a page of these colours, its title broken into lines that fit.
 *
 * @example
 * ```ts
 * const chart = policyChart({
 *   title: 'What the policy says before and after training',
 *   responses: ['yes', 'no'],
 *   policies: [{ name: 'after', probabilities: [0.9, 0.1] }]
 * });
 * const { spec } = fitted(chart, { width: 200, colours: { text: 'white', grid: 'grey' } });
 * spec.width; // → 200
 * spec.title.text; // → ['What the policy says', 'before and after', 'training']
 * spec.config.title.color; // → 'white'
 * ```
 */
export function fitted(
  { spec, alternative }: Chart,
  { width, colours }: { width: number; colours?: ChartColours }
): Chart {
  const inner = (panel: VegaLiteSpec): VegaLiteSpec => ({
    ...panel,
    width,
    autosize: { type: 'fit-x', contains: 'padding' }
  });
  const { text } = spec['title'] as { text: string };
  const title = { text: lines(text, Math.max(12, Math.floor(width / LETTER))) };
  const panels = spec['vconcat'] as VegaLiteSpec[] | undefined;
  // Vega-Lite fits no concatenation into a width: what axes and legends take is left free.
  const AXES = 60;
  const sized =
    panels === undefined
      ? inner(spec)
      : { ...spec, vconcat: panels.map((panel) => ({ ...panel, width: width - AXES })) };
  const config = chartConfig(colours, width < NARROW ? 1 : 2);
  return { alternative, spec: { ...sized, title, config } };
}

function lines(text: string, most: number): string[] {
  const result: string[] = [];
  for (const word of text.split(' ')) {
    const last = result.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) {
      result[result.length - 1] = `${last} ${word}`;
    } else result.push(word);
  }
  return result;
}
