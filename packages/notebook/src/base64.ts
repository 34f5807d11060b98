/** UTF-8 text in base64, as it stands in a notebook's metadata. */

import { utf8ToBytes } from '@noble/hashes/utils.js';

/** In every host; this package's types name none. Takes characters up to U+00FF. */
declare function btoa(binary: string): string;

export function base64(text: string): string {
  return btoa(Array.from(utf8ToBytes(text), (byte) => String.fromCharCode(byte)).join(''));
}
