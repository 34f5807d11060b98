/** What a site is made of: a course, its lessons as notebooks, and the files that stand beside them. */

import type { Lesson } from '@lectern/lesson';
import type { Definition } from './glossary.js';

/** The part of a course that the site shows. */
export interface SiteCourse {
  title: string;
  description: string | null;
  /** BCP 47, for the page's `lang`. */
  language: string | null;
  /** In the order in which the catalogue shows them. */
  modules: { id: string; title: string }[];
}

/** What the catalogue says about a lesson. */
export type LessonFacts = Pick<
  Lesson,
  | 'id'
  | 'title'
  | 'version'
  | 'moduleId'
  | 'prerequisites'
  | 'estimatedTimeMinutes'
  | 'difficulty'
  | 'learningObjectives'
>;

export interface SiteLesson {
  lesson: LessonFacts;
  /** Where the notebook stands in the learner's files: relative, with `/`, ending in `.ipynb`. */
  path: string;
  /** The notebook file's text. */
  notebook: string;
  /** For the glossary. */
  definitions: readonly Definition[];
}

/** A file that lessons use (a picture, a data set), copied as it is. */
export interface SiteFile {
  /** Where it stands in the learner's files: relative, with `/`. */
  path: string;
  /** The file to copy. */
  source: string;
}

/** A notebook among the files, as the catalogue lists it. */
export interface SiteNotebook {
  path: string;
  title: string;
}
