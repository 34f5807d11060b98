/** The course in `notebooks/`: what it holds, and its built site. */

import { fileURLToPath, pathToFileURL } from 'node:url';
import type { readCourse as ReadCourse } from '../packages/cli/src/course/read-course.js';
import type { notebookPath as NotebookPath } from '../packages/cli/src/prepare/course-site.js';

export const COURSE = fileURLToPath(new URL('../notebooks', import.meta.url));
export const SITE = fileURLToPath(new URL('../.cache/ui-tests/course-site', import.meta.url));

const BUILT = new URL('../packages/cli/lib/', import.meta.url);

/** Where the site has the notebooks of the lessons, and those that stand beside the lessons; read as a build does. */
export async function courseNotebooks(): Promise<{ lessons: string[]; others: string[] }> {
  const [{ readCourse }, { notebookPath }] = (await Promise.all(
    ['course/read-course.js', 'prepare/course-site.js'].map(
      (path) => import(pathToFileURL(fileURLToPath(new URL(path, BUILT))).href)
    )
  )) as [{ readCourse: typeof ReadCourse }, { notebookPath: typeof NotebookPath }];
  const { lessons, files } = await readCourse(COURSE);
  return {
    lessons: lessons.map(notebookPath),
    others: files.filter((path) => path.endsWith('.ipynb'))
  };
}
