/** Maximum likelihood, tabular DPO and ensembles. */

import { bradleyTerryMle, bradleyTerryNll } from '../../closed-form/bradley-terry-mle.js';
import { ensembleRewards } from '../../closed-form/ensembles.js';
import {
  tabularDpoDescent,
  tabularDpoLoss,
  tabularDpoOptimum
} from '../../closed-form/tabular-dpo.js';
import { isRecord, type Section } from '../schema.js';

/** At given utilities, or at the most likely ones. */
export const btMleSection: Section = ({ inputs, params }) => {
  const wins = inputs.matrix('wins');
  if (!inputs.has('utilities')) {
    return { expected: bradleyTerryMle(wins, { l2: params.number('l2', 0) }) };
  }
  const { nll, gradient } = bradleyTerryNll(wins, inputs.vector('utilities'));
  return { expected: { nll }, grads: { utilities: gradient } };
};

export const dpoTabularSection: Section = ({ inputs, params, expected }) => {
  const setting = {
    ref: inputs.matrix('ref'),
    rewards: inputs.matrix('rewards'),
    beta: params.number('beta')
  };
  const optimum = tabularDpoOptimum(setting);
  const atRef = tabularDpoLoss(
    setting,
    setting.ref.map((row) => row.map(Math.log))
  );
  const asked = isRecord(expected['gdTrajectory']) ? Object.keys(expected['gdTrajectory']) : [];
  const points = tabularDpoDescent(setting, {
    learningRate: params.number('gdLearningRate'),
    at: asked.map(Number)
  });
  return {
    expected: {
      optimalPolicy: optimum.policy,
      minLoss: optimum.loss,
      lossAtRef: atRef.loss,
      gdTrajectory: Object.fromEntries(asked.map((step) => [step, points.get(Number(step))]))
    },
    grads: { logitsAtRef: atRef.gradient }
  };
};

export const ensembleSection: Section = ({ inputs, params }) => ({
  expected: ensembleRewards(inputs.matrix('rewards'), {
    lambda: params.number('lambda_'),
    ddof: params.number('ddof', 0)
  })
});
