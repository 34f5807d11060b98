/** Finds questions: under headings such as “Quick Quiz” and “Practice”, and anywhere with choices below them. */

import type { List, ListItem } from 'mdast';
import { plainText } from '../../markdown.js';
import { joinBlocks, type Edit } from '../draft.js';
import { questionSection, type QuestionSection } from '../section-names.js';
import { itemLines, type Body } from './body.js';
import {
  letteredTexts,
  listChoices,
  NO_CHOICES,
  ownChoices,
  paragraphChoices,
  readAnswerLine,
  withoutMarker,
  type AnswerLine,
  type Choices
} from './choices.js';
import { isQuestion, isTask, readQuestion, splitQuestions } from './questions.js';
import { questionLines, type Answer, type Question } from './quiz-lines.js';

export function questionEdits(body: Body): Edit[] {
  return new QuestionFinder(body).edits();
}

type Item = Body['items'][number];
type BlockItem = Extract<Item, { kind: 'block' }>;

const LABEL =
  /^(?:\*\*)?((?:quick )?quiz|(?:practice )?question|exercise|check your understanding|think about it)(\s*\d+)?\s*[:.](?:\*\*)?\s+(?=\S)/i;

/** An item of a list, as far as it is a question. */
interface ListQuestion {
  lines: string[];
  text: string;
  /** Its letter, where it has one. */
  letter: string | null;
  choices: Choices;
}

class QuestionFinder {
  readonly #edits: Edit[] = [];
  /** Of the quizzes that are there already. */
  readonly #ids = new Set<string>();
  #number = 0;
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
    const { node } = item;
    if (node.type === 'heading') this.#enter(plainText(node), node.depth);
    if (node.type === 'paragraph') return this.#paragraph(item, items.slice(index + 1, index + 3));
    if (node.type === 'list') return this.#list(item, node, items[index + 1]);
    return 1;
  }

  #enter(heading: string, depth: number): void {
    const kind = questionSection(heading);
    if (kind !== null) this.#section = { kind, depth };
    else if (this.#section !== null && depth <= this.#section.depth) this.#section = null;
  }

  #paragraph(item: BlockItem, [next, afterNext]: readonly Item[]): number {
    const own = ownChoices(itemLines(this.body.source, item));
    const written = own.lines.join('\n');
    const label = LABEL.exec(written);
    const text = written.slice(label?.[0].length ?? 0);
    const title = label === null ? null : `${label[1] ?? ''}${label[2] ?? ''}`;
    const section = this.#section?.kind ?? (label === null ? null : labelSection(label[1] ?? ''));
    const questions = splitQuestions(text) ?? (isTask(text) ? [text] : null);
    if (questions === null) return 1;

    const below = own.texts.length > 0 ? NO_CHOICES : this.#below(next, section);
    const choices = own.texts.length > 0 ? { texts: own.texts, ticked: [] } : below;
    if (choices.texts.length === 0 && section === null) return 1;
    const last = below.texts.length > 0 && next !== undefined ? next : item;
    const answer =
      choices.texts.length === 0
        ? null
        : readAnswerLine(this.body, last === item ? next : afterNext);
    this.#write(
      item.first,
      answer?.last ?? last.last,
      questions.map((question, index) => {
        const isLast = index === questions.length - 1;
        return {
          lines: question.split('\n'),
          title: index === 0 ? title : null,
          reading: readQuestion(question, isLast ? choices.texts : [], section ?? 'quiz'),
          answer: isLast ? rightAnswer(choices, answer) : null
        };
      })
    );
    return 1 + (last === item ? 0 : 1) + (answer === null ? 0 : 1);
  }

  #below(next: Item | undefined, section: QuestionSection | null): Choices {
    if (next?.kind !== 'block' || next.inDirective) return NO_CHOICES;
    if (next.node.type === 'list') return listChoices(this.body, next.node, section);
    if (next.node.type !== 'paragraph') return NO_CHOICES;
    return paragraphChoices(itemLines(this.body.source, next));
  }

  /** Every item is a question; outside a part for them, each has choices. */
  #list(item: BlockItem, list: List, next: Item | undefined): number {
    const section = this.#section?.kind ?? null;
    const found = this.#letters(list.children.map((child) => this.#question(child, section)));
    const areQuestions = found.every(({ text, choices }) =>
      section === null
        ? isQuestion(text) && choices.texts.length > 0
        : isQuestion(text) || isTask(text)
    );
    if (!areQuestions || (section === null && list.ordered !== true)) return 1;
    const hasChoices = (found.at(-1)?.choices.texts.length ?? 0) > 0;
    const answer = hasChoices ? readAnswerLine(this.body, next) : null;
    this.#write(
      item.first,
      answer?.last ?? item.last,
      found.map(({ lines, text, letter, choices }, index) => ({
        lines,
        title: list.ordered === true ? String((list.start ?? 1) + index) : letter,
        reading: readQuestion(text, choices.texts, section ?? 'quiz'),
        answer: rightAnswer(choices, index === found.length - 1 ? answer : null)
      }))
    );
    return answer === null ? 1 : 2;
  }

  /** The list at the end of an item holds the choices. */
  #question(child: ListItem, section: QuestionSection | null): ListQuestion {
    const { source } = this.body;
    const start = child.position?.start.line ?? 1;
    const end = child.position?.end.line ?? start;
    const content = withoutMarker(source.lines.slice(start - 1, end));
    const nested = child.children.at(-1);
    const choices = nested?.type === 'list' ? listChoices(this.body, nested, section) : NO_CHOICES;
    const until =
      choices.texts.length > 0 ? (nested?.position?.start.line ?? start) - start : content.length;
    const [first] = child.children;
    return {
      lines: trimEnd(content.slice(0, until)),
      text: first?.type === 'paragraph' ? plainText(first) : '',
      letter: null,
      choices
    };
  }

  /** `(a)`, `(b)`, … before every question of a list become their names. */
  #letters(questions: readonly ListQuestion[]): readonly ListQuestion[] {
    const texts = letteredTexts(questions.map(({ text }) => text));
    if (texts === null) return questions;
    return questions.map((question, index) => ({
      ...question,
      letter: /[A-Za-z]/.exec(question.text)?.[0] ?? null,
      text: texts[index] ?? '',
      lines: question.lines.map((line, number) =>
        number === 0 ? line.replace(/^\(?[A-Za-z][.)]\s+/, '') : line
      )
    }));
  }

  #write(first: number, last: number, questions: readonly Question[]): void {
    const lines = joinBlocks(
      questions.map((question) =>
        questionLines(question, question.reading.kind === 'quiz' ? this.#nextId() : '')
      )
    );
    this.#edits.push({ first: first - 1, last: last - 1, lines, voids: ['import/list'] });
  }

  #nextId(): string {
    do this.#number++;
    while (this.#ids.has(`quiz-${this.#number}`));
    return `quiz-${this.#number}`;
  }
}

function labelSection(label: string): QuestionSection {
  return /quiz|check/i.test(label) ? 'quiz' : 'practice';
}

function trimEnd(lines: readonly string[]): string[] {
  const end = lines.findLastIndex((line) => line.trim() !== '');
  return lines.slice(0, end + 1);
}

/** A line that names no choice is kept, for a person to make sense of. */
function rightAnswer({ texts, ticked }: Choices, line: AnswerLine | null): Answer | null {
  if (line !== null)
    return { choices: line.choice < texts.length ? [line.choice] : [], text: line.text };
  return ticked.length > 0 ? { choices: ticked, text: null } : null;
}
