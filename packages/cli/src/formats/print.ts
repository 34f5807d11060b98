/** The lesson on paper: one HTML file that holds its pictures. */

import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import mime from 'mime';
import { showsExpectedOutput } from '@lectern/grader';
import type { Diagnostic, Lesson } from '@lectern/lesson';
import { lessonPictures, printLesson } from '@lectern/notebook/print';
import { checkDiagnostic } from '../check/rules.js';
import type { Format } from './format.js';
import { prepared } from '../prepare/prepared.js';

export const print: Format = {
  extension: '.html',
  async write({ lesson, path, text, solutions }) {
    const { grading, diagnostics } = await prepared(lesson);
    const { pictures, missing } = await readPictures(lesson, dirname(path));
    const html = printLesson(lesson, {
      pictures,
      solutions,
      showExpectedOutput: (id) => showsExpectedOutput(grading.get(id))
    });
    return {
      text: html,
      diagnostics: [...diagnostics, ...missing.map((name) => lacks(name, text))]
    };
  }
};

/** Pictures beside the lesson, as `data:` addresses. Nothing is fetched. */
async function readPictures(
  lesson: Lesson,
  folder: string
): Promise<{ pictures: Map<string, string>; missing: string[] }> {
  const pictures = new Map<string, string>();
  const missing: string[] = [];
  for (const address of lessonPictures(lesson)) {
    const embedded = /^data:image\//i.test(address) ? address : await embed(address, folder);
    if (embedded === null) missing.push(address);
    else pictures.set(address, embedded);
  }
  return { pictures, missing };
}

async function embed(address: string, folder: string): Promise<string | null> {
  const type = mime.getType(address) ?? '';
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address) || !type.startsWith('image/')) return null;
  try {
    const file = resolve(folder, decodeURIComponent(address.replace(/[?#].*$/s, '')));
    return `data:${type};base64,${(await readFile(file)).toString('base64')}`;
  } catch {
    return null;
  }
}

function lacks(address: string, text: string): Diagnostic {
  const offset = Math.max(0, text.indexOf(address));
  const before = text.slice(0, offset).split('\n');
  const point = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
  const { length } = address;
  return checkDiagnostic(
    'print/missing-picture',
    { start: point, end: { ...point, column: point.column + length, offset: offset + length } },
    `The picture ${address} is not a file beside the lesson, so the page names it in words.`,
    'Put the file beside the lesson.'
  );
}
