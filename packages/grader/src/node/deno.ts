/** Finds the Deno binary that the npm package ships. */

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { SandboxError } from '../sandbox.js';

/** Returns its path. @throws {SandboxError} where there is none for this machine. */
export function findDeno(): string {
  const { resolve } = createRequire(import.meta.url);
  const executable = process.platform === 'win32' ? 'deno.exe' : 'deno';
  const names = [
    `@deno/${process.platform}-${process.arch}-glibc`,
    `@deno/${process.platform}-${process.arch}`
  ];
  for (const name of names) {
    try {
      const path = join(dirname(resolve(`${name}/package.json`)), executable);
      if (existsSync(path)) return path;
    } catch {
      // not this machine's package
    }
  }
  throw new SandboxError(
    `The npm package "deno" has no binary for ${process.platform} ${process.arch}`
  );
}
