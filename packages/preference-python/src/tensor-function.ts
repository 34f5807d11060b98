/** A function of tensors as one of arrays: Python has no tensors. */

import * as tf from '@tensorflow/tfjs-core';
import { useCpuBackend } from './cpu-backend.js';

type Inputs = Record<string, unknown>;

/** A loss `f(inputs, options)`: arrays among the inputs become float32 tensors, tensors in the result become numbers. */
export function lossOfArrays(
  f: (inputs: never, options: never) => unknown
): (inputs: Inputs, options: Inputs) => unknown {
  return (inputs, options) => onArrays(() => f(tensorsOf(inputs) as never, options as never));
}

/** A function of tensors alone. */
export function functionOfArrays(
  f: (...tensors: never[]) => unknown
): (...arrays: unknown[]) => unknown {
  return (...arrays) => onArrays(() => f(...(arrays.map(tensorOf) as never[])));
}

function onArrays(compute: () => unknown): unknown {
  useCpuBackend();
  tf.engine().startScope();
  try {
    return arraysOf(compute());
  } finally {
    tf.engine().endScope();
  }
}

function tensorsOf(inputs: Inputs): Inputs {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, tensorOf(value)]));
}

function tensorOf(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  // Labels of KTO are true and false.
  const isBoolean = (part: unknown): boolean =>
    Array.isArray(part) ? isBoolean(part[0]) : typeof part === 'boolean';
  return tf.tensor(value as number[], undefined, isBoolean(value) ? 'bool' : 'float32');
}

function arraysOf(value: unknown): unknown {
  if (value instanceof tf.Tensor) return value.arraySync();
  if (Array.isArray(value)) return value.map(arraysOf);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, arraysOf(part)]));
}
