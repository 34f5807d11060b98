/** SHA-256, synchronous and the same in every host: Web Crypto's is asynchronous and Node's is not in a browser. */

import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The digest of the text's UTF-8 bytes, as 64 hexadecimal digits. */
export function sha256(text: string): string {
  return bytesToHex(digest(utf8ToBytes(text)));
}
