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
    const notebook = toOtter(lesson, pythonChecks(grading));
    return { text: serializeNotebook(notebook), diagnostics };
  }
};
