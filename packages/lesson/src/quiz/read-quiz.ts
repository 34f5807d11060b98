/** A `quiz` directive to a quiz: its question, its options, and what is wrong with them. */

import type { BodyNode, DirectiveNode } from '../directives.js';
import type { DraftQuiz } from '../draft.js';
import type { QuizAnswer, QuizType, Range } from '../lesson.js';
import type { MarkdownBlock } from '../markdown.js';
import type { Problems } from '../problems.js';
import type { References } from '../references.js';
import { sha256 } from '../sha256.js';
import type { SourceText } from '../source-text.js';
import { readAttributes } from './attributes.js';
import { readNumberMatch, readTextMatch } from './match.js';
import { isOptionList, readOptions, type Option } from './options.js';

export function readQuiz(
  node: DirectiveNode,
  source: SourceText,
  references: References,
  problems: Problems
): DraftQuiz {
  const opening = source.lineRange(node.first);
  const attributes = readAttributes(node.opening, opening, problems);
  reportNested(node, source, problems);
  const blocks = node.children.filter((child) => child.kind === 'block');
  const listAt = blocks.findLastIndex(({ node: block }) => isOptionList(block));
  const list = blocks[listAt];
  const before = list === undefined ? blocks : blocks.slice(0, listAt);
  const after = list === undefined ? [] : blocks.slice(listAt + 1);
  const markdown = (part: MarkdownBlock[], first: number, last: number): string => {
    const text = textWithout(node.children, first, last, source);
    return (
      text +
      references.missingIn(
        text,
        part.map((block) => block.node)
      )
    );
  };

  const question = markdown(before, node.contentFirst, (list?.first ?? node.contentLast + 1) - 1);
  const closing = list === undefined ? '' : markdown(after, list.last + 1, node.contentLast);
  const options =
    list === undefined
      ? []
      : readOptions(list, source, (text, nodes) => references.missingIn(text, nodes));
  const type = settleType(attributes.type, options, opening, problems);
  const answers = readAnswers(options, type, source, problems);
  const { title } = node.opening;

  if (question === '' && title === null) {
    problems.report(
      'quiz/no-question',
      opening,
      'The quiz asks nothing.',
      'Write the question before the options.'
    );
  }
  if (list === undefined) reportNoOptions(blocks, type, opening, source, problems);
  else reportMarks(options, type, opening, problems);
  reportStrayFeedback(after, source, problems);
  if (attributes.partial && type !== 'multiple') {
    problems.report(
      'quiz/partial-ignored',
      opening,
      `\`partial\` has no effect on a \`${type}\` quiz.`,
      'Remove it; only a `multiple` quiz can be partly right.'
    );
  }
  return {
    kind: 'draft-quiz',
    quiz: {
      kind: 'quiz',
      title,
      type,
      question,
      answers,
      closing,
      partial: attributes.partial && type === 'multiple',
      points: 1,
      graded: answers.some(({ correct, match }) => correct && (match !== null || !isTyped(type))),
      extra: attributes.extra,
      range: source.lineRange(node.first, node.last)
    },
    writtenId: attributes.id,
    opening
  };
}

function isTyped(type: QuizType): boolean {
  return type === 'numeric' || type === 'text';
}

/** The lines without those of directives, which have a place of their own. */
function textWithout(
  children: BodyNode[],
  first: number,
  last: number,
  source: SourceText
): string {
  const pieces: string[] = [];
  let from = first;
  const take = (to: number): void => {
    const extent = source.trim(from, Math.min(to, last));
    if (extent !== null) pieces.push(source.linesText(...extent));
  };
  for (const child of children) {
    if (child.kind === 'block' || child.first < first || child.first > last) continue;
    take(child.first - 1);
    from = child.last + 1;
  }
  take(last);
  return pieces.join('\n\n');
}

