/** What is withheld is nowhere in what a student gets: not in clear, not encoded, not under another name. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { runLectern, temporaryFolder, TEST_DATA } from './testing/run-lectern.js';

const COURSE = join(TEST_DATA, 'with-tests');
const LESSON = join(COURSE, 'lesson.md');

/** Words that stand in withheld tests, in a sealed output and in a withheld solution, and nowhere else. */
const SECRETS = [
  'test_orchard',
  'Knows the quince',
  'quince',
  'medlar',
  'ORCHARD',
  'quinces are seldom thought of',
  'the sum is 2870',
  '2870',
  'squares_of_all'
];
/** And some that must be found, or the search is no search. */
const SHOWN = ['test_scores', 'Scores a word by its letters', 'Print the sum of the squares'];

const folder = temporaryFolder();

/** The text itself, and every run of base64 in it decoded. */
function allReadings(bytes: Buffer): string {
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString();
  const decoded = [...text.matchAll(/[A-Za-z0-9+/]{16,}={0,2}/g)].map(([run]) =>
    Buffer.from(run, 'base64').toString('utf8')
  );
  return [text, ...decoded].join('\n');
}

function found(words: string[], files: string[]): string[] {
  const texts = files.map((file) => allReadings(readFileSync(file)));
  return words.filter((word) => texts.some((text) => text.includes(word)));
}

function filesOf(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const SHELL = fileURLToPath(new URL('../shell/', import.meta.url));

/** As every site has it. `release.json`, too, is of numbers and hashes, in which any four digits may stand. */
function isOfTheShell(path: string): boolean {
  const shared = join(SHELL, path);
  return (
    existsSync(shared) && readFileSync(shared).equals(readFileSync(join(folder, 'site', path)))
  );
}

it('the lesson itself holds them all', () => {
  expect(found([...SECRETS, ...SHOWN], [LESSON])).toEqual([...SECRETS, ...SHOWN]);
});

describe('a site', () => {
  const site = join(folder, 'site');
  beforeAll(async () => {
    expect((await runLectern(['build', COURSE, '-o', site])).code).toBe(0);
  }, 120_000);

  it('has none of it in any of its files that come from the course', () => {
    const own = filesOf(site).filter(
      (file) => !isOfTheShell(relative(site, file)) && !/release\.json$/.test(file)
    );
    expect(found(SHOWN, own)).toEqual(SHOWN);
    expect(found(SECRETS, own)).toEqual([]);
  });
});

describe('a converted lesson', () => {
  it.each([
    ['student', ['--edition', 'student'], 'ipynb', SHOWN],
    // On paper there are no checks.
    ['print', ['--edition', 'print'], 'html', SHOWN.slice(2)]
  ])(
    '%s',
    async (name, options, extension, shown) => {
      const file = join(folder, `${name}.${extension}`);
      const ran = await runLectern(['convert', LESSON, ...options, '-o', file]);
      expect(ran).toMatchObject({ code: 0 });
      expect(found(shown, [file])).toEqual(shown);
      expect(found(SECRETS, [file])).toEqual([]);
    },
    120_000
  );
});
