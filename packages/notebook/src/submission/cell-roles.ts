/** What each cell of a submission is: an answer, a cell of the lesson, or something of the learner's own. */

import type { Lesson } from '@lectern/lesson';
import { challengeCellId } from '../cell-ids.js';
import { toNotebook } from '../to-notebook.js';
import { challengeId, readCells, type LessonCell } from '../upgrade/lesson-cell.js';
import { asObject, asText } from '../upgrade/records.js';

export type Role =
  /** It says itself which challenge it answers. */
  | { is: 'answer'; challenge: string }
  /** `place`: among the lesson's cells. */
  | { is: 'lesson'; place: number | null; challenge: string | null }
  | { is: 'own' };

export interface CellWithRole {
  cell: LessonCell;
  role: Role;
}

/** Knows a lesson's cells by what can be left of them: Lectern's metadata, their ids, nbgrader's ids, their text. */
export class LessonCells {
  readonly #challenges: ReadonlySet<string>;
  readonly #answers: ReadonlyMap<string, string>;
  readonly #byId: ReadonlyMap<string, LessonCell>;
  readonly #byText = new Map<string, LessonCell>();
  readonly cells: readonly LessonCell[];

  constructor(lesson: Lesson) {
    const notebook = toNotebook(lesson, { edition: 'student', grading: new Map() });
    this.cells = readCells(notebook.cells);
    this.#challenges = new Set(lesson.challenges.map(({ id }) => id));
    this.#answers = new Map(lesson.challenges.map(({ id }) => [challengeCellId(id, 'answer'), id]));
    this.#byId = new Map(this.cells.map((cell) => [cell.id ?? '', cell]));
    for (const cell of this.cells) {
      if (cell.kind === 'challenge-answer' || cell.source.trim() === '') continue;
      this.#byText.set(textKey(cell), cell);
    }
  }

  /** Of the lesson's cells, the share that is found by its text. */
  share(cells: readonly LessonCell[]): number {
    const texts = new Set(cells.map(textKey));
    const known = [...this.#byText.keys()];
    return known.length === 0 ? 0 : known.filter((text) => texts.has(text)).length / known.length;
  }

  roleOf(cell: LessonCell): Role {
    const { kind } = cell;
    const claimed = challengeId(cell);
    if (kind === 'challenge-answer') {
      return claimed !== null && this.#challenges.has(claimed)
        ? { is: 'answer', challenge: claimed }
        : { is: 'lesson', place: null, challenge: claimed };
    }
    if (kind === 'kept') return { is: 'own' };
    const found = this.#byId.get(cell.id ?? '') ?? this.#byText.get(textKey(cell));
    if (kind !== null) {
      return { is: 'lesson', place: found?.index ?? null, challenge: claimed };
    }
    const answered = this.#answeredBy(cell);
    if (answered !== undefined) return { is: 'answer', challenge: answered };
    return found === undefined || found.kind === 'challenge-answer'
      ? { is: 'own' }
      : { is: 'lesson', place: found.index, challenge: challengeId(found) };
  }

  /** By the ids that are left to a cell without our metadata. */
  #answeredBy({ id, metadata }: LessonCell): string | undefined {
    const gradeId = asText(asObject(metadata['nbgrader'])['grade_id']);
    return this.#answers.get(id ?? '') ?? this.#answers.get(gradeId ?? '');
  }
}

/** A challenge's task begins with its title; whether the expected output follows depends on the build. */
function textKey({ type, source }: LessonCell): string {
  const title = type === 'markdown' ? /^## Challenge: .*/.exec(source)?.[0] : undefined;
  return `${type} ${title ?? source.trim()}`;
}
