/** Charts as Vega-Lite specifications with their words: no drawing library is in here. */

export { CHART_MIME_TYPE, fitted, type Chart, type VegaLiteSpec } from './chart.js';
export { chartConfig, PALETTE, type ChartColours } from './theme.js';
export { lineChart, type Axis, type LineChart, type Series } from './lines.js';
export { overOptimisationChart } from './over-optimisation.js';
export type { XY } from './words.js';
