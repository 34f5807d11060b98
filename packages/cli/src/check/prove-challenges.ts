/** Proves a lesson's challenges, and that a Python of the machine's own sees every answer as Pyodide does. */

import { proveChallenge, type ChallengeProof, type Sandbox } from '@lectern/grader';
import type { CPython } from '@lectern/grader/node';
import type { Diagnostic, Lesson } from '@lectern/lesson';
import { derivedFor } from '../prepare/prepare-lesson.js';

export interface ProveOptions {
  sandbox: () => Sandbox;
  cpython: CPython | null;
  onProgress: (text: string) => void;
}

export async function proveChallenges(
  lesson: Lesson,
  { sandbox, cpython, onProgress }: ProveOptions
): Promise<{ proofs: ChallengeProof[]; diagnostics: Diagnostic[] }> {
  const proofs: ChallengeProof[] = [];
  const diagnostics: Diagnostic[] = [];
  const { sha256 } = lesson;
  for (const challenge of lesson.challenges) {
    const derived = await derivedFor(challenge, lesson, {
      sandbox,
      onChallenge: (id) => onProgress(`running the solution of ${id} …`)
    });
    onProgress(`proving ${challenge.id} …`);
    const proven = await proveChallenge(challenge, derived, {
      sandbox: sandbox(),
      sha256,
      cpython
    });
    proofs.push(proven.proof);
    diagnostics.push(...proven.diagnostics);
  }
  return { proofs, diagnostics };
}
