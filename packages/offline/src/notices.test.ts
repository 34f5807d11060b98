import { expect, test } from 'vitest';
import { noticesFor } from './notices.js';
import type { ReleaseStatus } from './messages.js';

const status = (news: Partial<ReleaseStatus>): ReleaseStatus => ({
  ...{ type: 'lectern-status', release: 'one', isNewReady: false, isGone: false, full: null },
  ...news
});

test('there is nothing to say of a page that is up to date', () => {
  expect(noticesFor(status({}))).toEqual([]);
});

test('a new version is offered once, also where the old one is gone', () => {
  expect(noticesFor(status({ isNewReady: true }))).toEqual([
    { kind: 'ready', text: 'A new version of this course is ready.', reload: true }
  ]);
  const gone = noticesFor(status({ isNewReady: true, isGone: true }));
  expect(gone).toMatchObject([{ kind: 'gone', reload: true }]);
});

test('nobody is sent to reload for a version that is not there', () => {
  const [gone] = noticesFor(status({ isGone: true }));
  expect(gone?.reload).toBe(false);
  expect(gone?.text).toContain('try again in a while');
});

test('a full storage is told in figures, and what can be done', () => {
  const [full] = noticesFor(status({ full: { usage: 3_940_000, quota: 1_240_000_000 } }));
  expect(full?.text).toContain('works only with a network');
  expect(full?.text).toContain('holds 3.9 MB of 1,240 MB');
  expect(full?.text).toContain('free space');
  const [unknown] = noticesFor(status({ full: { usage: 3_940_000, quota: null } }));
  expect(unknown?.text).toContain('holds 3.9 MB: free space');
});
