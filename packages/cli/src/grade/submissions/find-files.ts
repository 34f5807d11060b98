/** All that was handed in: notebooks, folders of them, archives. */

import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Unreadable } from '@lectern/notebook';
import { CommandError, describeSystemError } from '../../errors.js';
import { isArchive, isIgnored, isNotebook } from './file-kinds.js';
import { originOf, stemOf, type Given, type Origin } from './origin.js';
import { readArchive } from './read-archive.js';
import { decodeText, MAX_NOTEBOOK_BYTES, TOO_LARGE } from './read-bytes.js';

export interface HandedIn {
  /** Relative to what was given, with forward slashes; with its name in front where several were. */
  file: string;
  origin: Origin;
  /** Which of the things given it is from. */
  given: number;
  /** The user named this very file. */
  isNamed: boolean;
  content: string | Unreadable;
}

/** @throws {CommandError} where something that was named is not there. */
export async function* findFiles(paths: readonly string[]): AsyncGenerator<HandedIn> {
  const names = paths.map((path) => basename(resolve(path)));
  for (const path of paths) await requireThere(path);
  for (const [index, path] of paths.entries()) {
    const name = names[index] ?? '';
    const isFolder = (await stat(path)).isDirectory();
    const given: Given = {
      name,
      isFile: !isFolder && !isArchive(name),
      folder: basename(dirname(resolve(path))),
      isNameShared: names.filter((other) => stemOf(other) === stemOf(name)).length > 1
    };
    for await (const { parts, content } of filesOf(path, name, given)) {
      const inner = given.isFile ? [name] : parts;
      const shown = paths.length === 1 || given.isFile ? inner : [name, ...inner];
      yield {
        file: shown.length === 0 ? name : shown.join('/'),
        origin: originOf(inner.length === 0 ? [name] : withoutWrapper(inner, given, name), given),
        given: index,
        isNamed: given.isFile,
        content
      };
    }
  }
}

interface Found {
  parts: string[];
  content: string | Unreadable;
}

async function* filesOf(path: string, name: string, given: Given): AsyncGenerator<Found> {
  if (given.isFile) yield { parts: [name], content: await readNotebook(path) };
  else if (isArchive(name)) yield* readArchive(path);
  else yield* filesBelow(path, []);
}

/** Hidden files, and links that lead who knows where, are left out. */
async function* filesBelow(root: string, folder: string[]): AsyncGenerator<Found> {
  const entries = await readdir(join(root, ...folder), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const parts = [...folder, entry.name];
    const path = join(root, ...parts);
    if (isIgnored(entry.name)) continue;
    if (entry.isDirectory()) yield* filesBelow(root, parts);
    else if (!entry.isFile()) continue;
    else if (isArchive(entry.name)) {
      for await (const inner of readArchive(path)) {
        yield { parts: [...parts, ...inner.parts], content: inner.content };
      }
    } else yield { parts, content: await readNotebook(path) };
  }
}

async function readNotebook(path: string): Promise<string | Unreadable> {
  if (!isNotebook(path)) return { reason: 'is not a notebook.' };
  try {
    const file = await open(path);
    try {
      if ((await file.stat()).size > MAX_NOTEBOOK_BYTES) return TOO_LARGE;
      return decodeText(await file.readFile());
    } finally {
      await file.close();
    }
  } catch (error) {
    return { reason: `${describeSystemError(error, '').message.replace(/^: /, '')}.` };
  }
}

async function requireThere(path: string): Promise<void> {
  const entry = await stat(path).catch((error: unknown) => {
    throw describeSystemError(error, path);
  });
  if (!entry.isDirectory() && !entry.isFile()) {
    throw new CommandError(`${path}: is neither a file nor a folder.`);
  }
}

/** What packs a folder puts it into the archive, and names the archive after it. */
function withoutWrapper(parts: string[], { isFile }: Given, name: string): string[] {
  const isWrapped = !isFile && isArchive(name) && parts.length > 2 && parts[0] === stemOf(name);
  return isWrapped ? parts.slice(1) : parts;
}
