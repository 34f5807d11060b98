/** Zip archives for tests, good ones and bad ones. */

import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** By path. */
export async function makeZip(files: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(content), path, { mtime: new Date(2026, 0, 1) });
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** The archive with other bytes, as many, in the place of a name; not marked as UTF-8. */
export function withRawName(zip: Buffer, name: string, bytes: Buffer): Buffer {
  if (bytes.length !== Buffer.byteLength(name)) throw new Error('the name would not fit');
  const changed = Buffer.from(zip);
  for (let at = changed.indexOf(name); at !== -1; at = changed.indexOf(name, at + 1)) {
    bytes.copy(changed, at);
  }
  // The flags in the headers of files, and in those of the directory.
  for (const [signature, flags] of [
    ['PK\u0003\u0004', 6],
    ['PK\u0001\u0002', 8]
  ] as const) {
    for (let at = changed.indexOf(signature); at !== -1; at = changed.indexOf(signature, at + 1)) {
      changed.writeUInt16LE(changed.readUInt16LE(at + flags) & ~0x800, at + flags);
    }
  }
  return changed;
}
