// @ts-check
/**
 * The course's bibliography, `notebooks/bibliography.md`: a line for each work that a lesson cites, with where to find
 * it, which is written by hand, and the lessons that cite it.
 */

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** As lessons write it: surnames, year, "title". */
const NAME = String.raw`[A-Z][\p{L}'’-]+`;
const CITATION = new RegExp(
  String.raw`((?:(?:${NAME}, )*${NAME} (?:&|and) )?${NAME}(?: et al\.)?) (\d{4}[a-z]?)(?:, | \()"([^"]+)"`,
  'gu'
);
const ENTRY = /^- (?<work>.+? \d{4}[a-z]?, "[^"]+")\. (?<found>.*?) \(cited in .*\)$/;

const HEAD = `# Bibliography

What the lessons cite, by author. Where to find a work is written by hand; \`UPDATE=1 npx vitest run scripts/course\` keeps the rest.

`;

/**
 * @param {string} course folder
 * @returns {Map<string, string[]>} the lessons that cite a work, by the work as they write it
 */
export function citations(course) {
  const found = new Map();
  const lessons = readdirSync(course).filter((name) => existsSync(join(course, name, 'lesson.md')));
  for (const lesson of lessons.sort()) {
    const text = readFileSync(join(course, lesson, 'lesson.md'), 'utf8').replace(/\s+/g, ' ');
    for (const [, authors, year, title] of text.matchAll(CITATION)) {
      const work = `${authors} ${year}, "${title.replace(/[,.]$/, '')}"`;
      const cited = found.get(work) ?? [];
      if (!cited.includes(lesson)) found.set(work, [...cited, lesson]);
    }
  }
  return found;
}

/**
 * The page as it should be.
 * @param {string} course folder
 * @param {string} page as it is
 */
export function bibliography(course, page) {
  const places = new Map(
    page.split('\n').flatMap((line) => {
      const { work, found } = ENTRY.exec(line)?.groups ?? {};
      return work === undefined ? [] : [[work, found]];
    })
  );
  const lines = [...citations(course)]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([work, lessons]) => {
      const links = lessons.map((lesson) => `[${lesson}](${lesson}/lesson.md)`).join(', ');
      return `- ${work}. ${places.get(work) ?? 'TODO'} (cited in ${links})`;
    });
  return `${HEAD}${lines.join('\n')}\n`;
}
