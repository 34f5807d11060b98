/** The notebook of an nbgrader assignment: the instructor's source, from which students' copies are generated. */

import { nbgraderChallenge, showsExpectedOutput } from '@lectern/grader';
import { nbgraderPrelude } from '@lectern/grader/node';
import { serializeNotebook, toNotebook } from '@lectern/notebook';
import type { Format } from './format.js';
import { prepared } from './prepared.js';

export const instructor: Format = {
  extension: '.ipynb',
  async write({ lesson, text }) {
    const { grading, diagnostics } = await prepared(lesson);
    const challenges = [...grading].map(([id, data]) => [id, nbgraderChallenge(data)] as const);
    const notebook = toNotebook(lesson, {
      edition: 'instructor',
      grading,
      showExpectedOutput: (id) => showsExpectedOutput(grading.get(id)),
      nbgrader: { prelude: nbgraderPrelude(), challenges: new Map(challenges) },
      source: text
    });
    return { text: serializeNotebook(notebook), diagnostics };
  }
};
