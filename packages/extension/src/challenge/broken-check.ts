/** An answer that could not be judged because the checker itself failed: never the learner's fault. */

import { requirementsOf, type CheckResult, type Verdict } from '@lectern/grader';
import { isRecord, isText } from '../metadata-values.js';
import type { ChallengeDefinition } from './definition.js';

/** Where a notebook comes from. */
export interface LessonName {
  id: string;
  version: string;
}

/** `metadata`: the notebook's, under Lectern's key. */
export function lessonName(metadata: unknown): LessonName | null {
  const lesson = isRecord(metadata) ? metadata.lesson : null;
  if (!isRecord(lesson) || !isText(lesson.id)) return null;
  return { id: lesson.id, version: isText(lesson.version) ? lesson.version : 'unknown' };
}

/** The verdict where nothing was judged. */
export function brokenCheck(definition: ChallengeDefinition, reason: unknown): Verdict {
  const { id, points, grading } = definition;
  const message = reason instanceof Error ? reason.message : String(reason);
  const requirements = grading === null ? [] : requirementsOf(grading);
  const checker = {
    kind: 'behaviour',
    name: 'checker',
    text: 'The checker works.',
    weight: 1
  } as const;
  return {
    challenge: id,
    status: 'broken-check',
    points: points ?? 0,
    score: 0,
    checks: (requirements.length === 0 ? [checker] : requirements).map(
      (requirement): CheckResult => ({ ...requirement, status: 'broken-check', message })
    ),
    durationMs: 0
  };
}

/** What the lesson's author needs to know; `null` where every check worked. */
export function brokenDetails(verdict: Verdict, lesson: LessonName | null): string | null {
  const broken = verdict.checks.filter(({ status }) => status === 'broken-check');
  if (broken.length === 0) return null;
  const reasons = new Set(
    broken.map(({ name, message, instructor }) => {
      const isAbout = broken.length < verdict.checks.length ? `${name}: ` : '';
      return [`${isAbout}${message}`, ...(instructor === undefined ? [] : [instructor])].join('\n');
    })
  );
  return [
    `challenge: ${verdict.challenge}`,
    `lesson: ${lesson === null ? 'unknown' : `${lesson.id}, version ${lesson.version}`}`,
    ...reasons
  ].join('\n');
}
