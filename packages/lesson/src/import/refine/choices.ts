/** The choices of a question: a list below it, or lines of its own paragraph; and what the text says is right. */

import type { List, ListItem } from 'mdast';
import type { QuestionSection } from '../section-names.js';
import { readMark } from '../text/items.js';
import { wordCount } from '../words.js';
import { itemLines, type Body } from './body.js';

export interface Choices {
  texts: string[];
  /** Those that are ticked, from 0. */
  ticked: number[];
}
/** What the text says is right, on a line after the choices. */
export interface AnswerLine {
  choice: number;
  text: string;
  /** Its line. */
  last: number;
}

export const NO_CHOICES: Choices = { texts: [], ticked: [] };

const MOST_CHOICES = 8;

/** Lettered items, tasks, or under a heading for quizzes any short items; none when it is some other list. */
export function listChoices(body: Body, list: List, section: QuestionSection | null): Choices {
  const texts = list.children.map((child) => oneLine(body, child));
  const written = texts.filter((text) => text !== null);
  if (texts.length < 2 || written.length < texts.length) return NO_CHOICES;
  const lettered = letteredTexts(written);
  if (lettered !== null) return { texts: lettered, ticked: [] };
  if (list.children.every(({ checked }) => typeof checked === 'boolean')) {
    return {
      texts: written.map((text) => text.replace(/^\[[ xX]\] /, '')),
      ticked: list.children.flatMap(({ checked }, index) => (checked === true ? [index] : []))
    };
  }
  const areShort = written.every((text) => wordCount(text) <= 15 && !text.endsWith('?'));
  const mayBe = section === 'quiz' && written.length <= MOST_CHOICES && areShort;
  return mayBe ? { texts: written, ticked: [] } : NO_CHOICES;
}

/** `A) …` on lines of the question's own paragraph. */
export function ownChoices(lines: readonly string[]): {
  lines: readonly string[];
  texts: string[];
} {
  const start = lines.findIndex((line) => letteredTexts([line]) !== null);
  const texts = start <= 0 ? null : letteredTexts(lines.slice(start));
  if (texts === null || texts.length < 2) return { lines, texts: [] };
  return { lines: lines.slice(0, start), texts };
}

/** Lettered lines in a paragraph below the question's. */
export function paragraphChoices(lines: readonly string[]): Choices {
  const texts = lines.length < 2 ? null : letteredTexts(lines);
  return texts === null ? NO_CHOICES : { texts, ticked: [] };
}

/** The texts after `a)`, `b)`, …; `null` where a line has no letter, or not the next one. */
export function letteredTexts(lines: readonly string[]): string[] | null {
  const marks = lines.map(readMark);
  const areLetters = marks.every(
    (mark, index) => mark?.kind === 'letter' && mark.value === index + 1
  );
  return areLetters ? marks.map((mark) => mark?.rest ?? '') : null;
}

/** The Markdown of an item that is one line; `null` for one that is more. */
function oneLine({ source }: Body, child: ListItem): string | null {
  const [only] = child.children;
  const { start, end } = child.position ?? {};
  if (child.children.length !== 1 || only?.type !== 'paragraph') return null;
  if (start === undefined || end === undefined || start.line !== end.line) return null;
  return withoutMarker([source.line(start.line).slice(start.column - 1)])[0] ?? null;
}

/** The lines of a list's item, as far to the left as they go. */
export function withoutMarker(lines: readonly string[]): string[] {
  const marker = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/.exec(lines[0] ?? '')?.[0].length ?? 0;
  return lines.map((line, index) =>
    index === 0 ? line.slice(marker) : line.replace(new RegExp(`^\\s{0,${marker}}`), '')
  );
}

const ANSWER =
  /^(?:\*\*)?(?:the )?(?:correct )?answer(?:\*\*)?\s*(?::|is|=)(?:\*\*)?\s*\(?([A-Ha-h])\b[).:]?.*$/i;

export function readAnswerLine(
  { source }: Body,
  item: Body['items'][number] | undefined
): AnswerLine | null {
  if (item?.kind !== 'block' || item.node.type !== 'paragraph') return null;
  const lines = itemLines(source, item);
  const match = lines.length === 1 ? ANSWER.exec((lines[0] ?? '').trim()) : null;
  if (match === null) return null;
  const choice = (match[1] ?? 'a').toLowerCase().charCodeAt(0) - 97;
  return { choice, text: match[0], last: item.last };
}
