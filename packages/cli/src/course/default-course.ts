/** The course that is meant when none is named. */

import { isFolder } from '../files.js';

export async function defaultCourse(): Promise<string> {
  return (await isFolder('notebooks')) ? 'notebooks' : '.';
}
