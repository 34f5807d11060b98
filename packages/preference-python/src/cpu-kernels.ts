/** The kernels of the cpu backend that the losses, their gradients and the trainers use; each costs about 0.3 KB. */

import type { KernelConfig } from '@tensorflow/tfjs-core';
import { absConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Abs.js';
import { addConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Add.js';
import { batchMatMulConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/BatchMatMul.js';
import { castConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Cast.js';
import { clipByValueConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/ClipByValue.js';
import { concatConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Concat.js';
import { cumsumConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Cumsum.js';
import { equalConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Equal.js';
import { expConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Exp.js';
import { expandDimsConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/ExpandDims.js';
import { expm1Config } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Expm1.js';
import { fillConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Fill.js';
import { gatherV2Config } from '@tensorflow/tfjs-backend-cpu/dist/kernels/GatherV2.js';
import { greaterConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Greater.js';
import { greaterEqualConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/GreaterEqual.js';
import { identityConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Identity.js';
import { lessConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Less.js';
import { lessEqualConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/LessEqual.js';
import { logConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Log.js';
import { log1pConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Log1p.js';
import { logicalAndConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/LogicalAnd.js';
import { logicalNotConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/LogicalNot.js';
import { logicalOrConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/LogicalOr.js';
import { maxConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Max.js';
import { maximumConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Maximum.js';
import { meanConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Mean.js';
import { minConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Min.js';
import { minimumConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Minimum.js';
import { multiplyConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Multiply.js';
import { negConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Neg.js';
import { notEqualConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/NotEqual.js';
import { oneHotConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/OneHot.js';
import { onesLikeConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/OnesLike.js';
import { packConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Pack.js';
import { powConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Pow.js';
import { realDivConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/RealDiv.js';
import { reluConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Relu.js';
import { reshapeConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Reshape.js';
import { reverseConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Reverse.js';
import { scatterNdConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/ScatterNd.js';
import { selectConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Select.js';
import { sigmoidConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sigmoid.js';
import { signConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sign.js';
import { sliceConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Slice.js';
import { softmaxConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Softmax.js';
import { softplusConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Softplus.js';
import { sqrtConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sqrt.js';
import { squareConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Square.js';
import { squaredDifferenceConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/SquaredDifference.js';
import { stepConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Step.js';
import { subConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sub.js';
import { sumConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sum.js';
import { tanhConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Tanh.js';
import { tileConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Tile.js';
import { topKConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/TopK.js';
import { transposeConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Transpose.js';
import { unpackConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Unpack.js';
import { zerosLikeConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/ZerosLike.js';

export const CPU_KERNELS: readonly KernelConfig[] = [
  absConfig,
  addConfig,
  batchMatMulConfig,
  castConfig,
  clipByValueConfig,
  concatConfig,
  cumsumConfig,
  equalConfig,
  expConfig,
  expandDimsConfig,
  expm1Config,
  fillConfig,
  gatherV2Config,
  greaterConfig,
  greaterEqualConfig,
  identityConfig,
  lessConfig,
  lessEqualConfig,
  logConfig,
  log1pConfig,
  logicalAndConfig,
  logicalNotConfig,
  logicalOrConfig,
  maxConfig,
  maximumConfig,
  meanConfig,
  minConfig,
  minimumConfig,
  multiplyConfig,
  negConfig,
  notEqualConfig,
  oneHotConfig,
  onesLikeConfig,
  packConfig,
  powConfig,
  realDivConfig,
  reluConfig,
  reshapeConfig,
  reverseConfig,
  scatterNdConfig,
  selectConfig,
  sigmoidConfig,
  signConfig,
  sliceConfig,
  softmaxConfig,
  softplusConfig,
  sqrtConfig,
  squareConfig,
  squaredDifferenceConfig,
  stepConfig,
  subConfig,
  sumConfig,
  tanhConfig,
  tileConfig,
  topKConfig,
  transposeConfig,
  unpackConfig,
  zerosLikeConfig
];
