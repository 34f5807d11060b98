/** Losses on the tokens of completions. */

import * as tf from '@tensorflow/tfjs-core';
import { GRPO_OBJECTIVES, type GrpoLossType } from '../../losses/grpo-variants.js';
import { grpoLoss } from '../../losses/grpo.js';
import { ppoLoss } from '../../losses/ppo.js';
import { sftLoss } from '../../losses/sft.js';
import type { Fields, Section } from '../schema.js';
import { matrix, optional, vector, withGradients } from '../tensors.js';

type Matrices = Record<string, tf.Tensor2D>;
const lossOf = ({ loss }: { loss: tf.Scalar }) => loss;
const number = (fields: Fields, name: string) => fields.number(name);

export const ppoSection: Section = ({ inputs, params }) =>
  withGradients(
    () => ({ newLogprobs: matrix(inputs, 'newLogprobs'), vpred: matrix(inputs, 'vpred') }),
    (variables) => {
      const { newLogprobs, vpred } = variables as Matrices;
      return ppoLoss(
        {
          newLogprobs: newLogprobs!,
          vpred: vpred!,
          oldLogprobs: matrix(inputs, 'oldLogprobs'),
          advantages: matrix(inputs, 'advantages'),
          policyMask: matrix(inputs, 'policyMask'),
          oldValues: matrix(inputs, 'oldValues'),
          returns: matrix(inputs, 'returns'),
          valueMask: matrix(inputs, 'valueMask')
        },
        {
          cliprange: params.number('cliprange'),
          cliprangeValue: params.number('cliprangeValue'),
          vfCoef: params.number('vfCoef')
        }
      );
    },
    lossOf
  );

export const grpoSection: Section = ({ inputs, params }) =>
  withGradients(
    () => ({ logps: matrix(inputs, 'logps') }),
    (variables) =>
      grpoLoss(
        {
          logps: (variables as Matrices)['logps']!,
          oldLogps: matrix(inputs, 'oldLogps'),
          refLogps: optional(inputs, 'refLogps', matrix),
          mask: matrix(inputs, 'mask'),
          advantages: vector(inputs, 'advantages')
        },
        {
          lossType: params.oneOf('lossType', Object.keys(GRPO_OBJECTIVES) as GrpoLossType[]),
          beta: params.number('beta'),
          epsilon: params.number('epsilon'),
          epsilonHigh: params.number('epsilonHigh'),
          delta: optional(params, 'delta', number),
          importanceSamplingLevel: params.oneOf(
            'importanceSamplingLevel',
            ['token', 'sequence'],
            'token'
          ),
          maxCompletionLength: optional(params, 'maxCompletionLength', number),
          numItemsInBatch: optional(params, 'numItemsInBatch', number)
        }
      ),
    lossOf
  );

export const sftSection: Section = ({ inputs, params }) =>
  withGradients(
    () => ({ logits: tf.tensor3d(inputs.raw('logits') as number[][][]) }),
    ({ logits }) =>
      sftLoss(
        {
          logits: logits as tf.Tensor3D,
          labels: tf.tensor2d(inputs.matrix('labels'), undefined, 'int32')
        },
        { ignoreIndex: params.number('ignoreIndex', -100) }
      ),
    lossOf
  );
