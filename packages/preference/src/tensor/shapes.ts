/** Refuses tensors whose shapes do not go together, in one line that names them. */

import type * as tf from '@tensorflow/tfjs-core';

/** @throws when the tensors given (those that are undefined aside) do not share one shape of that rank */
export function requireSameShape(
  caller: string,
  rank: number,
  tensors: Record<string, tf.Tensor | undefined>
): void {
  const given = Object.entries(tensors).filter(
    (entry): entry is [string, tf.Tensor] => entry[1] !== undefined
  );
  const first = given[0]?.[1].shape ?? [];
  const alike = given.every(([, { shape }]) => String(shape) === String(first));
  if (alike && first.length === rank && first.every((size) => size > 0)) return;
  const shapes = given.map(([name, { shape }]) => `${name} [${shape.join(', ')}]`).join(', ');
  throw new Error(
    `${caller}: one shape of rank ${rank}, and nothing empty, is wanted of all; got ${shapes}.`
  );
}

/** @throws unless `tensor` has exactly this shape */
export function requireShape(
  caller: string,
  name: string,
  tensor: tf.Tensor,
  shape: number[]
): void {
  if (String(tensor.shape) === String(shape)) return;
  throw new Error(
    `${caller}: ${name} must have shape [${shape.join(', ')}]; got [${tensor.shape.join(', ')}].`
  );
}

/** @throws unless `value` is a finite number for which `holds` */
export function requireParam(
  caller: string,
  name: string,
  value: number,
  wanted: string,
  holds: (value: number) => boolean
): void {
  if (Number.isFinite(value) && holds(value)) return;
  throw new Error(`${caller}: ${name} must be ${wanted}; got ${value}.`);
}

export const positive = (value: number) => value > 0;
export const notNegative = (value: number) => value >= 0;
export const probability = (value: number) => value >= 0 && value <= 1;
export const belowHalf = (value: number) => value >= 0 && value < 0.5;
