/** Puts a finished folder where an old one stood, as one step, and touches none that Lectern has not made. */

import { mkdir, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { SiteError } from './errors.js';

/** Every site holds it; by it a later build knows that the folder may be replaced. */
export const MARKER_FILE = 'lectern-site.json';
export const MARKER_FORMAT = 1;

/** What a folder must hold to be one that may be replaced, and how it is called. */
export interface FolderKind {
  marker: string;
  name: string;
}

export const SITE: FolderKind = { marker: MARKER_FILE, name: 'site' };

/** @throws SiteError unless `output` is absent, empty or a former one of its kind. */
export async function assertReplaceable(output: string, kind = SITE): Promise<void> {
  let names: string[];
  try {
    names = await readdir(output);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    if (code === 'ENOTDIR')
      throw new SiteError(`${output}: is a file; name a folder for the ${kind.name}`);
    throw error;
  }
  if (names.length === 0) return;
  if (!(await isKind(output, kind))) {
    throw new SiteError(
      `${output}: holds files that are not a Lectern ${kind.name}; name a new or empty folder`
    );
  }
}

async function isKind(folder: string, { marker: file }: FolderKind): Promise<boolean> {
  try {
    const marker: unknown = JSON.parse(await readFile(join(folder, file), 'utf8'));
    return typeof marker === 'object' && marker !== null && 'format' in marker;
  } catch {
    return false;
  }
}

/**
 * Has `fill` write a new folder beside `output`, then swaps the two. When `fill` or the swap fails,
 * what stood at `output` stands there still.
 */
export async function replaceFolder(
  output: string,
  fill: (folder: string) => Promise<void>,
  kind = SITE
): Promise<void> {
  const target = resolve(output);
  await assertReplaceable(target, kind);
  await mkdir(dirname(target), { recursive: true });
  // On the same file system as the target, so that a rename is enough.
  const workspace = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  const fresh = join(workspace, 'new');
  const former = join(workspace, 'old');
  try {
    await mkdir(fresh);
    await fill(fresh);
    const replaced = await renameIfPresent(target, former);
    try {
      await rename(fresh, target);
    } catch (error) {
      if (replaced) await rename(former, target);
      throw error;
    }
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

async function renameIfPresent(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
