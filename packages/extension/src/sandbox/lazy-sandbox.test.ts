import type { RunRequest, RunResult, Sandbox } from '@lectern/grader';
import { expect, test } from 'vitest';
import { LazySandbox } from './lazy-sandbox.js';

const request = {} as RunRequest;
const result: RunResult = { end: 'done', program: null, calls: [], durationMs: 0 };

/** A sandbox whose next interpreter is ready when the test says so. */
class Place implements Sandbox {
  warmings: { resolve(): void; reject(reason: Error): void }[] = [];
  run = (): Promise<RunResult> => Promise.resolve(result);
  readonly author = {} as Sandbox['author']; // not used here
  prewarm = (): Promise<void> =>
    new Promise((resolve, reject) => this.warmings.push({ resolve, reject }));
  dispose(): void {}
}

test('is made at the first use only', async () => {
  let made = 0;
  const lazy = new LazySandbox(() => (made++, new Place()));
  expect(made).toBe(0);
  await lazy.sandbox.run(request);
  await lazy.sandbox.run(request);
  expect(made).toBe(1);
});

test('is ready after warming, and not between a run and the next warming', async () => {
  const place = new Place();
  const lazy = new LazySandbox(() => place);
  const warming = lazy.prewarm();
  expect(lazy.isReady).toBe(false);
  place.warmings[0]?.resolve();
  await warming;
  expect(lazy.isReady).toBe(true);
  await lazy.sandbox.run(request);
  expect(lazy.isReady).toBe(false);
  place.warmings[1]?.resolve();
  await expect.poll(() => lazy.isReady).toBe(true);
});

test('calls share one warming', async () => {
  const place = new Place();
  const lazy = new LazySandbox(() => place);
  const both = Promise.all([lazy.prewarm(), lazy.prewarm()]);
  expect(place.warmings).toHaveLength(1);
  place.warmings[0]?.resolve();
  await both;
});

test('a start that failed is tried anew', async () => {
  const place = new Place();
  let fails = true;
  const lazy = new LazySandbox(() => {
    if (fails) throw new Error('no address');
    return place;
  });
  await expect(lazy.prewarm()).rejects.toThrow('no address');
  fails = false;
  const again = lazy.prewarm();
  place.warmings[0]?.resolve();
  await again;
  expect(lazy.isReady).toBe(true);
});
