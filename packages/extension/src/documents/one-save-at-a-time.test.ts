import { expect, test } from 'vitest';
import { saveOneAtATime } from './one-save-at-a-time.js';

test('saves follow each other, after a failed one too, and each tells its own end', async () => {
  const ends: { resolve(): void; reject(reason: Error): void }[] = [];
  const context = {
    save: () => new Promise<void>((resolve, reject) => ends.push({ resolve, reject }))
  };
  saveOneAtATime(context);
  const began = async (): Promise<number> => {
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    return ends.length;
  };
  const [first, second, third] = [context.save(), context.save(), context.save()];
  expect(await began()).toBe(1);
  ends[0]?.reject(new Error('no room'));
  await expect(first).rejects.toThrow('no room');
  expect(await began()).toBe(2);
  ends[1]?.resolve();
  await second;
  expect(await began()).toBe(3);
  ends[2]?.resolve();
  await third;
});
