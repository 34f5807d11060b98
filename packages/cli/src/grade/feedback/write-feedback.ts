/** A folder with a feedback page for each student, written whole or not at all. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assertReplaceable, replaceFolder, type FolderKind } from '../../site/replace-folder.js';
import type { Results, SubmissionResult } from '../results.js';
import { feedbackPage } from './page.js';

const KIND: FolderKind = { marker: '.lectern-feedback.json', name: 'folder of feedback' };

/** @throws {SiteError} where the folder holds something else. */
export function assertFeedbackFolder(folder: string): Promise<void> {
  return assertReplaceable(folder, KIND);
}

export async function writeFeedback(folder: string, results: Results): Promise<number> {
  const students = new Map<string, SubmissionResult[]>();
  for (const submission of results.submissions) {
    const { key } = submission.student;
    students.set(key, [...(students.get(key) ?? []), submission]);
  }
  const names = new Set<string>();
  await replaceFolder(
    folder,
    async (fresh) => {
      for (const submissions of students.values()) {
        const name = fileName(submissions, names);
        await writeFile(join(fresh, name), feedbackPage(results, submissions));
      }
      await writeFile(join(fresh, KIND.marker), '{"format":1}\n');
    },
    KIND
  );
  return students.size;
}

const LONGEST = 120;

/** As the learning platform wants it back, where one is known; never twice the same, on any file system. */
function fileName(submissions: readonly SubmissionResult[], taken: Set<string>): string {
  const [first] = submissions;
  const prefix = submissions.find((one) => one.prefix !== null)?.prefix ?? null;
  const wanted = safe(prefix === null ? (first?.student.name ?? 'student') : `${prefix}feedback`);
  for (let number = 1; ; number++) {
    const name = `${wanted}${number === 1 ? '' : `-${number}`}.html`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

/** Names come out of archives that anybody may have made. */
function safe(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, LONGEST);
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(plain);
  return plain === '' || isDevice ? `student ${plain}`.trim() : plain;
}
