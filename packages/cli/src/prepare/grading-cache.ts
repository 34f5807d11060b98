/** Derived grading data, kept by the content that it was derived from: running a solution takes seconds. */

import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GRADING_FORMAT, type Derived } from '@lectern/grader';
import { bundledSandboxFolder } from '@lectern/grader/node';
import type { Challenge } from '@lectern/lesson';
import { cacheFolder } from '../cache-folder.js';

export class GradingCache {
  readonly #folder: string;
  #sandbox: Promise<string> | null = null;

  constructor(folder = join(cacheFolder(), 'grading')) {
    this.#folder = folder;
  }

  /** Returns what is kept for the challenge, or else derives it and keeps it. */
  async get(
    challenge: Challenge,
    sha256: string,
    derive: () => Promise<Derived>
  ): Promise<Derived> {
    const file = join(this.#folder, `${await this.#key(challenge, sha256)}.json`);
    const kept = await readFile(file, 'utf8').catch(() => null);
    if (kept !== null) {
      try {
        return JSON.parse(kept) as Derived;
      } catch {
        // Half a file is no answer; it is derived again.
      }
    }
    const derived = await derive();
    await this.#write(file, JSON.stringify(derived));
    return derived;
  }

  async #key(challenge: Challenge, sha256: string): Promise<string> {
    this.#sandbox ??= graderIdentity();
    return createHash('sha256')
      .update(JSON.stringify([GRADING_FORMAT, await this.#sandbox, sha256, challenge]))
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

/** What the data depends on besides the lesson: the interpreter, and the code that derives. */
async function graderIdentity(): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await readFile(join(bundledSandboxFolder, 'manifest.json')));
  const code = dirname(fileURLToPath(import.meta.resolve('@lectern/grader')));
  // All of it: the checks, too, decide which calls are kept.
  const names = (await readdir(code, { recursive: true })).filter((name) => /\.js$/.test(name));
  for (const name of names.sort()) hash.update(await readFile(join(code, name)));
  return hash.digest('hex');
}
