/** A Lesson to a notebook: pure, and the same bytes for the same lesson. */

import type { INotebookContent } from '@jupyterlab/nbformat';
import type { Lesson } from '@lectern/lesson';
import { CellWriter } from './cell-writer.js';
import { withHeader, type LessonLink } from './header.js';
import type { NbgraderChecks } from './nbgrader/graded-cells.js';
import { carrySource } from './source/carry-source.js';
import { METADATA_FORMAT, METADATA_KEY, type Edition, type NotebookMetadata } from './metadata.js';

export interface NotebookOptions {
  edition: Edition;
  /** By challenge id, what its public checks need. It goes into the notebook as it is. */
  grading: ReadonlyMap<string, unknown>;
  /**
   * Whether a challenge's Expected Output is used by its checks, and so may be shown. By default none is: one that
   * the solution contradicts would mislead, and only the grader knows which do.
   */
  showExpectedOutput?: (challengeId: string) => boolean;
  /** What the lesson builds on, for its header. */
  buildsOn?: readonly LessonLink[];
  /** In the instructor's edition: the checks, as code for nbgrader. Without them, answers are left to graders. */
  nbgrader?: NbgraderChecks;
  /** In the instructor's edition: the text of the lesson, so that `fromNotebook` can give it back. */
  source?: string;
}

export function toNotebook(lesson: Lesson, options: NotebookOptions): INotebookContent {
  const writer = new CellWriter(lesson, options);
  for (const block of withHeader(lesson, options.buildsOn)) writer.write(block);
  const { edition, source } = options;
  const carried =
    edition === 'instructor' && source !== undefined
      ? carrySource(writer.finish(), { lesson, text: source, starts: writer.starts })
      : { cells: writer.finish() };
  const { cells, ...front } = carried;
  const lectern: NotebookMetadata = {
    format: METADATA_FORMAT,
    edition,
    lesson: {
      id: lesson.id,
      version: lesson.version,
      title: lesson.title,
      packages: lesson.packages
    },
    ...front
  };
  return {
    cells,
    metadata: {
      kernelspec: KERNELS[edition],
      language_info: {
        name: 'python',
        file_extension: '.py',
        mimetype: 'text/x-python',
        pygments_lexer: 'ipython3',
        codemirror_mode: { name: 'ipython', version: 3 }
      },
      [METADATA_KEY]: lectern as unknown as INotebookContent['metadata'][string]
    },
    nbformat: 4,
    nbformat_minor: 5
  };
}

/** Students open the notebook in the browser, instructors where nbgrader is. */
const KERNELS = {
  student: { name: 'python', display_name: 'Python (Pyodide)', language: 'python' },
  instructor: { name: 'python3', display_name: 'Python 3', language: 'python' }
};
