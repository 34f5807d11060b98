/** What a shader of whole steps is made of, and the bindings that all of them have. */

/** Invocations of a workgroup. Twice as many would fill a large GPU better, and wait longer at each barrier of a small one. */
export const LANES = 128;

/** Steps that one submission holds, at most, so that a page stays alive and no watchdog takes the device away. */
export const MOST_STEPS = 64;

export interface Shader {
  /** Run one after the other. */
  passes: { code: string; workgroups: number }[];
  /** Whether the one pass runs `run.count` steps itself; otherwise each step is a dispatch of every pass. */
  stepsInOneDispatch: boolean;
  /** From binding 4 on. */
  buffers: (Float32Array | Uint32Array)[];
  /** Numbers that are learned. */
  size: number;
}

/** Bindings 0 to 3, and what is to be run: `count` steps, the first with `batch` from `offset` on. */
export const STEPS = /* wgsl */ `
struct Run { count: u32, offset: u32, corrections: array<vec4<f32>, ${MOST_STEPS}> }
@group(0) @binding(0) var<storage, read_write> parameters: array<f32>;
@group(0) @binding(1) var<storage, read_write> first: array<f32>;
@group(0) @binding(2) var<storage, read_write> second: array<f32>;
@group(0) @binding(3) var<storage, read> batch: array<u32>;
@group(1) @binding(0) var<uniform> run: Run;`;
