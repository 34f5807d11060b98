// @ts-check
/** The bibliography holds what the lessons cite, no more and no less. */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { bibliography, citations } from './bibliography.mjs';

const course = fileURLToPath(new URL('../../notebooks', import.meta.url));
const path = `${course}/bibliography.md`;

it('names every work that a lesson cites, and where to find it', () => {
  const page = readFileSync(path, 'utf8');
  const expected = bibliography(course, page);
  if (process.env['UPDATE']) writeFileSync(path, expected);
  else expect(page).toBe(expected);
  expect(expected).not.toContain('TODO');
});

it('finds one title under one name and year', () => {
  const works = [...citations(course).keys()];
  const titles = works.map((work) => work.replace(/^.*?"/, '').toLowerCase());
  expect(works.length).toBeGreaterThan(20);
  expect(titles).toEqual([...new Set(titles)]);
});
