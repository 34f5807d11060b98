/** Puts the events of one program's run together. */

import type { CallOutcome, ProgramOutcome, RunResult } from '../sandbox.js';
import type { Event } from './protocol.js';

export class RunCollector {
  #program: ProgramOutcome | null = null;
  readonly #calls: CallOutcome[] = [];

  /** Takes each outcome once, in order: whoever speaks inside may say anything. */
  add(event: Event): void {
    if (event.event === 'program' && this.#program === null) {
      const { event: _, ...outcome } = event;
      this.#program = outcome;
    } else if (event.event === 'call' && event.index === this.#calls.length) {
      const { event: _, index: __, ...outcome } = event;
      this.#calls.push(outcome);
    }
  }

  get program(): ProgramOutcome | null {
    return this.#program;
  }

  result({ end, durationMs }: Pick<RunResult, 'end' | 'durationMs'>): RunResult {
    return { end, program: this.#program, calls: this.#calls, durationMs };
  }
}
