/** Whether the answers that lie beside a lesson are to challenges that it has. */

import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Diagnostic, Lesson, Range } from '@lectern/lesson';
import { checkDiagnostic } from './rules.js';

/** A folder has no place in the text. */
const START: Range = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 }
};

export async function checkAnswers({ challenges }: Lesson, file: string): Promise<Diagnostic[]> {
  if (basename(file) !== 'lesson.md') return [];
  const ids = challenges.map(({ id }) => id);
  const diagnostics: Diagnostic[] = [];
  for (const kind of ['accepted', 'rejected']) {
    for (const id of await foldersIn(join(dirname(file), kind))) {
      if (ids.includes(id)) continue;
      diagnostics.push(
        checkDiagnostic(
          'challenge/unknown-answers',
          START,
          `The answers in \`${kind}/${id}\` are to no challenge of this lesson.`,
          ids.length === 0 ? 'Remove the folder.' : `Name the folder as one of: ${ids.join(', ')}.`
        )
      );
    }
  }
  return diagnostics;
}

async function foldersIn(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch {
    return [];
  }
}
