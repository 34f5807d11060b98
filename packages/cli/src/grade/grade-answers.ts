/** Answers to verdicts, some at a time, each answer once. */

import { setTimeout as wait } from 'node:timers/promises';
import { grade, type GradingData, type Sandbox, type Verdict } from '@lectern/grader';
import { sha256 } from '@lectern/lesson';

export interface AnswerTask {
  key: string;
  data: GradingData;
  source: string;
}

/** Without a time: the same answer has the same verdict, whenever it is graded. */
export type Graded = Omit<Verdict, 'durationMs'>;

export interface GradeAnswersOptions {
  sandbox: () => Sandbox;
  jobs: number;
  signal: AbortSignal;
  onVerdict: (task: AnswerTask, verdict: Verdict) => void;
}

/** The same for the same answer to the same challenge, whoever gave it. */
export function answerKey(lesson: string, challenge: string, source: string): string {
  return sha256(JSON.stringify([lesson, challenge, source])).slice(0, 32);
}

/** Rejects with the signal's reason as soon as it is aborted; what was told before stands. */
export async function gradeAnswers(
  tasks: readonly AnswerTask[],
  { sandbox, jobs, signal, onVerdict }: GradeAnswersOptions
): Promise<void> {
  const rest = tasks.values();
  const worker = async (): Promise<void> => {
    for (const task of rest) {
      signal.throwIfAborted();
      const verdict = await grade(task.data, task.source, sandbox(), { signal });
      await settle(verdict, signal);
      onVerdict(task, verdict);
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, tasks.length) }, worker));
}

/**
 * On Windows Ctrl-C reaches the interpreters, too: one that died of it must not be taken for an answer that broke it.
 */
const SIGNAL_TAKES_MS = process.platform === 'win32' ? 100 : 0;

async function settle({ status }: Verdict, signal: AbortSignal): Promise<void> {
  if (status === 'error' || status === 'broken-check') await wait(SIGNAL_TAKES_MS);
  signal.throwIfAborted();
}
