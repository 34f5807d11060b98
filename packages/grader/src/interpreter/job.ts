/** What the host sends into an interpreter. */

/** Each is an entry point of `lectern_runtime`; none is ever given a learner's code. */
export type AuthorRole = 'author' | 'mutation' | 'batch' | 'cells' | 'tests';

/** What the host sends: who is to serve it, and under which name the answers come back. */
export interface Job {
  nonce: string;
  role: 'answer' | AuthorRole;
  /** JSON for the role's Python entry point. */
  request: string;
  seed: number;
  memoryLimitMB: number;
  /** Whether the interpreter may be put back as it was before, and used again. */
  rewinds?: boolean;
}

/** The host's last message to a job that waits for questions: there are no more. */
export const NO_MORE = 'no more';
