/** The tokens by which the plugins meet; nothing else couples them. */

import { Token } from '@lumino/coreutils';
import type { Sandbox } from '@lectern/grader';

/** The page's one Sandbox, made when it is first needed. */
export interface ISandbox {
  /** Whether an answer could be run at once. */
  readonly isReady: boolean;
  /** Makes the next interpreter ready. A start that failed is tried anew. */
  prewarm(): Promise<void>;
  /** The sandbox itself, for `grade` and `deriveGradingData`. */
  readonly sandbox: Sandbox;
}

export const ISandbox = new Token<ISandbox>(
  '@lectern/extension:ISandbox',
  'Runs learners’ answers away from the page and from their kernel.'
);
