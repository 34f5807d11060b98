/** Finds questions: under headings such as “Quick Quiz” and “Practice”, and anywhere with choices below them. */

import type { List, ListItem } from 'mdast';
import { plainText } from '../../markdown.js';
import { applyEdits, joinBlocks, type Draft, type Edit } from '../draft.js';
import { questionSection, type QuestionSection } from '../section-names.js';
import { readMark } from '../text/items.js';
import { wordCount } from '../words.js';
import { itemLines, type Body } from './body.js';
import { isQuestion, isTask, readQuestion, splitQuestions } from './questions.js';
import { questionLines, type Answer, type Question } from './quiz-lines.js';

export function withQuestions(draft: Draft, body: Body): Draft {
  return applyEdits(draft, new QuestionFinder(body).edits());
}

type Item = Body['items'][number];
type BlockItem = Extract<Item, { kind: 'block' }>;

const LABEL =
  /^(?:\*\*)?((?:quick )?quiz|(?:practice )?question|exercise|check your understanding|think about it)(\s*\d+)?\s*[:.](?:\*\*)?\s+(?=\S)/i;
const ANSWER =
  /^(?:\*\*)?(?:the )?(?:correct )?answer(?:\*\*)?\s*(?::|is|=)(?:\*\*)?\s*\(?([A-Ha-h])\b[).:]?.*$/i;

class QuestionFinder {
  readonly #edits: Edit[] = [];
  readonly #ids = new Set<string>();
  #section: { kind: QuestionSection; depth: number } | null = null;

  constructor(private readonly body: Body) {
    for (const item of body.items) {
      const id = item.kind === 'open' ? item.opening.attributes['id'] : undefined;
      if (id !== undefined) this.#ids.add(id);
    }
  }

  edits(): Edit[] {
    const { items } = this.body;
    for (let index = 0; index < items.length;) index += this.#item(items, index);
    return this.#edits;
  }

