/** Whether there is a file or a folder at a path, of the learner's or of the site. */

import type { JupyterFrontEnd } from '@jupyterlab/application';

export type Contents = JupyterFrontEnd['serviceManager']['contents'];

export async function exists(contents: Pick<Contents, 'get'>, path: string): Promise<boolean> {
  try {
    await contents.get(path, { content: false });
    return true;
  } catch {
    return false;
  }
}
