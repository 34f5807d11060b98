/** What a learner wants to know first: time, difficulty, and what the lesson is for. */

import type { Lesson } from '@lectern/lesson';
import { capitalised, paragraphs } from './markdown-text.js';

/** Empty where the front matter says none of it. */
export function headerMarkdown(lesson: Lesson): string {
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
    objectives === '' ? null : `After this lesson you can:\n\n${objectives}`
  );
}

/** Puts `text` after the heading that `markdown` begins with. */
export function insertAfterHeading(markdown: string, text: string): string {
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
