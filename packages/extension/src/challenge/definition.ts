/** A challenge cell's metadata, read as what it is: data from a file that anybody may have edited. */

import { readGradingData, type GradingData } from '@lectern/grader';
import type { SolutionPolicy } from '@lectern/lesson';
import { decodeBase64, isAmount, isRecord, isText } from '../metadata-values.js';

/** Everything the challenge's interface needs, with nothing left to check. */
export interface ChallengeDefinition {
  id: string;
  title: string;
  difficulty: string | null;
  points: number | null;
  hints: string[];
  solutionPolicy: SolutionPolicy;
  solution: string | null;
  explanation: string | null;
  /** What the learner started from. */
  starter: string;
  /** The answer was written before an upgrade of the lesson changed what is asked or checked. */
  hasChanged: boolean;
  /** `null`: the notebook does not say how to check the answer. */
  grading: GradingData | null;
}

const POLICIES: readonly string[] = ['after-pass', 'after-3', 'always', 'withheld'];

/** The challenge that `cell.metadata.lectern` describes, or `null` when the cell is not a challenge's answer. */
export function readDefinition(metadata: unknown): ChallengeDefinition | null {
  if (!isRecord(metadata) || metadata.kind !== 'challenge-answer') return null;
  const challenge = metadata.challenge;
  if (!isRecord(challenge) || !isText(challenge.id)) return null;
  return {
    id: challenge.id,
    title: isText(challenge.title) ? challenge.title : challenge.id,
    difficulty: isText(challenge.difficulty) ? challenge.difficulty : null,
    points: isAmount(challenge.points) ? challenge.points : null,
    hints: Array.isArray(challenge.hints) ? challenge.hints.filter(isText) : [],
    solutionPolicy: POLICIES.includes(challenge.solutionPolicy as string)
      ? (challenge.solutionPolicy as SolutionPolicy)
      : 'after-pass',
    solution: decodeBase64(challenge.solution),
    explanation: decodeBase64(challenge.explanation),
    starter: typeof metadata.base === 'string' ? metadata.base : '',
    hasChanged: Array.isArray(metadata.earlier) && metadata.earlier.length > 0,
    grading: readGradingData(challenge.grading)
  };
}
