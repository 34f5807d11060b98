/** Gives each quiz its id: the one that was written, or one made from what the quiz asks. */

import type { DraftBlock, DraftQuiz } from '../draft.js';
import type { Challenge, QuizBlock } from '../lesson.js';
import { parseWhole, plainText } from '../markdown.js';
import type { Problems } from '../problems.js';
import { SLUG, slugify } from '../slug.js';

/** Long enough to tell questions apart, short enough to be read. */
const LONGEST_MADE = 40;

export function nameQuizzes(
  drafts: DraftBlock[],
  challenges: readonly Challenge[],
  problems: Problems
): ReadonlyMap<DraftQuiz, string> {
  const quizzes = findQuizzes(drafts);
  const taken = new Set(challenges.map(({ id }) => id));
  const ids = new Map<DraftQuiz, string>();
  // What an author wrote comes before what is made, wherever it stands.
  for (const draft of quizzes) {
    if (draft.writtenId !== null)
      ids.set(draft, nameWritten(draft, draft.writtenId, taken, problems));
  }
  for (const draft of quizzes) {
    if (draft.writtenId !== null) continue;
    const id = free(idFromText(draft.quiz), taken);
    ids.set(draft, id);
    problems.report(
      'quiz/missing-id',
      draft.opening,
      `The quiz has no \`id\`; \`${id}\` is used.`,
      `Write \`{id=${id}}\`, so that learners' answers stay with it when its question changes.`
    );
  }
  return ids;
}

function nameWritten(
  { opening }: DraftQuiz,
  written: string,
  taken: Set<string>,
  problems: Problems
): string {
  const valid = SLUG.test(written);
  const id = free(valid ? written : (slugify(written) ?? 'quiz'), taken);
  if (!valid) {
    problems.report(
      'quiz/invalid-id',
      opening,
      `\`${written}\` cannot be an id; \`${id}\` is used.`,
      'Use lower-case letters, digits and hyphens, beginning with a letter or digit.'
    );
  } else if (id !== written) {
    problems.report(
      'quiz/duplicate-id',
      opening,
      `Another quiz or challenge of this lesson has the id \`${written}\`; \`${id}\` is used for this one.`,
      'Give each quiz and challenge an id of its own.'
    );
  }
  return id;
}

/** Takes `wanted`, or the first of its numbered forms that nobody has taken. */
export function free(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}

/** Readable, and not yet unique. */
export function idFromText({ title, question }: Pick<QuizBlock, 'title' | 'question'>): string {
  const beginning = (title ?? question).split('\n').slice(0, 20).join('\n');
  const slugs = parseWhole(beginning).children.map((node) => slugify(plainText(node)));
  const words = (slugs.find((found) => found !== null) ?? 'quiz').split('-');
  let slug = words[0]?.slice(0, LONGEST_MADE) ?? 'quiz';
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > LONGEST_MADE) break;
    slug += `-${word}`;
  }
  return slug;
}

function findQuizzes(drafts: DraftBlock[]): DraftQuiz[] {
  return drafts.flatMap((draft) => {
    if (draft.kind === 'draft-quiz') return [draft];
    return draft.kind === 'draft-directive' ? findQuizzes(draft.children) : [];
  });
}
