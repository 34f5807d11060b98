/** How each task's data and parameters lie in memory, and the call that computes its gradient. */

import {
  parametersOf,
  pairsOf,
  type RewardTask,
  type TabularDpoTask,
  type Task
} from '../kernel.js';
import { combined } from '../linear-bradley-terry.js';
import { cellsOf } from '../tabular-dpo.js';
import { padded, type Arena } from './arena.js';
import type { Exports } from './module.js';

/** Addresses. */
export interface Places {
  rows: number;
  count: number;
  batchSize: number;
  parameters: number;
  gradient: number;
}

export interface Layout {
  /** Numbers that the padded parameters take, a multiple of 4. */
  size: number;
  write(values: Float32Array, into: Float32Array): void;
  read(from: Float32Array): Float32Array;
  /** What computes the gradient. */
  step(exports: Exports, places: Places): () => void;
}

/** Rows of `x` that assembly/mlp.ts takes at a time. */
const CHUNK = 64;

export function layoutOf(task: Task, arena: Arena): Layout {
  if (task.kind === 'tabular-dpo') return tabularDpo(task, arena);
  return task.hidden === 0 ? linear(task, arena) : mlp(task, arena);
}

function linear({ pairs, centerRewardsCoefficient }: RewardTask, arena: Arena): Layout {
  const { chosen, features, margins } = pairs;
  const width = padded(features, 4);
  const table = (sign: 1 | -1): number => arena.table(combined(pairs, sign, width), width, width);
  const differences = table(-1);
  const sums = centerRewardsCoefficient === 0 ? 0 : table(1);
  const marginsAt = arena.table(margins ?? new Float32Array(chosen.length / features), 1, 1);
  return {
    ...plain(features, width),
    step:
      (exports, { rows, count, batchSize, parameters, gradient }) =>
      () =>
        exports.linear(
          differences,
          sums,
          marginsAt,
          rows,
          count,
          4 * width,
          parameters,
          gradient,
          1 / batchSize,
          2 * centerRewardsCoefficient
        )
  };
}

function mlp({ pairs, hidden, centerRewardsCoefficient }: RewardTask, arena: Arena): Layout {
  const { chosen, rejected, features, margins } = pairs;
  const [width, units] = [padded(features, 4), padded(hidden, 8)];
  const [chosenAt, rejectedAt] = [chosen, rejected].map((values) =>
    arena.table(values, features, width)
  ) as [number, number];
  const marginsAt = arena.table(margins ?? new Float32Array(chosen.length / features), 1, 1);
  const scratch = arena.reserve(4 * CHUNK * (width + units + 1));
  // Rows of W, then b, then v: each `hidden` long, in `units`. Zeros in the padding stay zeros.
  const rowsAt = [
    ...Array.from({ length: features }, (_, row) => row * units),
    width * units,
    (width + 1) * units
  ];
  return {
    size: (width + 2) * units,
    write(values, into) {
      for (const [row, at] of rowsAt.entries()) {
        into.set(values.subarray(row * hidden, (row + 1) * hidden), at);
      }
    },
    read(from) {
      const values = new Float32Array((features + 2) * hidden);
      for (const [row, at] of rowsAt.entries()) {
        values.set(from.subarray(at, at + hidden), row * hidden);
      }
      return values;
    },
    step:
      (exports, { rows, count, batchSize, parameters, gradient }) =>
      () =>
        exports.mlp(
          chosenAt,
          rejectedAt,
          marginsAt,
          rows,
          count,
          batchSize,
          width,
          units,
          parameters,
          gradient,
          scratch,
          1 / batchSize,
          2 * centerRewardsCoefficient
        )
  };
}

function tabularDpo(task: TabularDpoTask, arena: Arena): Layout {
  const { pairs, reference, responses, beta, labelSmoothing } = task;
  const count = pairsOf(task);
  const cells = parametersOf(task);
  const { chosen, rejected, references } = cellsOf(pairs, reference, responses);
  // One more pair, of zeros: it fills a batch up, and prefers a response to itself.
  const [chosenAt, rejectedAt, referencesAt] = [0, 1, 2].map(() =>
    arena.reserve(4 * (count + 1))
  ) as [number, number, number];
  arena.integers(chosenAt, count).set(chosen.map((cell) => 4 * cell));
  arena.integers(rejectedAt, count).set(rejected.map((cell) => 4 * cell));
  arena.floats(referencesAt, count).set(references);
  const width = padded(cells, 4);
  return {
    ...plain(cells, width),
    step:
      (exports, { rows, count: pairsOfBatch, batchSize, parameters, gradient }) =>
      () =>
        exports.tabularDpo(
          chosenAt,
          rejectedAt,
          referencesAt,
          rows,
          pairsOfBatch,
          parameters,
          gradient,
          4 * width,
          beta,
          labelSmoothing,
          beta / batchSize
        )
  };
}

/** One row, filled up with zeros, which stay zeros: their gradient is 0. */
function plain(count: number, size: number): Pick<Layout, 'size' | 'write' | 'read'> {
  return {
    size,
    write: (values, into) => into.set(values),
    read: (from) => from.slice(0, count)
  };
}
