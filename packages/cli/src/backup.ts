/** A file replaced by a new version of itself, with the old one kept beside it. */

import { constants } from 'node:fs';
import { copyFile, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { CommandError, describeSystemError } from './errors.js';
import { readText, writeText } from './files.js';

export interface Replacement {
  path: string;
  /** What the new text was made from. */
  from: string;
  to: string;
  /** Of what is replaced: goes into the backup's name. */
  version: string;
}

/**
 * Backs up, then writes: whatever happens between the two, one whole copy of the old file is there.
 * @returns the backup's path.
 * @throws {CommandError} where the file may not be written, or was changed by somebody else meanwhile.
 */
export async function replaceWithBackup(
  { path, from, to, version }: Replacement,
  { write = writeText }: { write?: (path: string, text: string) => Promise<void> } = {}
): Promise<string> {
  await requireWritable(path);
  const backup = await backUp(path, version);
  if ((await readText(path)) !== from) {
    throw new CommandError(
      `${path}: was changed while it was being upgraded, and was left alone. Close it elsewhere and try again.`
    );
  }
  await write(path, to);
  return backup;
}

/** The file's new place is taken by a rename, which a read-only file does not prevent. */
async function requireWritable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o222) === 0) {
    throw new CommandError(`${path}: is read-only. Allow writing to it, or name another with -o.`);
  }
}

/** A backup that holds the same already will do; any other stays, and the new one gets a number. */
async function backUp(path: string, version: string): Promise<string> {
  const original = await readFile(path);
  const extension = extname(path);
  const stem = join(dirname(path), basename(path, extension));
  const tag = version.replace(/[^\w.-]+/g, '-').slice(0, 60);
  for (let copy = 1; ; copy++) {
    const backup = `${stem}.backup-${tag}${copy === 1 ? '' : `-${copy}`}${extension}`;
    try {
      await copyFile(path, backup, constants.COPYFILE_EXCL);
      return backup;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw describeSystemError(error, backup);
      }
    }
    const existing = await readFile(backup).catch(() => null);
    if (existing?.equals(original)) return backup;
  }
}
