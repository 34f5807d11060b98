/** The notebook that `otter assign` reads. */

import { serializeNotebook } from '@lectern/notebook';
import { toOtter } from '@lectern/notebook/otter';
import type { Format } from './format.js';
import { prepared } from '../prepare/prepared.js';
import { pythonChecks } from './python-checks.js';

export const otter: Format = {
  extension: '.otter.ipynb',
  async write({ lesson }) {
    const { grading, diagnostics } = await prepared(lesson);
    // Students get otter's tests as files: the withheld ones are not among them.
    const notebook = toOtter(lesson, pythonChecks({ grading, full: grading }));
    return { text: serializeNotebook(notebook), diagnostics };
  }
};
