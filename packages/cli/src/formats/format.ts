/** What `lectern convert` can write, each in a file of its own. */

import type { Diagnostic, Lesson } from '@lectern/lesson';

export interface ConvertInput {
  /** As the user named it. */
  path: string;
  /** The lesson's text. */
  text: string;
  lesson: Lesson;
  /** `--solutions`: with an appendix for instructors. */
  solutions: boolean;
}

export interface Format {
  /** Of the file that is written beside the lesson. */
  extension: string;
  write(input: ConvertInput): Promise<{ text: string; diagnostics: Diagnostic[] }>;
}

/** A file to the text of a lesson, and to what of it the lesson does not hold, a line each. */
export type Reader = (text: string, path: string) => { text: string; problems: string[] };
