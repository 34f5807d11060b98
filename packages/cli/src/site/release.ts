/** `release.json`: every file of a built site with its hash, from which the service worker knows what belongs together. */

import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { LIVE, RELEASE_FILE, type Release, type ReleaseFile } from '@lectern/offline';

/** The list cannot list itself, and browsers look after the worker's script by themselves. */
const UNLISTED = [RELEASE_FILE, 'service-worker.js'];

export interface ReleaseOptions {
  /** Of a site that is rebuilt while it is served: nothing is to be kept. */
  live?: boolean;
}

/** Nothing in it depends on when or where it was made. */
export async function writeRelease(
  folder: string,
  { live = false }: ReleaseOptions = {}
): Promise<void> {
  const release = live ? LIVE : await listRelease(folder);
  await writeFile(join(folder, RELEASE_FILE), `${JSON.stringify(release)}\n`);
}

async function listRelease(folder: string): Promise<Release> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'))
    // What begins with a dot is for the host, and many hosts do not serve it.
    .filter((path) => !UNLISTED.includes(path) && !posix.join('/', path).includes('/.'))
    .sort();
  const files: Record<string, ReleaseFile> = {};
  for (const path of paths) {
    const content = await readFile(join(folder, path));
    const inside = path.endsWith('.gz') ? unzipped(content) : null;
    files[path] =
      inside === null
        ? [sha256(content), content.byteLength]
        : [sha256(content), content.byteLength, sha256(inside)];
  }
  return { format: 1, id: sha256(JSON.stringify(files)).slice(0, 16), files };
}

function sha256(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** `null` for a file that is only named so. */
function unzipped(content: Buffer): Buffer | null {
  try {
    return gunzipSync(content);
  } catch {
    return null;
  }
}