function settleType(
  written: QuizType | null,
  options: Option[],
  opening: Range,
  problems: Problems
): QuizType {
  const right = options.filter(({ correct }) => correct).length;
  if (written === null) return right === 1 ? 'single' : 'multiple';
  if (written !== 'single' || right < 2) return written;
  problems.report(
    'quiz/several-right',
    opening,
    `The quiz is \`single\`, but ${right} options are marked right; it is shown as \`multiple\`.`,
    'Mark one option, or write `type=multiple`.'
  );
  return 'multiple';
}

function readAnswers(
  options: Option[],
  type: QuizType,
  source: SourceText,
  problems: Problems
): QuizAnswer[] {
  const keys = new Map<string, number>();
  return options.map((option) => {
    const { text, correct, feedback } = option;
    const range = source.lineRange(option.first, option.last);
    const hash = sha256(text).slice(0, 8);
    const occurrence = (keys.get(hash) ?? 0) + 1;
    keys.set(hash, occurrence);
    if (occurrence > 1) {
      problems.report(
        'quiz/duplicate-option',
        range,
        'This option stands in the quiz already.',
        'Change or remove one of the two.'
      );
    }
    const key = occurrence === 1 ? hash : `${hash}-${occurrence}`;
    if (!isTyped(type)) return { key, text, correct, feedback, match: null };
    const read = type === 'numeric' ? readNumberMatch(text) : readTextMatch(text);
    if ('match' in read) return { key, text, correct, feedback, match: read.match };
    problems.report(read.problem.rule, range, read.problem.message, read.problem.remedy);
    return { key, text, correct, feedback, match: null };
  });
}

function reportMarks(options: Option[], type: QuizType, opening: Range, problems: Problems): void {
  const right = options.filter(({ correct }) => correct).length;
  if (right === 0) {
    problems.report(
      'quiz/no-right-answer',
      opening,
      isTyped(type)
        ? 'No answer is marked right, so the quiz is shown ungraded.'
        : 'No option is marked right, so the quiz is shown ungraded.',
      'Write `[x]` instead of `[ ]` before what is right.'
    );
  } else if (type === 'numeric' && right > 1) {
    problems.report(
      'quiz/several-numbers',
      opening,
      `A \`numeric\` quiz takes one right number, and this one has ${right}; each of them is accepted.`,
      'Keep one, with a tolerance that covers what is right.'
    );
  }
}

function reportNoOptions(
  blocks: MarkdownBlock[],
  type: QuizType,
  opening: Range,
  source: SourceText,
  problems: Problems
): void {
  const mixed = blocks.findLast(
    ({ node }) => node.type === 'list' && node.children.some(({ checked }) => checked != null)
  );
  const range = mixed === undefined ? opening : source.lineRange(mixed.first, mixed.last);
  problems.report(
    'quiz/no-options',
    range,
    mixed === undefined
      ? 'The quiz has no list whose items start with a checkbox, so there is nothing to answer.'
      : 'Some items of this list have no checkbox, so it is not read as the options.',
    isTyped(type)
      ? 'Write the answer as `- [x] answer`.'
      : 'Begin every option with `- [ ] ` or, if it is right, `- [x] `.'
  );
}

function reportStrayFeedback(after: MarkdownBlock[], source: SourceText, problems: Problems): void {
  const quotation = after.find(({ node }) => node.type === 'blockquote');
  if (quotation === undefined) return;
  problems.report(
    'quiz/stray-feedback',
    source.lineRange(quotation.first, quotation.last),
    'This quotation belongs to no option, so everybody sees it.',
    'If it is feedback, indent it by two spaces under its option.'
  );
}

function reportNested(node: DirectiveNode, source: SourceText, problems: Problems): void {
  for (const child of node.children) {
    if (child.kind !== 'directive') continue;
    problems.report(
      'quiz/nested-directive',
      source.lineRange(child.first),
      `A \`:::${child.opening.name}\` cannot be part of a quiz; it is shown after it.`,
      'Put it before or after the quiz.'
    );
  }
}
