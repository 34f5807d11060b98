/** Reads a learner's work out of a notebook that may have been through anything: only what they wrote, and nothing else. */

import type { Challenge, Lesson } from '@lectern/lesson';
import { quizzesOf } from '@lectern/lesson';
import { answerSource } from '../nbgrader/answer-source.js';
import { withoutRegions } from '../nbgrader/regions.js';
import type { LessonCell } from '../upgrade/lesson-cell.js';
import { asObject, asText } from '../upgrade/records.js';
import { LessonCells, type CellWithRole } from './cell-roles.js';
import { chooseAnswer } from './choose-answer.js';
import { guessAnswers } from './guess-answers.js';
import { normalised, Starter } from './likeness.js';
import { placesIn } from './places.js';

/** What the learner wrote, by the id of the challenge or quiz; what is missing was never begun, or is gone. */
export interface Work {
  answers: Map<string, string>;
  responses: Map<string, unknown>;
  notes: WorkNote[];
}

/** What had to be mended, or could not be: a sentence for learner and instructor. */
export interface WorkNote {
  /** The id of the challenge or quiz. */
  about: string;
  text: string;
}

/** A challenge as the reader knows it. */
export interface Asked {
  challenge: Challenge;
  starter: Starter;
  /** The texts that it is handed out as, normalised: the starter, and what nbgrader makes of it. */
  unbegun: ReadonlySet<string>;
}

export class WorkReader {
  readonly #cells: LessonCells;
  readonly #asked: readonly Asked[];
  readonly #quizzes: ReadonlySet<string>;

  constructor(readonly lesson: Lesson) {
    this.#cells = new LessonCells(lesson);
    this.#asked = lesson.challenges.map((challenge) => ({
      challenge,
      starter: new Starter(challenge.starter),
      unbegun: new Set(handedOut(challenge).map(normalised))
    }));
    this.#quizzes = new Set(quizzesOf(lesson).map(({ id }) => id));
  }

  /** How much of the lesson's text is in the cells: 0 to 1. */
  share(cells: readonly LessonCell[]): number {
    return this.#cells.share(cells);
  }

  /** The lesson's challenges and quizzes that cells answer by their metadata or ids. */
  claims(cells: readonly LessonCell[]): number {
    return this.#roles(cells).filter(
      ({ cell, role }) => role.is === 'answer' || this.#quizzes.has(quizId(cell) ?? '')
    ).length;
  }

  read(cells: readonly LessonCell[]): Work {
    const found = this.#roles(cells);
    const work: Work = { answers: new Map(), responses: new Map(), notes: [] };
    const guesses = guessAnswers(this.#asked, found, this.#cells.cells);
    const place = placesIn(found, this.#cells.cells);
    for (const asked of this.#asked) {
      const { id } = asked.challenge;
      const chosen = chooseAnswer(asked, {
        all: found,
        guessed: guesses.get(id) ?? [],
        others: this.#asked.filter((other) => other !== asked),
        place
      });
      work.notes.push(...chosen.notes.map((text) => ({ about: id, text })));
      if (chosen.source === null) continue;
      const isUnbegun = asked.unbegun.has(normalised(chosen.source));
      work.answers.set(id, isUnbegun ? asked.challenge.starter : chosen.source);
    }
    this.#readResponses(cells, work);
    return work;
  }

  #roles(cells: readonly LessonCell[]): CellWithRole[] {
    return cells.map((cell) => ({ cell, role: this.#cells.roleOf(cell) }));
  }

  #readResponses(cells: readonly LessonCell[], { responses, notes }: Work): void {
    for (const id of this.#quizzes) {
      const same = cells.filter((cell) => quizId(cell) === id);
      const given = same.map(responseOf).filter((response) => response != null);
      if (given.length > 0) responses.set(id, given.at(-1));
      if (new Set(given.map((response) => JSON.stringify(response))).size > 1) {
        notes.push({
          about: id,
          text: 'The question was answered in copies; the last one counts.'
        });
      }
      if (same.length === 0) {
        notes.push({
          about: id,
          text: 'The question’s cell, or the metadata that keep the answer, are not in the notebook.'
        });
      }
    }
  }
}

/** As the student's edition has it, and as nbgrader leaves the instructor's, whether or not output is graded. */
function handedOut(challenge: Challenge): string[] {
  const released = [true, false].map((gradesOutput) =>
    withoutRegions(answerSource(challenge, { gradesOutput }))
  );
  return [challenge.starter, ...released];
}

function quizId({ kind, lectern }: LessonCell): string | null {
  return kind === 'quiz' ? asText(asObject(lectern?.['quiz'])['id']) : null;
}

function responseOf({ lectern }: LessonCell): unknown {
  return asObject(lectern?.['progress'])['response'];
}
