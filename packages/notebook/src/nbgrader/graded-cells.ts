/** A challenge's cells as nbgrader grades them: a locked setup, the answer with its solution, and the checks. */

import type { ICell } from '@jupyterlab/nbformat';
import type { Challenge } from '@lectern/lesson';
import { challengeCellId, type ChallengePart } from '../cell-ids.js';
import { codeCell } from '../cells.js';
import type { ChallengeMetadata, NbgraderMetadata } from '../metadata.js';
import { answerSource } from './answer-source.js';

/** The checks of an nbgrader assignment, as code. */
export interface NbgraderChecks {
  /** What the checks use: stands once, before the first of them. */
  prelude: string;
  /** By challenge id; one without checks is left to be graded by hand. */
  challenges: ReadonlyMap<string, ChallengeChecks>;
}

export interface ChallengeChecks {
  /** The last line of the setup cell. */
  begin: string;
  checks: { source: string; points: number }[];
  gradesOutput: boolean;
}

const LOCKED = { editable: false, deletable: false } as const;

export function preludeCell(prelude: string): ICell {
  return codeCell(
    'lectern-checks',
    prelude,
    { kind: 'checks' },
    { ...LOCKED, jupyter: { source_hidden: true }, nbgrader: nbgrader('lectern-checks', {}) }
  );
}

export function gradedCells(
  challenge: Challenge,
  answer: ChallengeMetadata,
  checks: ChallengeChecks | undefined
): ICell[] {
  const { id, setup, points } = challenge;
  const automatic = checks !== undefined && checks.checks.length > 0;
  const name = (part: ChallengePart): string => challengeCellId(id, part);
  const setupSource = [setup, automatic ? checks.begin : null].filter((part) => part !== null);
  const cells: ICell[] = [];
  if (setupSource.length > 0) {
    cells.push(
      codeCell(
        name('setup'),
        setupSource.join('\n\n'),
        { kind: 'challenge-setup', challenge: { id } },
        { ...LOCKED, nbgrader: nbgrader(name('setup'), {}) }
      )
    );
  }
  cells.push(
    codeCell(
      name('answer'),
      answerSource(challenge, { gradesOutput: checks?.gradesOutput ?? true }),
      { kind: 'challenge-answer', challenge: answer },
      {
        deletable: false,
        nbgrader: nbgrader(name('answer'), {
          solution: true,
          locked: false,
          // Where nothing can be checked, a person grades the answer.
          ...(!automatic && { grade: true, points })
        })
      }
    )
  );
  for (const [index, check] of (checks?.checks ?? []).entries()) {
    const part = name(`check-${index + 1}`);
    cells.push(
      codeCell(
        part,
        check.source,
        { kind: 'challenge-check', challenge: { id } },
        { ...LOCKED, nbgrader: nbgrader(part, { grade: true, points: check.points }) }
      )
    );
  }
  return cells;
}

/** Locked, unless it says otherwise. */
export function nbgrader(grade_id: string, own: Partial<NbgraderMetadata>): NbgraderMetadata {
  return {
    schema_version: 3,
    grade_id,
    grade: false,
    solution: false,
    locked: true,
    task: false,
    ...own
  };
}
