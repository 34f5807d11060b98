/** One update of one open notebook: backup, merge, replace, save; and back again. */

import { PathExt } from '@jupyterlab/coreutils';
import type { Upgrade } from '@lectern/notebook';
import { freeNotebookPath } from '../lesson-document/notebook-path.js';

export type Notebook = Upgrade['notebook'];

/** The notebook that is open. */
export interface OpenNotebook {
  readonly path: string;
  read(): Notebook;
  /** Replaces the content, and saves it. */
  replace(content: Notebook): Promise<void>;
}

/** The learner's files. */
export interface Files {
  exists(path: string): Promise<boolean>;
  save(path: string, content: Notebook): Promise<void>;
}

export type Merge = (old: Notebook, fresh: Notebook) => Upgrade;

export interface LessonUpdate {
  upgrade: Upgrade;
  /** Where the notebook is as it was. */
  backup: string;
  /** Brings the notebook back; what was done since the update is kept in a copy, whose path it gives. */
  undo: () => Promise<string | null>;
}

/** The backup is there before anything is replaced: where it cannot be written, nothing happens. */
export async function updateLesson(
  notebook: OpenNotebook,
  served: Notebook,
  { files, merge }: { files: Files; merge: Merge }
): Promise<LessonUpdate> {
  const copy = async (content: Notebook, when: string): Promise<string> => {
    const path = await freeNotebookPath(copyPath(notebook.path, when), (one) => files.exists(one));
    await files.save(path, content);
    return path;
  };
  const { from } = merge(notebook.read(), served);
  const backup = await copy(notebook.read(), `before update, ${from}`);
  // The learner may have gone on typing meanwhile.
  const old = notebook.read();
  const upgrade = merge(old, served);
  await notebook.replace(upgrade.notebook);
  const updated = JSON.stringify(notebook.read());
  return {
    upgrade,
    backup,
    undo: async () => {
      const now = notebook.read();
      const kept =
        JSON.stringify(now) === updated ? null : await copy(now, `after update, ${upgrade.to}`);
      await notebook.replace(old);
      return kept;
    }
  };
}

/** `a/words (before update, 1.0).ipynb`, with nothing in it that a path could not hold. */
export function copyPath(path: string, when: string): string {
  const extension = PathExt.extname(path);
  const stem = path.slice(0, path.length - extension.length);
  return `${stem} (${when.replace(/[^\p{L}\p{N}_., -]+/gu, '-').slice(0, 60)})${extension}`;
}
