/** How far the grading is, and how long it may take: a bar on a terminal, elsewhere a line now and then. */

import { SingleBar } from 'cli-progress';

export interface Progress {
  done(): void;
  end(): void;
}

const QUIET_MS = 5_000;

/** `total`: answers. `done` is called after each. */
export function gradingProgress(total: number): Progress {
  return process.stderr.isTTY ? bar(total) : lines(total);
}

function bar(total: number): Progress {
  const shown = new SingleBar({
    format: 'Grading {bar} {value} of {total} answers, {left}',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    barsize: 24,
    // Ctrl-C is ours.
    gracefulExit: false
  });
  const left = remaining(total);
  shown.start(total, 0, { left: 'starting' });
  return {
    done: () => shown.increment(1, { left: left() }),
    end: () => shown.stop()
  };
}

function lines(total: number): Progress {
  const left = remaining(total);
  let done = 0;
  let lastSaid = Date.now();
  return {
    done: () => {
      done++;
      const text = left();
      if (Date.now() - lastSaid < QUIET_MS) return;
      lastSaid = Date.now();
      process.stderr.write(`· ${done} of ${total} answers graded, ${text}\n`);
    },
    end: () => undefined
  };
}

/** Told after each answer; by the pace of all so far. */
function remaining(total: number): () => string {
  const startedAt = performance.now();
  let done = 0;
  return () => {
    done++;
    const seconds = ((performance.now() - startedAt) / 1_000 / done) * (total - done);
    if (seconds >= 90) return `about ${Math.round(seconds / 60)} minutes left`;
    return `about ${Math.ceil(seconds)} s left`;
  };
}
