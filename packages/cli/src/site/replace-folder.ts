/** Puts a finished site where an old one stood, as one step, and touches no folder that is not a Lectern site. */

import { mkdir, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { SiteError } from './errors.js';

/** Every site holds it; by it a later build knows that the folder may be replaced. */
export const MARKER_FILE = 'lectern-site.json';
export const MARKER_FORMAT = 1;

/** @throws SiteError unless `output` is absent, empty or a former site. */
export async function assertReplaceable(output: string): Promise<void> {
  let names: string[];
  try {
    names = await readdir(output);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    if (code === 'ENOTDIR') throw new SiteError(`${output}: is a file; name a folder for the site`);
    throw error;
  }
  if (names.length === 0) return;
  if (!(await isSite(output))) {
    throw new SiteError(
      `${output}: holds files that are not a Lectern site; name a new or empty folder`
    );
  }
}

async function isSite(folder: string): Promise<boolean> {
  try {
    const marker: unknown = JSON.parse(await readFile(join(folder, MARKER_FILE), 'utf8'));
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
  fill: (folder: string) => Promise<void>
): Promise<void> {
  const target = resolve(output);
  await assertReplaceable(target);
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
