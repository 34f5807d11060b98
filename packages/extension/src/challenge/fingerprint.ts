/** A short name for a source text: FNV-1a, 64 bits. Synchronous, and there on pages that are not a secure context. */

const OFFSET_BASIS = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** Only to notice that an answer changed: not for security. */
export function fingerprint(source: string): string {
  let hash = OFFSET_BASIS;
  for (const byte of new TextEncoder().encode(source.replace(/\r\n?/g, '\n'))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  }
  return hash.toString(16).padStart(16, '0');
}
