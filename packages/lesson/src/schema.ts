/** The kinds of value that front matter and `course.yml` share, each with the words that name it to an author. */

import { z } from 'zod';
import type { Difficulty, GradingDefaults, SolutionPolicy } from './lesson.js';
import { SLUG } from './slug.js';
import type { Field } from './yaml-map.js';

export const DIFFICULTIES = ['beginner', 'intermediate', 'advanced'] as const;
export const SOLUTION_POLICIES = ['after-pass', 'after-3', 'always', 'withheld'] as const;

export const text: Field<string> = {
  schema: z.string().trim().min(1),
  expects: 'a text',
  text: 'one'
};
export const texts: Field<string[]> = {
  schema: z.array(z.string()),
  expects: 'a list of texts',
  text: 'list'
};
export const slug: Field<string> = {
  schema: z.string().regex(SLUG),
  expects: 'lower-case letters, digits and hyphens, beginning with a letter or digit',
  text: 'one'
};
export const positive: Field<number> = {
  schema: z.number().positive(),
  expects: 'a number greater than 0'
};
export const atLeastZero: Field<number> = {
  schema: z.number().min(0),
  expects: 'a number, 0 or greater'
};
export const difficulty: Field<Difficulty> = {
  schema: z.enum(DIFFICULTIES),
  expects: oneOf(DIFFICULTIES)
};
export const solutionPolicy: Field<SolutionPolicy> = {
  schema: z.enum(SOLUTION_POLICIES),
  expects: oneOf(SOLUTION_POLICIES)
};
/** YAML 1.1 reads a bare `on` as true; YAML 1.2, which is read here, as text. Both are meant. */
export const onOff: Field<'on' | 'off'> = {
  schema: z.preprocess(
    (value) => (value === true ? 'on' : value === false ? 'off' : value),
    z.enum(['on', 'off'])
  ),
  expects: '`on` or `off`'
};
export const grading: Field<GradingDefaults> = {
  schema: z.never(),
  expects: 'a map, such as `points: 2` on a line of its own, indented',
  fields: {
    timeLimitSeconds: positive,
    memoryLimitMB: positive,
    points: atLeastZero,
    solution: solutionPolicy
  }
};

export function oneOf(values: readonly string[]): string {
  return `one of ${values.map((value) => `\`${value}\``).join(', ')}`;
}
