/** Charts as Vega-Lite specifications with their words: no drawing library is in here. */

export { CHART_MIME_TYPE, fitted, type Chart, type VegaLiteSpec } from './chart.js';
export { chartConfig, PALETTE, type ChartColours } from './theme.js';
export { lineChart, type Axis, type LineChart, type Series } from './lines.js';
export { barChart, type BarChart, type Bars } from './bars.js';
export { overOptimisationChart } from './over-optimisation.js';
export {
  klAgainstRewardChart,
  lossAndAccuracyChart,
  rewardMarginChart,
  type KlAndReward,
  type LossAndAccuracy,
  type Margins,
  type Reported
} from './training.js';
export { policyChart, type NamedPolicy, type PolicyChart } from './policies.js';
export { ensembleSpreadChart, type EnsembleSpread } from './ensemble.js';
export { describeSeries, readable, type XY } from './words.js';
