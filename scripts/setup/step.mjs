// @ts-check
/** One step of the set-up: run a program, show that it runs, and say what went wrong in a few lines. */

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** A step failed for a reason that its message explains. */
export class SetupError extends Error {}

/**
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const startedAt = Date.now();
  process.stderr.write(`· ${title} …\n`);
  const result = await work();
  process.stderr.write(`  done in ${((Date.now() - startedAt) / 1000).toFixed(0)} s\n`);
  return result;
}

/**
 * Runs a program quietly; its output is shown only where it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string> }} [options]
 * @returns {Promise<string>} what it printed
 */
export function run(command, args, { cwd = root, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32'
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) =>
      reject(new SetupError(`${command} could not be run: ${error.message}`))
    );
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else {
        const tail = output.trimEnd().split('\n').slice(-30).join('\n');
        reject(new SetupError(`"${[command, ...args].join(' ')}" failed (${code}):\n${tail}`));
      }
    });
  });
}

/**
 * A hash of the names and contents of files; folders are read whole, build outputs left out.
 * @param {string[]} paths relative to the root; missing ones count as absent
 * @param {string[]} [extra] other text that decides
 */
export function fingerprint(paths, extra = []) {
  const hash = createHash('sha256');
  for (const text of extra) hash.update(`${text}\n`);
  for (const path of paths) {
    for (const file of filesOf(join(root, path))) {
      hash.update(`${relative(root, file)}\n`);
      hash.update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

const IGNORED = new Set(['node_modules', 'lib', '__pycache__', 'test']);
const GENERATED = /\.tsbuildinfo$|\.generated\.ts$/;

/** @param {string} path @returns {string[]} */
function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return GENERATED.test(path) ? [] : [path];
  return readdirSync(path)
    .filter((name) => !IGNORED.has(name))
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

/** @param {string} path relative to the root @returns {string | null} */
export function readStamp(path) {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
