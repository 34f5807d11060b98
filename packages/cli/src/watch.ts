/** What commands do that go on until Ctrl-C: work again whenever a file changes. */

import { watch } from 'node:fs';

/** Editors save in several steps. */
const SETTLE_MS = 200;

/** One piece of work at a time; changes during it cause one more after it. A failure is said, and the next change tried. */
export function onChange(paths: readonly string[], work: () => Promise<void>): { close(): void } {
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  const again = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      process.stderr.write(`lectern: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  };
  const watchers = paths.map((path) =>
    watch(path, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        working = working.then(again);
      }, SETTLE_MS);
    })
  );
  return {
    close: () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    }
  };
}

export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}
