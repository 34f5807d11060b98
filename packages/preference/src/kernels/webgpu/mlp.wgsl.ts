/** Steps of a reward model with a hidden layer in WGSL: three dispatches a step, many steps a submission. */

import { parametersOf, type RewardTask, type Setting } from '../kernel.js';
import { adamShader } from './adam.wgsl.js';
import { LANES, STEPS, type Shader } from './shader.js';
import { SIGMOID_OF_MINUS } from './sigmoid.wgsl.js';

/**
 * Its work fills a GPU, which one workgroup does not, and WGSL has no barrier across workgroups within a dispatch:
 * units of all rows; slopes of all pairs; gradient and Adam of all weights.
 */
export function mlpShader(setting: Setting, task: RewardTask): Shader {
  const { pairs, hidden, centerRewardsCoefficient } = task;
  const { chosen, rejected, features, margins } = pairs;
  const count = chosen.length / features;
  const { batchSize } = setting;
  const size = parametersOf(task);
  const rows = 2 * batchSize;
  const x = new Float32Array(2 * chosen.length);
  x.set(chosen);
  x.set(rejected, chosen.length);
  const head = /* wgsl */ `
${STEPS}
@group(0) @binding(4) var<storage, read> x: array<f32>;
@group(0) @binding(5) var<storage, read> margins: array<f32>;
// Units (rows, hidden), slopes (rows), and the output's weights (hidden) as they were before the step.
@group(0) @binding(6) var<storage, read_write> scratch: array<f32>;
const FEATURES = ${features}u;
const HIDDEN = ${hidden}u;
const PAIRS = ${batchSize}u;
const ROWS = ${rows}u;
const SLOPES = ROWS * HIDDEN;
const OUTPUT = SLOPES + ROWS;
const BIAS = FEATURES * HIDDEN;
// The pairs chosen, then the same pairs rejected.
fn featuresOf(row: u32) -> u32 {
  let pair = batch[run.offset + row % PAIRS];
  return FEATURES * select(pair, pair + ${count}u, row >= PAIRS);
}`;
  const units = /* wgsl */ `${head}
@compute @workgroup_size(${LANES})
fn main(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
  let lanes = groups.x * ${LANES}u;
  for (var at = id.x; at < SLOPES; at += lanes) {
    let own = featuresOf(at / HIDDEN);
    let unit = at % HIDDEN;
    var sum = parameters[BIAS + unit];
    for (var feature = 0u; feature < FEATURES; feature++) {
      sum += x[own + feature] * parameters[feature * HIDDEN + unit];
    }
    scratch[at] = max(sum, 0.0);
  }
  if (id.x < HIDDEN) { scratch[OUTPUT + id.x] = parameters[BIAS + HIDDEN + id.x]; }
}`;
  const slopes = /* wgsl */ `${head}
${SIGMOID_OF_MINUS}
fn reward(row: u32) -> f32 {
  var sum = 0.0;
  for (var unit = 0u; unit < HIDDEN; unit++) { sum += scratch[row * HIDDEN + unit] * scratch[OUTPUT + unit]; }
  return sum;
}
@compute @workgroup_size(${LANES})
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let pair = id.x;
  if (pair < PAIRS) {
    let good = reward(pair);
    let bad = reward(pair + PAIRS);
    let slope = -sigmoidOfMinus(good - bad - margins[batch[run.offset + pair]]) / f32(PAIRS);
    let pull = f32(${(2 * centerRewardsCoefficient) / batchSize}) * (good + bad);
    scratch[SLOPES + pair] = pull + slope;
    scratch[SLOPES + PAIRS + pair] = pull - slope;
  }
}`;
  const learn = /* wgsl */ `${head}
${adamShader(setting.adam)}
@compute @workgroup_size(${LANES})
fn main(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
  let lanes = groups.x * ${LANES}u;
  for (var at = id.x; at < ${size}u; at += lanes) {
    let unit = at % HIDDEN;
    let isOutput = at >= BIAS + HIDDEN;
    let isTable = at < BIAS;
    var sum = 0.0;
    for (var row = 0u; row < ROWS; row++) {
      let unitValue = scratch[row * HIDDEN + unit];
      var times = select(0.0, scratch[OUTPUT + unit], unitValue > 0.0);
      if (isOutput) { times = unitValue; }
      if (isTable) { times *= x[featuresOf(row) + at / HIDDEN]; }
      sum += scratch[SLOPES + row] * times;
    }
    adam(at, sum, 0u);
  }
}`;
  const groupsOf = (work: number): number => Math.min(Math.ceil(work / LANES), 1_024);
  return {
    passes: [
      { code: units, workgroups: groupsOf(Math.max(rows * hidden, hidden)) },
      { code: slopes, workgroups: Math.ceil(batchSize / LANES) },
      { code: learn, workgroups: groupsOf(size) }
    ],
    stepsInOneDispatch: false,
    buffers: [
      x,
      margins ?? new Float32Array(count),
      new Float32Array(rows * (hidden + 1) + hidden)
    ],
    size
  };
}
