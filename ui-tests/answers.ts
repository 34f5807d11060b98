/** Answers to the sample's challenge: the same files that the command line is tested with. */

import { readFileSync } from 'node:fs';

function read(path: string): string {
  const url = new URL(`../packages/cli/test/answers/taste-01-c1/${path}.py`, import.meta.url);
  // The first line of a wrong one says its status to another test.
  return readFileSync(url, 'utf8').replace(/^# status: .*\n/, '');
}

export const RIGHT = read('right/completed-starter');
export const WRONG = read('wrong/only-at-the-start');
export const ERROR = read('wrong/undefined-name');
