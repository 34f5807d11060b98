/** What Python can call and have answered at once, by its TypeScript name. */

import * as pref from '@lectern/preference';
import * as charts from '@lectern/preference/charts';
import { functionOfArrays, lossOfArrays } from './tensor-function.js';

type Pairs = Parameters<typeof pref.samplePairs<string, string>>[0];

/** An annotator as Python describes it: functions do not cross, but where they are Python's own. */
export interface AnnotatorPlan {
  kind: string;
  utility?: pref.Utility<string, string>;
  agrees?: (prompt: string, response: string) => boolean;
  kindOf?: (response: string) => number;
  count?: number;
  probability?: number;
  annotators?: AnnotatorPlan[];
  shares?: number[];
  options?: pref.BradleyTerryAnnotatorOptions<string, string>;
}

export function annotatorOf(plan: AnnotatorPlan): pref.Annotator<string, string> {
  const { kind, options = {} } = plan;
  switch (kind) {
    case 'bradley-terry':
      return pref.bradleyTerryAnnotator(plan.utility!, options);
    case 'sycophantic':
      return pref.sycophanticAnnotator(plan.utility!, plan.agrees!, options);
    case 'cyclic':
      return pref.cyclicAnnotator(plan.kindOf!, plan.count!, plan.probability);
    case 'disagreeing':
      return pref.disagreeingAnnotators(plan.annotators!.map(annotatorOf), plan.shares);
    default:
      throw new Error(`There is no annotator of the kind "${kind}".`);
  }
}

type Arguments = never[];

export const FUNCTIONS: Record<string, (...args: Arguments) => unknown> = {
  bradleyTerryLoss: lossOfArrays(pref.bradleyTerryLoss),
  dpoLoss: lossOfArrays(pref.dpoLoss),
  simpoLoss: lossOfArrays(pref.simpoLoss),
  orpoLoss: lossOfArrays(pref.orpoLoss),
  ktoLoss: lossOfArrays(pref.ktoLoss),
  ppoLoss: lossOfArrays(pref.ppoLoss),
  grpoLoss: lossOfArrays(pref.grpoLoss),
  sftLoss: lossOfArrays(pref.sftLoss),
  k1: functionOfArrays(pref.k1),
  k2: functionOfArrays(pref.k2),
  k3: functionOfArrays(pref.k3),

  gaeMasked: pref.gaeMasked,
  gaeWithDones: pref.gaeWithDones,
  trlRollout: pref.trlRollout,
  maskedWhiten: pref.maskedWhiten,
  groupAdvantages: pref.groupAdvantages,
  rlooAdvantages: pref.rlooAdvantages,
  adaptKlCoef: pref.adaptKlCoef,

  boltzmannPolicy: pref.boltzmannPolicy,
  bestOfN: pref.bestOfN,
  categoricalDivergences: pref.categoricalDivergences,
  klTermFixedPoints: pref.klTermFixedPoints,
  bradleyTerryMle: pref.bradleyTerryMle,
  ensembleRewards: pref.ensembleRewards,
  fitGaoBestOfN: pref.fitGaoBestOfN,
  fitGaoRl: pref.fitGaoRl,

  samplePairs: (options: Omit<Pairs, 'annotator'> & { annotator: AnnotatorPlan }) =>
    pref.samplePairs({ ...options, annotator: annotatorOf(options.annotator) }),
  rankResponses: (prompt: string, responses: string[], plan: AnnotatorPlan, seed: number) =>
    pref.rankResponses(prompt, responses, annotatorOf(plan), seed),
  rawAgreement: pref.rawAgreement,
  krippendorffAlpha: pref.krippendorffAlpha,
  features: (texts: string[], fittedOn: string[], options: pref.FeatureOptions) =>
    pref.featurizer(fittedOn, options).features(texts),

  charactersOf: pref.charactersOf,
  rewardsOf: pref.rewardsOf,
  characterPolicy: pref.characterPolicy,
  sampleCompletions: pref.sampleCompletions,
  completionLogps: pref.completionLogps,

  lossAndAccuracyChart: charts.lossAndAccuracyChart,
  rewardMarginChart: charts.rewardMarginChart,
  klAgainstRewardChart: charts.klAgainstRewardChart,
  policyChart: charts.policyChart,
  lineChart: charts.lineChart
};
