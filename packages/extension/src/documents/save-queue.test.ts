import { expect, test } from 'vitest';
import { SaveQueue } from './save-queue.js';

/** A document whose saves end when the test says so, and that notices when two overlap. */
class SlowDocument {
  dirty = true;
  saves: { resolve(): void; reject(reason: Error): void }[] = [];
  failures: unknown[] = [];
  overlapped = false;
  #open = 0;

  readonly queue = new SaveQueue({
    isWanted: () => this.dirty,
    save: () => this.save(),
    onFailure: (reason) => this.failures.push(reason)
  });

  /** Also what somebody else does who saves the document. */
  async save(): Promise<void> {
    if (++this.#open > 1) this.overlapped = true;
    this.queue.onSaveState('started');
    try {
      await new Promise<void>((resolve, reject) => this.saves.push({ resolve, reject }));
      this.queue.onSaveState('completed');
    } catch (reason) {
      this.queue.onSaveState('failed');
      throw reason;
    } finally {
      this.#open--;
    }
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('requests during a save become one more save, after it', async () => {
  const document = new SlowDocument();
  const requests = [document.queue.request(), document.queue.request()];
  await settled();
  requests.push(document.queue.request(), document.queue.request());
  await settled();
  expect(document.saves).toHaveLength(1);
  document.saves[0]?.resolve();
  await settled();
  expect(document.saves).toHaveLength(2);
  document.saves[1]?.resolve();
  await Promise.all(requests);
  await settled();
  expect(document.saves).toHaveLength(2);
  expect(document.overlapped).toBe(false);
});

test('waits for a save that somebody else began', async () => {
  const document = new SlowDocument();
  const theirs = document.save();
  const ours = document.queue.request();
  await settled();
  expect(document.saves).toHaveLength(1);
  document.saves[0]?.resolve();
  await theirs;
  await settled();
  document.saves[1]?.resolve();
  await ours;
  expect(document.overlapped).toBe(false);
});

test('does nothing when nothing is to be saved', async () => {
  const document = new SlowDocument();
  document.dirty = false;
  await document.queue.request();
  expect(document.saves).toHaveLength(0);
});

test('a failure is told once, and ends until another save succeeds', async () => {
  const document = new SlowDocument();
  const first = document.queue.request();
  await settled();
  document.saves[0]?.reject(new Error('full'));
  await first;
  await document.queue.request();
  expect(document.failures).toEqual([new Error('full')]);
  expect(document.saves).toHaveLength(1);

  const byHand = document.save();
  document.saves[1]?.resolve();
  await byHand;
  const again = document.queue.request();
  await settled();
  expect(document.saves).toHaveLength(3);
  document.saves[2]?.resolve();
  await again;
});
