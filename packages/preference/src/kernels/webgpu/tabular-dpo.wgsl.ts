/** Whole steps of a tabular DPO policy in WGSL: one workgroup, many steps a dispatch. */

import { parametersOf, type Setting, type TabularDpoTask } from '../kernel.js';
import { cellsOf } from '../tabular-dpo.js';
import { adamShader } from './adam.wgsl.js';
import { LANES, STEPS, type Shader } from './shader.js';
import { SIGMOID_OF_MINUS } from './sigmoid.wgsl.js';

/** Bytes of memory that every adapter's workgroups have. */
const WORKGROUP_BYTES = 16_384;

/**
 * Pairs add to whichever logits they name. WGSL adds only whole numbers atomically, so the slopes are rounded to a
 * fixed point, fine enough for the batch's sum to just fit: that the order of adding makes no difference keeps the
 * result the same to the bit.
 */
export function tabularDpoShader(setting: Setting, task: TabularDpoTask): Shader {
  const { pairs, reference, responses, beta, labelSmoothing } = task;
  const cells = parametersOf(task);
  const { chosen, rejected, references } = cellsOf(pairs, reference, responses);
  // Each slope is at most 1.
  const scale = 2 ** Math.floor(30 - Math.log2(setting.batchSize));
  const inWorkgroup = 4 * cells <= WORKGROUP_BYTES;
  const code = /* wgsl */ `
${STEPS}
@group(0) @binding(4) var<storage, read> chosen: array<u32>;
@group(0) @binding(5) var<storage, read> rejected: array<u32>;
@group(0) @binding(6) var<storage, read> references: array<f32>;
${
  inWorkgroup
    ? `@group(0) @binding(7) var<storage, read_write> unused: array<f32>;
var<workgroup> sums: array<atomic<i32>, ${cells}>;`
    : '@group(0) @binding(7) var<storage, read_write> sums: array<atomic<i32>>;'
}
const CELLS = ${cells}u;
const PAIRS = ${setting.batchSize}u;
const BETA = f32(${beta});
const SCALE = f32(${scale});
${SIGMOID_OF_MINUS}
${adamShader(setting.adam)}
@compute @workgroup_size(${LANES})
fn main(@builtin(local_invocation_id) id: vec3<u32>) {
  let lane = id.x;
  ${inWorkgroup ? 'if (run.count == 0u) { unused[0] = 0.0; }' : ''}
  for (var cell = lane; cell < CELLS; cell += ${LANES}u) { atomicStore(&sums[cell], 0); }
  storageBarrier();
  workgroupBarrier();
  for (var done = 0u; done < run.count; done++) {
    for (var pair = lane; pair < PAIRS; pair += ${LANES}u) {
      let row = batch[done * PAIRS + pair];
      let good = chosen[row];
      let bad = rejected[row];
      let h = BETA * (parameters[good] - parameters[bad] - references[row]);
      let slope = i32(round(SCALE * (f32(${labelSmoothing}) - sigmoidOfMinus(h))));
      atomicAdd(&sums[good], slope);
      atomicSub(&sums[bad], slope);
    }
    storageBarrier();
    workgroupBarrier();
    for (var cell = lane; cell < CELLS; cell += ${LANES}u) {
      adam(cell, f32(atomicExchange(&sums[cell], 0)) * f32(${beta / setting.batchSize / scale}), done);
    }
    storageBarrier();
    workgroupBarrier();
  }
}`;
  return {
    passes: [{ code, workgroups: 1 }],
    stepsInOneDispatch: true,
    buffers: [chosen, rejected, references, new Float32Array(inWorkgroup ? 4 : cells)],
    size: cells
  };
}
