/** Rewards from a function in the notebook's kernel, over the widget's messages. */

import { RewardError } from '../../train/reward.js';
import type { Model } from './traits.js';

interface Scores {
  type: 'scores';
  id: string;
  scores?: number[];
  error?: string;
}

/**
 * Asks Python for the rewards of texts. The answer comes when the kernel has nothing else to do.
 * @throws {RewardError} what Python's function raised, in one line; the signal's reason where it is aborted meanwhile
 */
export function scoreWithPython(
  model: Model,
  texts: string[],
  signal: AbortSignal
): Promise<number[]> {
  // Several views of one model hear every answer.
  const id = crypto.getRandomValues(new Uint32Array(2)).join('-');
  return new Promise((resolve, reject) => {
    const settle = (settled: () => void) => {
      model.off('msg:custom', heard);
      signal.removeEventListener('abort', stopped);
      settled();
    };
    const stopped = () => settle(() => reject(signal.reason as Error));
    const heard = (message: Scores) => {
      if (message.type !== 'scores' || message.id !== id) return;
      settle(() => {
        const problem = problemOf(message, texts.length);
        if (problem === undefined) resolve(message.scores!);
        else reject(new RewardError(problem));
      });
    };
    if (signal.aborted) return stopped();
    signal.addEventListener('abort', stopped);
    model.on('msg:custom', heard);
    model.send({ type: 'score', id, texts });
  });
}

function problemOf({ scores, error }: Scores, count: number): string | undefined {
  if (error !== undefined) return `The reward function in Python failed: ${error}`;
  if (!Array.isArray(scores) || scores.length !== count) {
    return `The reward function in Python gave ${scores?.length ?? 'no'} rewards; ${count} were asked for, one a text.`;
  }
  const index = scores.findIndex((score) => !Number.isFinite(score));
  if (index < 0) return undefined;
  return `The reward function in Python gave ${String(scores[index])} for text ${index}; a reward is a finite number.`;
}
