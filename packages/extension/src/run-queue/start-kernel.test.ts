import { expect, test } from 'vitest';
import { startKernel } from './start-kernel.js';

/** A notebook without a kernel; `needsSelection`: none is named for it. */
function notebook(needsSelection: boolean) {
  const calls: string[] = [];
  const session = {
    startKernel: () => {
      calls.push('start');
      return Promise.resolve(needsSelection);
    }
  };
  const dialogs = {
    selectKernel: () => {
      calls.push('ask');
      return Promise.resolve();
    }
  };
  return { calls, session, dialogs };
}

test('cells that are run together start one kernel', async () => {
  const { calls, session, dialogs } = notebook(false);
  await Promise.all([startKernel(session, dialogs), startKernel(session, dialogs)]);
  expect(calls).toEqual(['start']);
  await startKernel(session, dialogs);
  expect(calls).toEqual(['start', 'start']);
});

test('the learner is asked where no kernel is named', async () => {
  const { calls, session, dialogs } = notebook(true);
  await Promise.all([startKernel(session, dialogs), startKernel(session, dialogs)]);
  expect(calls).toEqual(['start', 'ask']);
});
