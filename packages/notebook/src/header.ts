/** What a learner wants to know first: time, difficulty, what the lesson is for, and what it builds on. */

import type { Block, Lesson } from '@lectern/lesson';
import { capitalised, escapeMarkdown, paragraphs } from './markdown-text.js';

/** Another lesson of the course. */
export interface LessonLink {
  title: string;
  /** From the lesson's own notebook to the other one's. */
  href: string;
}

/** The title stands once: as the body's own first heading, or else in front of it. */
export function withHeader(lesson: Lesson, buildsOn: readonly LessonLink[] = []): Block[] {
  const header = headerMarkdown(lesson, buildsOn);
  const [first, ...rest] = lesson.body;
  if (first?.kind === 'prose' && first.heading?.depth === 1) {
    return [{ ...first, markdown: insertAfterHeading(first.markdown, header) }, ...rest];
  }
  const start = { line: 1, column: 1, offset: 0 };
  const title: Block = {
    kind: 'prose',
    markdown: paragraphs(`# ${escapeMarkdown(lesson.title)}`, header),
    heading: { depth: 1, text: lesson.title },
    range: { start, end: start }
  };
  // Text before the first heading belongs under the title, in the same cell.
  return [title, ...lesson.body];
}

/** Empty where the front matter says none of it. */
function headerMarkdown(lesson: Lesson, buildsOn: readonly LessonLink[]): string {
  const facts: string[] = [];
  if (lesson.estimatedTimeMinutes !== null) {
    const minutes = lesson.estimatedTimeMinutes;
    facts.push(`about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`);
  }
  if (lesson.difficulty !== null) facts.push(lesson.difficulty);
  const objectives = lesson.learningObjectives
    .map((objective) => `- ${objective.trim()}`)
    .join('\n');
  return paragraphs(
    facts.length === 0 ? null : `*${capitalised(facts.join(' · '))}*`,
    objectives === '' ? null : `After this lesson you can:\n\n${objectives}`,
    buildsOn.length === 0 ? null : `Builds on ${inWords(buildsOn.map(linkMarkdown))}.`
  );
}

function linkMarkdown({ title, href }: LessonLink): string {
  return `[${escapeMarkdown(title)}](<${encodeURI(href)}>)`;
}

/** `a`, `a and b`, `a, b and c` */
function inWords(texts: readonly string[]): string {
  return [texts.slice(0, -1).join(', '), ...texts.slice(-1)].filter(Boolean).join(' and ');
}

/** Puts `text` after the heading that `markdown` begins with. */
function insertAfterHeading(markdown: string, text: string): string {
  if (text === '') return markdown;
  const lines = markdown.split('\n');
  // A heading of `=` or `-` underneath may be several lines long; one of `#` is one line.
  const underline = /^ {0,3}#/.test(lines[0] ?? '')
    ? 0
    : lines.findIndex((line) => /^ {0,3}(?:=+|-+)\s*$/.test(line));
  const heading = lines.slice(0, underline + 1).join('\n');
  const rest = lines
    .slice(underline + 1)
    .join('\n')
    .replace(/^\s*\n/, '');
  return paragraphs(heading, text, rest);
}
