/** The cells of one challenge: what to do, what is given, where the answer goes, and, for instructors, the solution. */

import type { ICell } from '@jupyterlab/nbformat';
import type { Challenge } from '@lectern/lesson';
import { base64 } from './base64.js';
import { challengeCellId } from './cell-ids.js';
import { challengeRevision } from './challenge-revision.js';
import { codeCell, markdownCell } from './cells.js';
import { fence } from './listing.js';
import { capitalised, escapeMarkdown, paragraphs } from './markdown-text.js';
import type { ChallengeMetadata, Edition } from './metadata.js';

export interface ChallengeOptions {
  edition: Edition;
  grading: unknown;
  showExpectedOutput: boolean;
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
      { kind: 'challenge-answer', challenge: answerMetadata(challenge, options.grading) },
      { deletable: false }
    )
  );
  if (options.edition === 'instructor' && challenge.solution !== null) {
    cells.push(
      codeCell(challengeCellId(id, 'solution'), challenge.solution, {
        kind: 'challenge-solution',
        challenge: { id }
      })
    );
  }
  return cells;
}

function heading({ title, difficulty, points }: Challenge): string {
  const worth = `${points} ${points === 1 ? 'point' : 'points'}`;
  const facts = difficulty === null ? worth : `${capitalised(difficulty)} · ${worth}`;
  return `## Challenge: ${escapeMarkdown(title)}\n\n*${facts}*`;
}

/** A sealed output is never shown to a learner. */
function expectedOutput({ expectedOutput }: Challenge, options: ChallengeOptions): string | null {
  if (expectedOutput === null || !options.showExpectedOutput) return null;
  if (expectedOutput.sealed && options.edition === 'student') return null;
  return `Expected output:\n\n${fence(expectedOutput.text, 'text')}`;
}

function answerMetadata(challenge: Challenge, grading: unknown): ChallengeMetadata {
  const { id, title, difficulty, points, solutionPolicy, solution, explanation } = challenge;
  const open = solutionPolicy !== 'withheld';
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
