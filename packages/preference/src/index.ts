/** Preference learning on TensorFlow.js: losses and estimators that agree with TRL's. */

export { registerGradients } from './tensor/gradients.js';

export {
  bradleyTerryLoss,
  type BradleyTerryInputs,
  type BradleyTerryOptions,
  type BradleyTerryResult
} from './losses/bradley-terry.js';
export { dpoLoss, type DpoInputs, type DpoOptions } from './losses/dpo.js';
export { DPO_VARIANTS, type DpoLossType, type DpoTerms } from './losses/dpo-variants.js';
export { F_DIVERGENCES, fDivergenceScore, type FDivergence } from './losses/f-divergence.js';
export type { PairMetrics, PairResult } from './losses/pair-metrics.js';
export { simpoLoss, type SimpoInputs, type SimpoOptions } from './losses/simpo.js';
export { orpoLoss, type OrpoInputs, type OrpoResult } from './losses/orpo.js';
export { ktoLoss, type KtoInputs, type KtoOptions, type KtoResult } from './losses/kto.js';
export { sftLoss, type SftInputs } from './losses/sft.js';
export {
  ppoLoss,
  ppoPolicyLoss,
  ppoValueLoss,
  type PpoOptions,
  type PpoPolicyInputs,
  type PpoPolicyResult,
  type PpoValueInputs,
  type PpoValueResult
} from './losses/ppo.js';
export { grpoLoss, type GrpoInputs, type GrpoOptions, type GrpoResult } from './losses/grpo.js';
export type { GrpoLossType } from './losses/grpo-variants.js';

export { k1, k2, k3 } from './estimators/kl.js';
export {
  gae,
  gaeMasked,
  gaeWithDones,
  type GaeMaskedInputs,
  type GaeOptions,
  type GaeResult,
  type GaeWithDonesInputs
} from './estimators/gae.js';
export {
  trlRollout,
  type TrlRollout,
  type TrlRolloutInputs,
  type TrlRolloutOptions
} from './estimators/trl-rewards.js';
export { maskedWhiten } from './estimators/whiten.js';
export {
  groupAdvantages,
  rlooAdvantages,
  type GroupAdvantageOptions,
  type GroupAdvantages
} from './estimators/advantages.js';
export { adaptKlCoef, type AdaptiveKlOptions } from './estimators/adaptive-kl.js';

export { boltzmannPolicy, type Boltzmann } from './closed-form/boltzmann.js';
export { bestOfN, type BestOfN } from './closed-form/best-of-n.js';
export { categoricalDivergences, type CategoricalDivergences } from './closed-form/categorical.js';
export { klTermFixedPoints, type KlTermFixedPoints } from './closed-form/fixed-points.js';
export {
  bradleyTerryMle,
  bradleyTerryNll,
  type BradleyTerryMle,
  type BradleyTerryMleOptions
} from './closed-form/bradley-terry-mle.js';
export {
  bestOfNPoint,
  boltzmannPoint,
  fitGaoBestOfN,
  fitGaoRl,
  gaoBestOfN,
  gaoBestOfNPeak,
  gaoRl,
  gaoRlPeak,
  rSquared,
  type GaoForm,
  type PathPoint,
  type ProxySetting
} from './closed-form/over-optimisation.js';
export {
  tabularDpoDescent,
  tabularDpoLoss,
  tabularDpoOptimum,
  type TabularDpoPoint,
  type TabularDpoSetting
} from './closed-form/tabular-dpo.js';
export {
  ensembleRewards,
  type EnsembleOptions,
  type EnsembleRewards
} from './closed-form/ensembles.js';

