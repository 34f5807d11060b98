import { expect, test } from 'vitest';
import { fetchServed, isNewer, lessonVersion, servedUrl } from './served-lesson.js';

const notebook = (version: string, id = 'words') => ({
  cells: [],
  metadata: { lectern: { lesson: { id, version } } }
});
const answer = (body: string, init?: ResponseInit): typeof fetch => {
  return () => Promise.resolve(new Response(body, init));
};

test('the served file is under the site’s own address, whatever its name', () => {
  expect(servedUrl('/some/course/', 'a b/c#1.ipynb')).toBe('/some/course/files/a%20b/c%231.ipynb');
});

test('asks the host, and not the browser’s cache', async () => {
  const asked: unknown[] = [];
  const served = await fetchServed('/files/a.ipynb', (...request) => {
    asked.push(request);
    return answer(JSON.stringify(notebook('2')))('');
  });
  expect(served).toEqual(notebook('2'));
  expect(asked).toEqual([['/files/a.ipynb', { cache: 'no-cache' }]]);
});

test.each([
  ['no such file', answer('<h1>Not found</h1>', { status: 404 })],
  ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['a host that answers everything with a page', answer('<!doctype html>')],
  ['another notebook', answer('{"cells": [], "metadata": {}}')]
])('is silent about %s', async (_, fetchFile) => {
  expect(await fetchServed('/files/a.ipynb', fetchFile)).toBeNull();
});

test('newer is another version of the same lesson', () => {
  const [one, two] = [lessonVersion(notebook('1')), lessonVersion(notebook('2'))];
  expect(isNewer(two, one)).toBe(true);
  expect(isNewer(one, one)).toBe(false);
  expect(isNewer(lessonVersion(notebook('2', 'other')), one)).toBe(false);
  expect(isNewer(null, one)).toBe(false);
  expect(isNewer(two, null)).toBe(false);
});
