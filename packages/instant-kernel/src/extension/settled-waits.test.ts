import { expect, test } from 'vitest';
import { settled, withSettledWaits } from './settled-waits.js';

const shared = (value: number): Int32Array<SharedArrayBuffer> => {
  const words = new Int32Array(new SharedArrayBuffer(4));
  Atomics.store(words, 0, value);
  return words;
};

test('what has happened before the wait is waited for like any other', async () => {
  const words = shared(1);
  expect(Atomics.waitAsync(words, 0, 0).value).toBe('not-equal');
  await expect(settled(Atomics.waitAsync)(words, 0, 0).value).resolves.toBe('not-equal');
});

test('what happens later is waited for', async () => {
  const words = shared(0);
  const waited = settled(Atomics.waitAsync)(words, 0, 0).value;
  Atomics.store(words, 0, 1);
  Atomics.notify(words, 0);
  await expect(waited).resolves.toBe('ok');
});

test('only who loads meanwhile is given it, whether or not that succeeds', async () => {
  const { waitAsync } = Atomics;
  const given = await withSettledWaits(() => Promise.resolve(Atomics.waitAsync));
  expect(given).not.toBe(waitAsync);
  await expect(withSettledWaits(() => Promise.reject(new Error('no network')))).rejects.toThrow(
    'no network'
  );
  expect(Atomics.waitAsync).toBe(waitAsync);
});
