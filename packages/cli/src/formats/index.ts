/** The tables of what `lectern convert` reads and writes: one line a format. */

import type { Format } from './format.js';
import { instructor } from './instructor.js';
import { fromNotebookFile } from './notebook-source.js';
import { print } from './print.js';
import { student } from './student.js';

/** `--edition` */
export const EDITIONS: Readonly<Record<string, Format>> = { student, instructor, print };

/** `--to` */
export const FORMATS: Readonly<Record<string, Format>> = {};

/** A file to the text of a lesson, and to what of it the lesson does not hold, a line each. */
export type Reader = (text: string, path: string) => { text: string; problems: string[] };

/** `--from`, or by the file's name. */
export const READERS: Readonly<Record<string, Reader>> = { notebook: fromNotebookFile };