  /** How many items it dealt with. */
  #item(items: readonly Item[], index: number): number {
    const item = items[index];
    if (item?.kind !== 'block' || item.inDirective) return 1;
    if (item.node.type === 'heading') this.#enter(plainText(item.node), item.node.depth);
    if (item.node.type === 'paragraph')
      return this.#paragraph(item, items.slice(index + 1, index + 3));
    if (item.node.type === 'list') return this.#list(item, item.node, items[index + 1]);
    return 1;
  }

  #enter(heading: string, depth: number): void {
    const kind = questionSection(heading);
    if (kind !== null) this.#section = { kind, depth };
    else if (this.#section !== null && depth <= this.#section.depth) this.#section = null;
  }

  #lines(item: BlockItem): string[] {
    return itemLines(this.body.source, item);
  }

  #paragraph(item: BlockItem, [next, afterNext]: readonly Item[]): number {
    const { lines, choices: own } = withOwnChoices(this.#lines(item));
    const label = LABEL.exec(lines.join('\n'));
    const text = lines.join('\n').slice(label?.[0].length ?? 0);
    const title = label === null ? null : `${label[1] ?? ''}${label[2] ?? ''}`;
    const section = this.#section?.kind ?? (label === null ? null : labelSection(label[1] ?? ''));
    const questions = splitQuestions(text) ?? (isTask(text) ? [text] : null);
    if (questions === null) return 1;

    const list =
      own.length === 0 && next?.kind === 'block' && next.node.type === 'list' ? next : null;
    const below = list === null ? [] : this.#choices(list.node as List, section);
    const choices = own.length > 0 ? own : below;
    if (choices.length === 0 && section === null) return 1;
    const last = below.length > 0 && list !== null ? list : item;
    const answer = choices.length === 0 ? null : this.#answer(last === item ? next : afterNext);
    this.#write(
      item.first,
      answer?.last ?? last.last,
      questions.map((question, index) => {
        const isLast = index === questions.length - 1;
        return {
          lines: question.split('\n'),
          title: index === 0 ? title : null,
          reading: readQuestion(question, isLast ? choices : [], section ?? 'quiz'),
          answer: isLast ? marked(answer, choices) : null
        };
      })
    );
    return 1 + (last === item ? 0 : 1) + (answer === null ? 0 : 1);
  }

  /** Every item is a question; outside a part for them, each has choices. */
  #list(item: BlockItem, list: List, next: Item | undefined): number {
    const section = this.#section?.kind ?? null;
    const found = list.children.map((child) => this.#question(item, child, section));
    const isEach = found.every(
      ({ text, choices }) =>
        (isQuestion(text) || (section !== null && isTask(text))) &&
        (section !== null || choices.length > 0)
    );
    if (!isEach || (section === null && list.ordered !== true)) return 1;
    const lastChoices = found.at(-1)?.choices ?? [];
    const answer = lastChoices.length === 0 ? null : this.#answer(next);
    this.#write(
      item.first,
      answer?.last ?? item.last,
      found.map(({ lines, text, choices }, index) => ({
        lines,
        title: list.ordered === true ? String((list.start ?? 1) + index) : null,
        reading: readQuestion(text, choices, section ?? 'quiz'),
        answer: index === found.length - 1 ? marked(answer, choices) : null
      }))
    );
    return answer === null ? 1 : 2;
  }

  /** An item of a list as a question: the list at its end holds the choices. */
  #question(
    item: BlockItem,
    child: ListItem,
    section: QuestionSection | null
  ): { lines: string[]; text: string; choices: string[] } {
    const shift = item.first - (item.node.position?.start.line ?? 1);
    const lines = this.body.source.lines.slice(
      (child.position?.start.line ?? 1) + shift - 1,
      (child.position?.end.line ?? 1) + shift
    );
    const content = withoutMarker(lines);
    const nested = child.children.at(-1);
    const choices = nested?.type === 'list' ? this.#choices(nested, section) : [];
    const start = child.position?.start.line ?? 1;
    const end =
      choices.length > 0 ? (nested?.position?.start.line ?? start) - start : content.length;
    const [first] = child.children;
    const text = first?.type === 'paragraph' ? plainText(first) : '';
    return { lines: trimEnd(content.slice(0, end)), text, choices };
  }

  /** The choices that a list holds; none when it is some other list. */
  #choices(list: List, section: QuestionSection | null): string[] {
    const isEmptyTask = list.children.every(({ checked }) => checked === false);
    const texts = list.children.map((child) => this.#oneLine(child));
    if (texts.length < 2 || texts.includes(null)) return [];
    const written = texts.filter((text) => text !== null);
    const marks = written.map(readMark);
    if (marks.every((mark, index) => mark?.kind === 'letter' && mark.value === index + 1)) {
      return marks.map((mark) => mark?.rest ?? '');
    }
    const areShort = written.every((text) => wordCount(text) <= 15 && !text.endsWith('?'));
    const mayBe = isEmptyTask || (section === 'quiz' && written.length <= 8 && areShort);
    return mayBe ? written.map((text) => text.replace(/^\[ \] /, '')) : [];
  }

  /** The Markdown of an item that is one line; `null` for one that is more. */
  #oneLine(child: ListItem): string | null {
    const [only] = child.children;
    const { start, end } = child.position ?? {};
    if (child.children.length !== 1 || only?.type !== 'paragraph') return null;
    if (start === undefined || end === undefined || start.line !== end.line) return null;
    const item = this.body.items.find(
      (candidate) =>
        candidate.kind === 'block' &&
        (candidate.node.position?.start.offset ?? Infinity) <= (start.offset ?? 0) &&
        (candidate.node.position?.end.offset ?? -1) >= (end.offset ?? 0)
    );
    if (item?.kind !== 'block') return null;
    const line = start.line + item.first - (item.node.position?.start.line ?? 1);
    return withoutMarker([this.body.source.line(line).slice(start.column - 1)])[0] ?? null;
  }

  #answer(item: Item | undefined): { choice: number; text: string; last: number } | null {
    if (item?.kind !== 'block' || item.node.type !== 'paragraph') return null;
    const lines = this.#lines(item);
    const match = lines.length === 1 ? ANSWER.exec((lines[0] ?? '').trim()) : null;
    if (match === null) return null;
    const choice = (match[1] ?? 'a').toLowerCase().charCodeAt(0) - 97;
    return { choice, text: match[0], last: item.last };
  }

  #write(first: number, last: number, questions: readonly Question[]): void {
    const lines = joinBlocks(
      questions.map((question) =>
        questionLines(question, question.reading.kind === 'quiz' ? this.#nextId() : '')
      )
    );
    this.#edits.push({ first: first - 1, last: last - 1, lines });
  }

  #nextId(): string {
    let number = 1;
    while (this.#ids.has(`quiz-${number}`)) number++;
    this.#ids.add(`quiz-${number}`);
    return `quiz-${number}`;
  }
}

function labelSection(label: string): QuestionSection {
  return /quiz|check/i.test(label) ? 'quiz' : 'practice';
}

/** `A) …` on lines of the question's own paragraph. */
function withOwnChoices(lines: readonly string[]): { lines: readonly string[]; choices: string[] } {
  const start = lines.findIndex((line) => {
    const mark = readMark(line);
    return mark?.kind === 'letter' && mark.value === 1;
  });
  const marks = start <= 0 ? [] : lines.slice(start).map(readMark);
  const areLetters = marks.every(
    (mark, index) => mark?.kind === 'letter' && mark.value === index + 1
  );
  if (marks.length < 2 || !areLetters) return { lines, choices: [] };
  return { lines: lines.slice(0, start), choices: marks.map((mark) => mark?.rest ?? '') };
}

function withoutMarker(lines: readonly string[]): string[] {
  const marker = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/.exec(lines[0] ?? '')?.[0].length ?? 0;
  return lines.map((line, index) =>
    index === 0 ? line.slice(marker) : line.replace(new RegExp(`^\\s{0,${marker}}`), '')
  );
}

function trimEnd(lines: readonly string[]): string[] {
  const end = lines.findLastIndex((line) => line.trim() !== '');
  return lines.slice(0, end + 1);
}

function marked(answer: Answer | null, choices: readonly string[]): Answer | null {
  return answer !== null && answer.choice < choices.length ? answer : null;
}
