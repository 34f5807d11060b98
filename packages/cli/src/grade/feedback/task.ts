/** One challenge or one question on a feedback page. */

import type { CheckResult } from '@lectern/grader';
import {
  h,
  highlighted,
  MarkdownPrinter,
  type Element,
  type ElementContent
} from '@lectern/notebook/print';
import type { AnsweredQuiz, ChallengeResult, LessonFacts } from '../results.js';
import { QUIZ_WORDS, STATUS_WORDS } from './words.js';

/** More of an answer, or of what it printed, helps nobody. */
const LONGEST_SHOWN = 60_000;

export function challengeSection(result: ChallengeResult, facts: LessonFacts): Element {
  const { challenge, status, checks, notes, source, counts } = result;
  const known = facts.challenges.find(({ id }) => id === challenge);
  const { text, mood } = STATUS_WORDS[status];
  const shown = checks.filter((check) => check.withheld !== true);
  const common = commonFinding(shown);
  return h(
    'section',
    { className: ['task'], id: anchor(facts.id, challenge) },
    head(challengeTitle(challenge, facts), counts ? result : null),
    h('p', { className: ['status', mood] }, text),
    status === 'ungraded' && known?.ungraded != null ? h('p', {}, known.ungraded) : null,
    status === 'not-attempted' ? h('p', {}, 'The answer is as it was handed out.') : null,
    common === null ? null : finding(common),
    shown.length > 0
      ? h(
          'ul',
          { className: ['checks'] },
          shown.map((check) => checkItem(check, common === null))
        )
      : null,
    withheldLine(checks.filter((check) => check.withheld === true)),
    noteList(notes),
    source === null || status === 'not-attempted'
      ? null
      : answer(source, new Set(shown.flatMap(({ line }) => line ?? [])), status === 'passed')
  );
}

export function head(
  title: string,
  score: { score: number; points: number } | null,
  level = 'h3'
): Element {
  return h('div', { className: ['head'] }, h(level, {}, title), score && pointsOf(score));
}

export function pointsOf({ score, points }: { score: number; points: number }): Element {
  const short = (value: number): string => String(Number(value.toFixed(2)));
  return h(
    'span',
    { className: ['points'] },
    h('strong', {}, short(score)),
    ` of ${short(points)} ${points === 1 ? 'point' : 'points'}`
  );
}

export function noteList(notes: readonly string[]): Element | null {
  if (notes.length === 0) return null;
  return h(
    'ul',
    { className: ['notes'] },
    notes.map((note) => h('li', {}, note))
  );
}

/** What a whole program met, such as an error before anything could be checked, is said once. */
function commonFinding(checks: readonly CheckResult[]): CheckResult | null {
  const [first, ...rest] = checks;
  if (first === undefined || rest.length === 0 || first.status === 'passed') return null;
  const isSame = ({ status, message, actual }: CheckResult): boolean =>
    status === first.status && message === first.message && actual === first.actual;
  return rest.every(isSame) ? first : null;
}

/** Where a task stands on the page. Ids of lessons, challenges and quizzes hold nothing that needs escaping. */
export function anchor(lesson: string, task: string): string {
  return `${lesson}.${task}`;
}

function checkItem(check: CheckResult, withFinding: boolean): Element {
  const { status, text } = check;
  const words = STATUS_WORDS[status];
  return h(
    'li',
    {},
    h('span', { className: ['mark', words.mood], ariaHidden: 'true' }, words.mark),
    h('div', { className: ['asked'] }, text, hidden(` ${words.text}.`)),
    status === 'passed' || !withFinding ? null : finding(check)
  );
}

function finding(check: CheckResult): Element {
  const { message, explanation } = check;
  return h(
    'div',
    {},
    h('p', { className: ['said'] }, message),
    explanation === undefined ? null : h('p', { className: ['hint'] }, explanation),
    sides(check)
  );
}

/** Said to those who do not see the mark. */
function hidden(text: string): Element {
  return h('span', { className: ['unseen'] }, text);
}

function sides({ status, expected, actual }: CheckResult): Element | null {
  const side = (title: string, value: string | undefined): Element | null =>
    value === undefined
      ? null
      : h(
          'div',
          {},
          h('h4', {}, title),
          h('pre', { tabIndex: 0 }, value === '' ? '(nothing)' : cut(value).trimEnd())
        );
  const own = status === 'error' ? 'What Python said' : 'What your code gave';
  const children = [side('Expected', expected), side(own, actual)].filter((one) => one !== null);
  return children.length === 0 ? null : h('div', { className: ['sides'] }, children);
}

/** Neither which there are nor what they found: only how many hold. */
function withheldLine(checks: readonly CheckResult[]): Element | null {
  if (checks.length === 0) return null;
  const passed = checks.filter(({ status }) => status === 'passed').length;
  const noun = checks.length === 1 ? 'withheld check' : 'withheld checks';
  return h('p', { className: ['withheld'] }, `${passed} of ${checks.length} ${noun} passed.`);
}

/** `told`: the lines that a check is about. Where all is well, it need not take the reader's room. */
function answer(source: string, told: ReadonlySet<number>, isFolded: boolean): Element {
  const lines: ElementContent[][] = [[]];
  for (const node of highlighted(cut(source.trimEnd()))) {
    if (node.type === 'text' && node.value === '\n') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  const code = h(
    'pre',
    { className: ['answer'] },
    h(
      'code',
      {},
      lines.map((line, index) =>
        h('span', { className: told.has(index + 1) ? ['line', 'told'] : ['line'] }, line, '\n')
      )
    )
  );
  return h('details', { open: !isFolded }, h('summary', {}, 'Your answer'), code);
}

function cut(text: string): string {
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}\n… (cut)`;
}

export function challengeTitle(challenge: string, { challenges }: LessonFacts): string {
  return challenges.find(({ id }) => id === challenge)?.title ?? challenge;
}

/** Without a title of its own, a question has its number. */
export function quizTitle(quiz: string, { quizzes }: LessonFacts): string {
  const index = quizzes.findIndex(({ id }) => id === quiz);
  return quizzes[index]?.title ?? `Question ${index + 1}`;
}

export function quizSection(result: AnsweredQuiz, facts: LessonFacts): Element {
  const known = facts.quizzes.find(({ id }) => id === result.quiz);
  const printer = new MarkdownPrinter(new Map());
  const { text, mood } = QUIZ_WORDS[result.status];
  const feedback = result.choices.flatMap(({ feedback: said }) => said ?? []);
  return h(
    'section',
    { className: ['task', 'quiz'], id: anchor(facts.id, result.quiz) },
    head(quizTitle(result.quiz, facts), result.status === 'ungraded' ? null : result),
    h('div', { className: ['question'] }, printer.print(known?.question ?? '')),
    h('p', { className: ['status', mood] }, text),
    result.given.length === 0
      ? null
      : h(
          'div',
          {},
          h('h4', {}, 'You answered'),
          h(
            'ul',
            { className: ['choices'] },
            // What was typed is the learner's, and not Markdown.
            result.given.map((one) => h('li', {}, result.isTyped ? cut(one) : printer.inline(one)))
          )
        ),
    result.status === 'passed' || result.given.length === 0
      ? null
      : h('p', { className: ['said'] }, result.message),
    feedback.length === 0
      ? null
      : h(
          'div',
          { className: ['hint'] },
          feedback.flatMap((one) => printer.print(one))
        ),
    noteList(result.notes)
  );
}