export {
  extractPrompt,
  hhToConversational,
  unpair,
  type Completion,
  type ExplicitPrompt,
  type ImplicitPrompt,
  type Message,
  type PairedColumns,
  type UnpairedColumns
} from './data/formats.js';
export {
  readDemonstrations,
  readFeedback,
  readPairs,
  toHh,
  toTrl,
  type Demonstration
} from './data/trl.js';
export { readJsonl, writeJsonl, type JsonRecord, type Source } from './data/jsonl.js';
export { DataError } from './data/data-error.js';
export {
  pairsOfRanking,
  type BinaryFeedback,
  type PreferencePair,
  type Ranking
} from './data/preferences.js';
export {
  bradleyTerryAnnotator,
  cyclicAnnotator,
  disagreeingAnnotators,
  sycophanticAnnotator,
  type Annotator,
  type BradleyTerryAnnotatorOptions,
  type Utility
} from './data/annotators.js';
export { rankResponses, samplePairs, type SampleOptions } from './data/sample-pairs.js';
export { krippendorffAlpha, rawAgreement, type Judgements } from './data/agreement.js';
export {
  featurizer,
  wordsOf,
  type FeatureMatrix,
  type FeatureOptions,
  type Featurizer
} from './data/features.js';
export { Random } from './random.js';

export {
  fitRewardModel,
  rewardsOf,
  type RewardModelOptions,
  type RewardModelState
} from './train/fit-reward-model.js';
export { dpo, type DpoOptions as DpoTrainerOptions, type DpoState } from './train/dpo.js';
export type { Report, TrainOptions } from './train/train-loop.js';
export type { LinearPairs, RewardMetrics } from './kernels/linear-bradley-terry.js';
export type { DpoMetrics, TabularDpoOptions, TabularPairs } from './kernels/tabular-dpo.js';
export type { TaskOptions } from './train/run-task.js';
export { BACKENDS, BackendError, type Backend } from './kernels/kernel.js';
export type { Choice } from './kernels/choose.js';
export type { PolicyLoss, RewardLoss } from './kernels/plain-tfjs.js';
export type { Moments } from './kernels/adam.js';

export {
  characterPolicy,
  MOST_PARAMETERS,
  type BigramPolicy,
  type CharacterPolicy,
  type CharacterPolicyOptions,
  type TransformerPolicy
} from './policies/character-policy.js';
export type { TransformerSizes } from './policies/transformer.js';
export { charactersOf, Vocabulary } from './policies/vocabulary.js';
export {
  completionLogps,
  sampleCompletions,
  type SampledCompletion,
  type SamplingOptions
} from './policies/sample.js';
export {
  policyOutputs,
  policyTensors,
  tokenLogps,
  type PolicyOutputs,
  type PolicyTensors
} from './policies/tensors.js';
export { fromJson, toJson } from './state-json.js';
export { RewardError, type Reward } from './train/reward.js';
export type { CharacterTrainState } from './train/optimizer.js';
export {
  sft,
  type CharacterDemonstration,
  type SftMetrics,
  type SftTrainerOptions
} from './train/sft.js';
export { ppo, type PpoState, type PpoTrainerOptions } from './train/ppo.js';
export type { PpoMetrics } from './train/ppo-metrics.js';
export { grpo, type GrpoTrainerOptions } from './train/grpo.js';
export type { GrpoMetrics } from './train/grpo-metrics.js';

export {
  logProbabilities,
  sampleResponses,
  tabularEntropy,
  tabularKl,
  type TabularPolicy
} from './policies/tabular.js';
export {
  featureBandit,
  type FeatureBandit,
  type FeatureBanditOptions
} from './environments/feature-bandit.js';
export {
  sampleBestOfN,
  type BestOfNMetrics,
  type BestOfNState,
  type BestPick,
  type SampleBestOfNOptions
} from './train/best-of-n.js';
export {
  iterate,
  type IterateMetrics,
  type IterateOptions,
  type IterateState
} from './train/iterate.js';
export {
  critiqueAndRevise,
  demonstrationsOfRevisions,
  pairsOfRevisions,
  type CritiqueMetrics,
  type CritiqueOptions,
  type CritiqueState,
  type Revision,
  type Rule
} from './train/critique.js';
