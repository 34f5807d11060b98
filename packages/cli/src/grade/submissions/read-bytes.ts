/** Bytes of a hand-in to text, within limits that a notebook keeps and an attack does not. */

import type { Unreadable } from '@lectern/notebook';

/** Of one notebook, unpacked. One with many pictures has some ten. */
export const MAX_NOTEBOOK_BYTES = 64 * 2 ** 20;

export const TOO_LARGE: Unreadable = {
  reason: `is larger than ${MAX_NOTEBOOK_BYTES / 2 ** 20} MB. Clear its outputs and hand it in again.`
};

export function decodeText(bytes: Uint8Array): string | Unreadable {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : null;
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { reason: 'is not UTF-8 text.' };
  }
}
