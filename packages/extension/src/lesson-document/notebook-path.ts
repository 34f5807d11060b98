/** Where a lesson's notebook goes: beside its text, under its id. */

import { PathExt } from '@jupyterlab/coreutils';

export function notebookPath(lessonPath: string, lessonId: string): string {
  return PathExt.join(PathExt.dirname(lessonPath), `${lessonId}.ipynb`);
}

/** The first of `name.ipynb`, `name-2.ipynb`, `name-3.ipynb`, … that is not taken. */
export async function freeNotebookPath(
  path: string,
  isTaken: (path: string) => Promise<boolean>
): Promise<string> {
  const stem = path.slice(0, -PathExt.extname(path).length);
  let candidate = path;
  for (let copy = 2; await isTaken(candidate); copy++) candidate = `${stem}-${copy}.ipynb`;
  return candidate;
}
