/** A page with the browser's sandbox and nothing else, for the attacks; and, beside it, what they succeed against. */

import type { GradingData } from '@lectern/grader';
import { createBrowserSandbox } from '@lectern/grader/browser';
import { gradeWatched, type Graded } from '../../packages/grader/test/attack-harness/graded.mjs';

/** What a page that believes messages has been told. */
export interface Believed {
  /** Messages of the control's worker, in order; each cut short. */
  messages: string[];
  count: number;
  size: number;
  /** That somebody broadcast or posted a verdict to this page. */
  verdicts: string[];
}

export interface AttackPage {
  grade(lane: number, data: GradingData, source: string): Promise<Graded>;
  startControl(job: { answers: string[]; challenge: unknown }): void;
  stopControl(): void;
  believed: Believed;
}

const sandboxes = [0, 1].map(() => createBrowserSandbox({ assetsUrl: '/sandbox/' }));
let control: Worker | null = null;

const page: AttackPage = {
  believed: { messages: [], count: 0, size: 0, verdicts: [] },
  async grade(lane, data, source) {
    const sandbox = sandboxes[lane];
    if (sandbox === undefined) throw new Error(`there is no lane ${lane}`);
    return gradeWatched(sandbox, data, source);
  },
  startControl(job) {
    page.believed = { messages: [], count: 0, size: 0, verdicts: [] };
    control = new Worker('/control-worker.js', { type: 'module' });
    control.onmessage = ({ data }: MessageEvent<unknown>) => {
      const text = typeof data === 'string' ? data : '';
      page.believed.count += 1;
      page.believed.size += typeof data === 'string' ? data.length : 5_000_000;
      if (page.believed.messages.length < 500) page.believed.messages.push(text.slice(0, 10_000));
    };
    control.onerror = ({ message }) => page.believed.messages.push(`error ${message}`);
    control.postMessage(job);
  },
  stopControl() {
    control?.terminate();
    control = null;
  }
};

function believe({ data }: MessageEvent<unknown>): void {
  if (typeof data === 'string') page.believed.verdicts.push(data);
}
addEventListener('message', believe);
new BroadcastChannel('verdicts').onmessage = believe;

(globalThis as unknown as { attacks: AttackPage }).attacks = page;
