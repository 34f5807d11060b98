/** Tensors of a case's fields, and losses with their gradients as plain values. */

import * as tf from '@tensorflow/tfjs-core';
import { registerGradients } from '../tensor/gradients.js';
import { isRecord, type Fields } from './schema.js';

export const vector = (fields: Fields, name: string) => tf.tensor1d(fields.vector(name), 'float32');

export const matrix = (fields: Fields, name: string) =>
  tf.tensor2d(fields.matrix(name), undefined, 'float32');

/** A field that may be null or missing. */
export const optional = <T>(
  fields: Fields,
  name: string,
  read: (fields: Fields, name: string) => T
): T | undefined => (fields.has(name) ? read(fields, name) : undefined);

/**
 * A loss's results, and the gradient of `scalarOf` them with respect to each of `variables`, read back as plain
 * numbers and arrays. Everything that is made on the way is disposed of.
 */
export async function withGradients<R extends object>(
  variables: () => Record<string, tf.Tensor>,
  compute: (variables: Record<string, tf.Tensor>) => R,
  scalarOf: (result: R) => tf.Tensor
): Promise<{ expected: object; grads: Record<string, unknown> }> {
  registerGradients();
  const tensors = tf.tidy(() => {
    const xs = variables();
    const names = Object.keys(xs);
    const named = (values: tf.Tensor[]) =>
      Object.fromEntries(names.map((name, i) => [name, values[i]!]));
    const gradients = tf.grads((...values: tf.Tensor[]) => scalarOf(compute(named(values))));
    const container = { expected: compute(xs), grads: named(gradients(Object.values(xs))) };
    return container as unknown as tf.TensorContainerObject;
  });
  const values = (await read(tensors)) as { expected: object; grads: Record<string, unknown> };
  tf.dispose(tensors);
  return values;
}

async function read(value: unknown): Promise<unknown> {
  if (value instanceof tf.Tensor) return value.array();
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(async ([key, inner]) => [key, await read(inner)]);
  return Object.fromEntries((await Promise.all(entries)) as [string, unknown][]);
}
