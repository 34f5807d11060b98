/** What was handed in, read and told apart: whose it is, of which lesson, and which of several counts. */

import { sha256 } from '@lectern/lesson';
import {
  identifyLesson,
  parseSubmission,
  type Unreadable,
  type Work,
  type WorkReader
} from '@lectern/notebook';
import { findFiles, type HandedIn } from './find-files.js';
import { isArchive, isMistaken, isNotebook } from './file-kinds.js';
import { copyNumber } from './origin.js';

export interface Submission {
  student: Student;
  file: string;
  late: boolean;
  found: Found | Unreadable;
  /** The file of the same student and lesson that counts in its place. */
  supersededBy: string | null;
  /** On the submission as a whole: sentences. */
  notes: string[];
  /** What the learning platform wants the names of returned files to begin with. */
  prefix: string | null;
}

export interface Student {
  /** Tells students apart; the same for all that one has handed in. */
  key: string;
  name: string;
  /** The learning platform's. */
  id: string | null;
}

export interface Found {
  reader: WorkReader;
  /** As the notebook says it. */
  version: string | null;
  work: Work;
}

/** Sorted by student and file. @throws {CommandError} where something that was named is not there. */
export async function collectSubmissions(
  paths: readonly string[],
  readers: readonly WorkReader[]
): Promise<Submission[]> {
  const read: Read[] = [];
  // One at a time: of each notebook only the answers stay.
  for await (const handedIn of findFiles(paths)) read.push(readOne(handedIn, readers));
  const identities = studentsOf(read);
  const submissions = withoutStrayFiles(read, identities);
  supersede(submissions);
  return submissions
    .map(({ submission }) => submission)
    .sort((a, b) => compare(a.student, b.student) || (a.file < b.file ? -1 : 1));
}

type Read = Omit<HandedIn, 'content'> & { found: Found | Unreadable; notes: string[] };

function readOne(handedIn: HandedIn, readers: readonly WorkReader[]): Read {
  const { content, ...rest } = handedIn;
  if (typeof content !== 'string') return { ...rest, found: content, notes: [] };
  const notebook = parseSubmission(content);
  const identified = 'reason' in notebook ? notebook : identifyLesson(notebook, readers);
  if ('reason' in identified || 'reason' in notebook) {
    return { ...rest, found: identified as Unreadable, notes: [] };
  }
  const { reader, version, isGuess } = identified;
  const notes: string[] = [];
  if (isGuess) notes.push('The notebook does not say its lesson, which was told by its cells.');
  if (version !== null && version !== reader.lesson.version) {
    notes.push(`From version ${printed(version)}; graded by version ${reader.lesson.version}.`);
  }
  return { ...rest, found: { reader, version, work: reader.read(notebook.cells) }, notes };
}

/** What a notebook says of itself may be anything. */
function printed(version: string): string {
  return version.length <= 40 ? version : `${version.slice(0, 40)}…`;
}

/**
 * Canvas numbers a student once and for all; Moodle for each assignment anew, so there the name counts, unless two
 * have the same.
 */
function studentsOf(read: readonly Read[]): (one: Read) => Student {
  const numbers = new Map<string, Set<string | null>>();
  const place = ({ given, origin }: Read): string => JSON.stringify([given, origin.name]);
  for (const one of read) {
    const known = numbers.get(place(one)) ?? new Set();
    numbers.set(place(one), known.add(one.origin.id));
  }
  return (one) => {
    const { name, id, system } = one.origin;
    if (system === 'canvas') return { key: `canvas ${id}`, name, id };
    const isShared = system === 'moodle' && (numbers.get(place(one))?.size ?? 0) > 1;
    const full = isShared ? `${name} ${id}` : name;
    return { key: full.normalize('NFC'), name: full, id };
  };
}

interface Placed {
  submission: Submission;
  /** Of several, the highest counts. */
  rank: [upload: number, copy: number];
}

/** Files that are no notebooks matter only where a student has handed in nothing else. */
function withoutStrayFiles(read: readonly Read[], studentOf: (one: Read) => Student): Placed[] {
  const isStray = ({ file, isNamed }: Read): boolean =>
    !isNotebook(file) && !isArchive(file) && !isNamed;
  const withNotebook = new Set(
    read.filter((one) => !isStray(one)).map((one) => studentOf(one).key)
  );
  const told = new Set<string>();
  return read.flatMap((one): Placed[] => {
    const { file, origin, found, notes } = one;
    const student = studentOf(one);
    if (isStray(one)) {
      const matters = origin.system !== null || isMistaken(file);
      if (!matters || withNotebook.has(student.key) || told.has(student.key)) return [];
      told.add(student.key);
    }
    const { late, prefix, upload } = origin;
    const submission = { student, file, late, found, supersededBy: null, notes, prefix };
    return [{ submission, rank: [upload, copyNumber(file)] }];
  });
}

/** Of one student's notebooks of one lesson the newest counts: by the platform's number, by `-1`, `-2`, by name. */
function supersede(placed: readonly Placed[]): void {
  const groups = new Map<string, Placed[]>();
  for (const one of placed) {
    const { found, student } = one.submission;
    if ('reason' in found) continue;
    const key = JSON.stringify([student.key, found.reader.lesson.id]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const group of groups.values()) {
    const sorted = group.toSorted(
      ({ rank: a, submission: one }, { rank: b, submission: other }) =>
        a[1] - b[1] || a[0] - b[0] || (one.file < other.file ? -1 : 1)
    );
    const newest = sorted.pop()?.submission;
    if (newest === undefined || sorted.length === 0) continue;
    for (const { submission } of sorted) submission.supersededBy = newest.file;
    const files = sorted.map(({ submission }) => submission.file).join(', ');
    const same = sorted.every(({ submission }) => fingerprint(submission) === fingerprint(newest));
    newest.notes.push(
      same
        ? `Handed in more than once, always the same: ${files}.`
        : `The newest of ${sorted.length + 1}; not counted: ${files}.`
    );
  }
}

function fingerprint({ found }: Submission): string {
  if ('reason' in found) return '';
  const { answers, responses } = found.work;
  return sha256(JSON.stringify([[...answers], [...responses]]));
}

/** By code unit, so that no machine's language changes the order. */
function compare(a: Student, b: Student): number {
  const [left, right] = [JSON.stringify([a.name, a.key]), JSON.stringify([b.name, b.key])];
  return left < right ? -1 : left > right ? 1 : 0;
}
