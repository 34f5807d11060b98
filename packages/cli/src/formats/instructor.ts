/** The notebook of an nbgrader assignment: the instructor's source, from which students' copies are generated. */

import { serializeNotebook, toNotebook } from '@lectern/notebook';
import type { Format } from './format.js';
import { prepared } from '../prepare/prepared.js';
import { pythonChecks } from './python-checks.js';

export const instructor: Format = {
  extension: '.ipynb',
  async write({ lesson, text }) {
    const lessonData = await prepared(lesson);
    const { grading, diagnostics } = lessonData;
    const { checks, showExpectedOutput } = pythonChecks(lessonData);
    const notebook = toNotebook(lesson, {
      edition: 'instructor',
      grading,
      showExpectedOutput,
      nbgrader: checks,
      source: text
    });
    return { text: serializeNotebook(notebook), diagnostics };
  }
};
