/** The tables of what `lectern convert` reads and writes: one line a format. */

import type { Format, Reader } from './format.js';
import { instructor } from './instructor.js';
import { fromJupyterQuizFile, jupyterquiz } from './jupyterquiz.js';
import { fromMystFile, myst } from './myst.js';
import { fromNotebookFile } from './notebook-source.js';
import { otter } from './otter.js';
import { print } from './print.js';
import { student } from './student.js';

/** `--edition` */
export const EDITIONS: Readonly<Record<string, Format>> = { student, instructor, print };

/** `--to` */
export const FORMATS: Readonly<Record<string, Format>> = { myst, otter, jupyterquiz };

/** `--from`, or by the file's name. */
export const READERS: Readonly<Record<string, Reader>> = {
  notebook: fromNotebookFile,
  myst: fromMystFile,
  jupyterquiz: fromJupyterQuizFile
};
