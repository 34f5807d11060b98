/** The lesson back from its instructor's notebook. */

import { fromNotebook, SourceError } from '@lectern/notebook';
import { CommandError } from '../errors.js';
import type { Reader } from './format.js';

/** @throws {CommandError} where the file is no notebook, or carries no lesson. */
export const fromNotebookFile: Reader = (text, path) => {
  let notebook: unknown;
  try {
    notebook = JSON.parse(text);
  } catch {
    throw new CommandError(`${path}: is not a notebook (it is not JSON).`);
  }
  try {
    const { text: lesson, lost } = fromNotebook(notebook);
    const problems = lost.map(
      (edit) => `cell ${edit.cell}: ${JSON.stringify(edit.text)} is left out. ${edit.reason}`
    );
    return { text: lesson, problems };
  } catch (error) {
    if (error instanceof SourceError) throw new CommandError(`${path}: ${error.message}`);
    throw error;
  }
};
