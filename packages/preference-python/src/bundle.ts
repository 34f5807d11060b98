/** The two ways in that Python has: `call` answers at once, `train` when it has trained. */

import { FUNCTIONS } from './functions.js';
import { TRAINERS } from './trainers.js';
import { pack, unpack, type NumberArray, type Parcel } from './wire.js';

export function call(
  name: string,
  json: string,
  buffers: NumberArray[],
  callables: unknown[]
): Parcel {
  const args = unpack(json, buffers, callables) as never[];
  return pack(known(FUNCTIONS, name)(...args));
}

/** Of the trainers the last argument is the options; progress and the signal to stop are put in beside them. */
export async function train(
  name: string,
  json: string,
  buffers: NumberArray[],
  callables: unknown[],
  signal: AbortSignal,
  onProgress: ((json: string) => void) | undefined
): Promise<Parcel> {
  const args = unpack(json, buffers, callables) as object[];
  const options = {
    ...args.pop(),
    signal,
    ...(onProgress && { onProgress: (report: unknown) => onProgress(pack(report).json) })
  };
  return pack(await known(TRAINERS, name)(...([...args, options] as never[])));
}

function known<T>(table: Record<string, T>, name: string): T {
  const entry = table[name];
  if (entry === undefined) throw new Error(`There is no ${name} in this build.`);
  return entry;
}
