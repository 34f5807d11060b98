/** The files of a zip archive, one after the other, and of archives in it; nothing is ever written to the disk. */

import {
  fromBufferPromise,
  getFileNameLowLevel,
  openPromise,
  validateFileName,
  type Entry,
  type ZipFile
} from 'yauzl';
import type { Unreadable } from '@lectern/notebook';
import { isArchive, isIgnored, isNotebook } from './file-kinds.js';
import { decodeText, MAX_NOTEBOOK_BYTES, TOO_LARGE } from './read-bytes.js';

export interface ArchivedFile {
  /** The path in the archive; the name of an archive in it is a part. */
  parts: string[];
  /** Of a notebook; other files are not looked into. */
  content: string | Unreadable;
}

const MAX_ENTRIES = 100_000;
const MAX_NESTED_BYTES = 256 * 2 ** 20;
/** Of all that is unpacked. */
const MAX_TOTAL_BYTES = 4 * 2 ** 30;
/** What unpacks to so many times its size is a bomb, unless it is small. */
const MAX_RATIO = 200;
const SMALL_BYTES = 8 * 2 ** 20;

const DAMAGED: Unreadable = { reason: 'is not a zip archive, or a damaged one.' };

export async function* readArchive(path: string): AsyncGenerator<ArchivedFile> {
  yield* filesIn(() => openPromise(path, { decodeStrings: false }), [], { left: MAX_TOTAL_BYTES });
}

/** `budget`: bytes that may still be unpacked. */
async function* filesIn(
  open: () => Promise<ZipFile>,
  folder: string[],
  budget: { left: number }
): AsyncGenerator<ArchivedFile> {
  let count = 0;
  try {
    const zip = await open();
    for await (const entry of zip.eachEntry()) {
      if (++count > MAX_ENTRIES) {
        yield { parts: folder, content: { reason: 'holds too many files.' } };
        return;
      }
      yield* fileOf(zip, entry, folder, budget);
    }
  } catch {
    yield { parts: folder, content: DAMAGED };
  }
}

async function* fileOf(
  zip: ZipFile,
  entry: Entry,
  folder: string[],
  budget: { left: number }
): AsyncGenerator<ArchivedFile> {
  const name = nameOf(entry);
  const own = name.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  const file = own.at(-1);
  if (file === undefined || name.endsWith('/') || own.some(isIgnored)) return;
  const parts = [...folder, ...own];
  if (validateFileName(name) !== null) {
    yield { parts, content: { reason: 'has a path in its archive that leads out of it.' } };
  } else if (isArchive(file)) {
    if (folder.length > 0) {
      const reason = 'is an archive in an archive in an archive. Unpack it first.';
      yield { parts, content: { reason } };
      return;
    }
    const bytes = await unpack(zip, entry, MAX_NESTED_BYTES, budget);
    if ('reason' in bytes) yield { parts, content: bytes };
    else {
      yield* filesIn(() => fromBufferPromise(bytes, { decodeStrings: false }), parts, budget);
    }
  } else if (isNotebook(file)) {
    const bytes = await unpack(zip, entry, MAX_NOTEBOOK_BYTES, budget);
    yield { parts, content: 'reason' in bytes ? bytes : decodeText(bytes) };
  } else {
    yield { parts, content: { reason: 'is not a notebook.' } };
  }
}

async function unpack(
  zip: ZipFile,
  entry: Entry,
  limit: number,
  budget: { left: number }
): Promise<Buffer | Unreadable> {
  const { uncompressedSize: size, compressedSize } = entry;
  if (entry.isEncrypted()) return { reason: 'is locked with a password.' };
  if (!entry.canDecodeFileData()) return { reason: 'is packed in a way that is not known here.' };
  if (size > limit) return TOO_LARGE;
  if (size > SMALL_BYTES && size > MAX_RATIO * compressedSize) {
    return { reason: `unpacks to more than ${MAX_RATIO} times its size, as no notebook does.` };
  }
  budget.left -= size;
  if (budget.left < 0) return { reason: 'is in an archive that unpacks to more than 4 GB.' };
  try {
    const chunks: Buffer[] = [];
    // What unpacks to another size than the archive says is an error of the stream.
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch {
    return { reason: 'is damaged in its archive.' };
  }
}

/** UTF-8 where it is marked, or is valid although it is not marked, as macOS leaves it; else code page 437. */
function nameOf(entry: Entry): string {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  const declared = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
  const isMarked = (generalPurposeBitFlag & 0x800) !== 0 || hasUnicodePath(entry);
  if (isMarked) return declared;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw).replaceAll('\\', '/');
  } catch {
    return declared;
  }
}

function hasUnicodePath({ extraFields }: Entry): boolean {
  return extraFields.some(({ id }) => id === 0x7075);
}
