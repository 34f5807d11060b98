/** Results that take seconds to make, kept by the content that they were made from and the code that made them. */

import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledSandboxFolder } from '@lectern/grader/node';
import { cacheFolder } from './cache-folder.js';

export class ContentCache {
  readonly #folder: string;

  /** `name`: of the folder, one for each kind of result. */
  constructor(name: string) {
    this.#folder = join(cacheFolder(), name);
  }

  /** Returns what is kept for `content`, or else makes it and keeps it. Both are JSON. */
  async get<T>(content: unknown, make: () => Promise<T>): Promise<T> {
    const file = join(this.#folder, `${await this.#key(content)}.json`);
    const kept = await readFile(file, 'utf8').catch(() => null);
    if (kept !== null) {
      try {
        return JSON.parse(kept) as T;
      } catch {
        // Half a file is no answer; it is made again.
      }
    }
    const made = await make();
    await this.#write(file, JSON.stringify(made));
    return made;
  }

  async #key(content: unknown): Promise<string> {
    return createHash('sha256')
      .update(JSON.stringify([await codeIdentity(), content]))
      .digest('hex')
      .slice(0, 32);
  }

  /** A cache that cannot be written is no reason to stop. */
  async #write(file: string, text: string): Promise<void> {
    const temporary = `${file}.${process.pid}.tmp`;
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(temporary, text);
      await rename(temporary, file);
    } catch {
      return;
    }
  }
}

let identity: Promise<string> | null = null;

/** What results depend on besides their content: the interpreter, and all code that grades, derives and checks. */
export function codeIdentity(): Promise<string> {
  return (identity ??= hashCode());
}

async function hashCode(): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await readFile(join(bundledSandboxFolder, 'manifest.json')));
  const folders = [
    dirname(fileURLToPath(import.meta.resolve('@lectern/grader'))),
    fileURLToPath(new URL('check', import.meta.url))
  ];
  for (const folder of folders) {
    const names = (await readdir(folder, { recursive: true })).filter((name) => /\.js$/.test(name));
    for (const name of names.sort()) hash.update(await readFile(join(folder, name)));
  }
  return hash.digest('hex');
}
