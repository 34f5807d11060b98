/** Whole steps of a linear reward model in WGSL: one workgroup, many steps a dispatch. */

import { parametersOf, type RewardTask, type Setting } from '../kernel.js';
import { combined } from '../linear-bradley-terry.js';
import { adamShader } from './adam.wgsl.js';
import { SIGMOID_OF_MINUS } from './sigmoid.wgsl.js';
import { LANES, STEPS, type Shader } from './shader.js';

/** As many as the partial sums of a workgroup have room for. */
export const MOST_FEATURES = 4 * LANES;

/**
 * A step has three phases, each after a barrier: every lane takes pairs and writes the slopes of their losses; every lane
 * sums the gradient of four features over its part of the pairs; the parts are added up, in an order that is always
 * the same, and Adam changes the weights.
 *
 * @param setting of at most `MOST_FEATURES` features
 */
export function linearShader(setting: Setting, task: RewardTask): Shader {
  const { pairs, centerRewardsCoefficient } = task;
  const { chosen, features, margins } = pairs;
  const columns = Math.ceil(features / 4);
  const parts = Math.max(1, Math.floor(LANES / columns));
  const count = chosen.length / features;
  const centred = centerRewardsCoefficient !== 0;
  const code = /* wgsl */ `
${STEPS}
@group(0) @binding(4) var<storage, read> differences: array<vec4<f32>>;
@group(0) @binding(5) var<storage, read> sums: array<vec4<f32>>;
@group(0) @binding(6) var<storage, read> margins: array<f32>;
@group(0) @binding(7) var<storage, read_write> slopes: array<vec2<f32>>;
const COLUMNS = ${columns}u;
const FEATURES = ${features}u;
const PARTS = ${parts}u;
const PAIRS = ${setting.batchSize}u;
const SHARE = f32(${1 / setting.batchSize});
const PULL = f32(${(2 * centerRewardsCoefficient) / setting.batchSize});
var<workgroup> weights: array<vec4<f32>, ${columns}>;
var<workgroup> partial: array<vec4<f32>, ${LANES}>;
${SIGMOID_OF_MINUS}
${adamShader(setting.adam)}
@compute @workgroup_size(${LANES})
fn main(@builtin(local_invocation_id) id: vec3<u32>) {
  let lane = id.x;
  for (var done = 0u; done < run.count; done++) {
    for (var column = lane; column < COLUMNS; column += ${LANES}u) {
      var weight = vec4<f32>();
      for (var part = 0u; part < 4u; part++) {
        if (4u * column + part < FEATURES) { weight[part] = parameters[4u * column + part]; }
      }
      weights[column] = weight;
    }
    workgroupBarrier();
    for (var pair = lane; pair < PAIRS; pair += ${LANES}u) {
      let row = batch[done * PAIRS + pair];
      var z = -margins[row];
      ${centred ? 'var both = 0.0;' : ''}
      for (var column = 0u; column < COLUMNS; column++) {
        z += dot(differences[row * COLUMNS + column], weights[column]);
        ${centred ? 'both += dot(sums[row * COLUMNS + column], weights[column]);' : ''}
      }
      slopes[pair] = vec2<f32>(-SHARE * sigmoidOfMinus(z), ${centred ? 'PULL * both' : '0.0'});
    }
    storageBarrier();
    let column = lane % COLUMNS;
    let part = lane / COLUMNS;
    var sum = vec4<f32>();
    if (part < PARTS) {
      for (var pair = part; pair < PAIRS; pair += PARTS) {
        let at = batch[done * PAIRS + pair] * COLUMNS + column;
        sum += slopes[pair].x * differences[at];
        ${centred ? 'sum += slopes[pair].y * sums[at];' : ''}
      }
    }
    partial[lane] = sum;
    workgroupBarrier();
    if (lane < COLUMNS) {
      var total = vec4<f32>();
      for (var other = 0u; other < PARTS; other++) { total += partial[other * COLUMNS + lane]; }
      for (var place = 0u; place < 4u; place++) {
        if (4u * lane + place < FEATURES) { adam(4u * lane + place, total[place], done); }
      }
    }
    storageBarrier();
    workgroupBarrier();
  }
}`;
  return {
    passes: [{ code, workgroups: 1 }],
    stepsInOneDispatch: true,
    buffers: [
      combined(pairs, -1, 4 * columns),
      centred ? combined(pairs, 1, 4 * columns) : new Float32Array(4),
      margins ?? new Float32Array(count),
      new Float32Array(2 * setting.batchSize)
    ],
    size: parametersOf(task)
  };
}
