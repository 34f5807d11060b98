/** The cells of one challenge: what to do, what is given, and where the answer goes. */

import type { ICell } from '@jupyterlab/nbformat';
import type { Challenge } from '@lectern/lesson';
import { base64 } from './base64.js';
import { challengeCellId } from './cell-ids.js';
import { challengeRevision } from './challenge-revision.js';
import { codeCell, markdownCell } from './cells.js';
import { fence } from './listing.js';
import { capitalised, escapeMarkdown, paragraphs } from './markdown-text.js';
import type { ChallengeMetadata, Edition } from './metadata.js';
import { gradedCells, type ChallengeChecks } from './nbgrader/graded-cells.js';

export interface ChallengeOptions {
  edition: Edition;
  grading: unknown;
  showExpectedOutput: boolean;
  checks: ChallengeChecks | undefined;
}

/**
 * `introduction` is the text of the marker that placed it, `between` cells that stand in the middle of that text;
 * with them, the challenge's own text follows in a cell of its own.
 */
export function challengeCells(
  challenge: Challenge,
  introduction: string,
  between: ICell[],
  options: ChallengeOptions
): ICell[] {
  const { id } = challenge;
  const own = paragraphs(challenge.prose, expectedOutput(challenge, options));
  const task = paragraphs(heading(challenge), introduction, between.length === 0 ? own : null);
  const lectern = { kind: 'challenge-task', challenge: { id } } as const;
  const cells: ICell[] = [markdownCell(challengeCellId(id, 'task'), task, lectern), ...between];
  if (between.length > 0 && own !== '') {
    cells.push(markdownCell(challengeCellId(id, 'task-2'), own, lectern));
  }
  const answer = answerMetadata(challenge, options);
  if (options.edition === 'instructor') {
    return [...cells, ...gradedCells(challenge, answer, options.checks)];
  }
  if (challenge.setup !== null) {
    cells.push(
      codeCell(
        challengeCellId(id, 'setup'),
        challenge.setup,
        { kind: 'challenge-setup', challenge: { id } },
        { editable: false, deletable: false }
      )
    );
  }
  cells.push(
    codeCell(
      challengeCellId(id, 'answer'),
      challenge.starter,
      { kind: 'challenge-answer', challenge: answer },
      { deletable: false }
    )
  );
  return cells;
}

function heading({ title, difficulty, points }: Challenge): string {
  const worth = `${points} ${points === 1 ? 'point' : 'points'}`;
  const facts = difficulty === null ? worth : `${capitalised(difficulty)} · ${worth}`;
  return `## Challenge: ${escapeMarkdown(title)}\n\n*${facts}*`;
}

/** A sealed output is never shown to a learner, nor in a task that nbgrader hands out as it is. */
function expectedOutput({ expectedOutput }: Challenge, options: ChallengeOptions): string | null {
  if (expectedOutput === null || !options.showExpectedOutput || expectedOutput.sealed) return null;
  return `Expected output:\n\n${fence(expectedOutput.text, 'text')}`;
}

/** nbgrader hands metadata out as they are: the instructor's edition has the solution in the cell, and not here. */
function answerMetadata(
  challenge: Challenge,
  { grading, edition }: ChallengeOptions
): ChallengeMetadata {
  const { id, title, difficulty, points, solutionPolicy, solution, explanation } = challenge;
  const open = solutionPolicy !== 'withheld' && edition === 'student';
  return {
    id,
    title,
    difficulty,
    points,
    revision: challengeRevision(challenge),
    hints: challenge.showHints ? challenge.hints : [],
    solutionPolicy,
    ...(open && solution !== null && { solution: base64(solution) }),
    ...(open && explanation !== null && { explanation: base64(explanation) }),
    grading: grading ?? null
  };
}
