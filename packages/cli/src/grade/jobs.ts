/** How many answers are graded at a time. */

import { availableParallelism, freemem } from 'node:os';

/** What one interpreter takes with an answer of usual size, and the spare beside it. */
const MEMORY_PER_JOB = 600 * 2 ** 20;

/** Of what is asked, or else a core less than there are: at most what the memory allows. */
export function jobsFor(asked: number | undefined): number {
  const wanted = asked ?? availableParallelism() - 1;
  return Math.max(1, Math.min(wanted, Math.floor(freemem() / MEMORY_PER_JOB)));
}

/** So that a job that ends finds its next interpreter ready, and no more start at once than the cores can take. */
export function sparesFor(jobs: number): number {
  return Math.ceil(jobs / 2);
}
