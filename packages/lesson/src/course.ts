/** `course.yml`: a course's title, modules, and defaults for its lessons. */

import { z } from 'zod';
import type { Diagnostic } from './diagnostics.js';
import type { LessonDefaults } from './lesson.js';
import { Problems } from './problems.js';
import * as kinds from './schema.js';
import { SLUG } from './slug.js';
import { SourceText } from './source-text.js';
import { readYamlMap, type Field, type Fields } from './yaml-map.js';

export interface Course {
  title: string | null;
  description: string | null;
  /** A BCP 47 tag such as `en`: the language of the lessons' text. */
  language: string | null;
  modules: CourseModule[];
  defaults: LessonDefaults;
  /** Keys that the format does not know: kept as they were. */
  extra: Record<string, unknown>;
}
export interface CourseModule {
  id: string;
  title: string;
}

const modules: Field<CourseModule[]> = {
  schema: z.array(z.object({ id: z.string().regex(SLUG), title: z.string() })),
  expects: 'a list of maps, each with an `id` and a `title`'
};

const COURSE_FIELDS = {
  title: kinds.text,
  description: kinds.text,
  language: kinds.text,
  modules,
  hints: kinds.onOff,
  solution: kinds.solutionPolicy,
  grading: kinds.grading
} as const satisfies Fields;

export function parseCourse(text: string): { course: Course; diagnostics: Diagnostic[] } {
  const source = new SourceText(text);
  const problems = new Problems();
  const extent: [number, number] = [0, source.text.length];
  const { values, extra } = readYamlMap(source, extent, COURSE_FIELDS, 'course', problems);
  const { title, description, language, hints, solution, grading } = values;
  const course: Course = {
    title: title ?? null,
    description: description ?? null,
    language: language ?? null,
    modules: values.modules ?? [],
    defaults: {
      ...(hints !== undefined && { hints }),
      ...(solution !== undefined && { solution }),
      ...(grading !== undefined && { grading })
    },
    extra
  };
  return { course, diagnostics: problems.diagnostics() };
}
