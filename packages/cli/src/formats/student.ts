/** The notebook that a student opens. */

import { notebookText } from '../prepare/prepare-lesson.js';
import type { Format } from './format.js';
import { prepared } from '../prepare/prepared.js';

export const student: Format = {
  extension: '.ipynb',
  async write({ lesson }) {
    const ready = await prepared(lesson);
    return { text: notebookText(ready), diagnostics: ready.diagnostics };
  }
};
