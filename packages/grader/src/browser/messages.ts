/** What the page and its sandboxed frame say to each other. */

import type { Job } from '../interpreter/job.js';

/** What the frame is given to make interpreters of, by its name in the manifest. */
export const ASSETS = [
  'worker.js',
  'pyodide.asm.wasm',
  'python_stdlib.zip',
  'snapshot.bin.gz'
] as const;

export type AssetName = (typeof ASSETS)[number];

export type ToFrame =
  | { kind: 'asset'; name: AssetName; bytes: ArrayBuffer }
  | { kind: 'spawn'; id: number }
  | { kind: 'job'; id: number; job: Job }
  | { kind: 'send'; id: number; text: string }
  | { kind: 'kill'; id: number };

export type FromFrame =
  | { kind: 'loaded' }
  | { kind: 'frame-fault'; message: string }
  | { kind: 'message'; id: number; text: string }
  | { kind: 'ended'; id: number };
