/** Links of a lesson, against real files. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../testing/run-lectern.js';
import { checkLinks } from './check-links.js';

const course = temporaryFolder();
mkdirSync(join(course, 'one/img'), { recursive: true });
mkdirSync(join(course, 'two'));
writeFileSync(join(course, 'one/img/a b.png'), '');
writeFileSync(join(course, 'two/lesson.md'), '');
const file = join(course, 'one/lesson.md');

it('accepts what is there, and what is on other hosts', async () => {
  const text = `# My heading: *one*
[a](../two/lesson.md) [b](../two/lesson.md#anywhere) [c](../two/lesson.ipynb?x=1) ![d](<img/a b.png>)
![e](img/a%20b.png) [f](https://example.org/no) [g](mailto:a@example.org) [h](#My-heading:-one) [i](#my-heading-one)`;
  expect(await checkLinks(text, file, course)).toEqual([]);
});

it.each([
  ['[x](three.md)', 'link/missing-file', 'The file `three.md` is not there.'],
  ['![x](img/c.png)', 'link/missing-file', 'The picture `img/c.png` is not there.'],
  ['<img src="c.png">', 'link/missing-file', 'The picture `c.png` is not there.'],
  ['[x](../../x.md)', 'link/missing-file', 'The file `../../x.md` is outside the course.'],
  ['[x](/one/lesson.md)', 'link/missing-file', 'begins at the root of the host'],
  ['[x](%zz)', 'link/missing-file', 'is not there'],
  ['[x](#nowhere)', 'link/missing-heading', 'no heading `nowhere`']
])('tells of %s', async (text, rule, message) => {
  const [diagnostic, ...more] = await checkLinks(`One\n\n${text}`, file, course);
  expect(more).toEqual([]);
  expect(diagnostic).toMatchObject({ rule, range: { start: { line: 3, column: 1 } } });
  expect(diagnostic?.message).toContain(message);
});
