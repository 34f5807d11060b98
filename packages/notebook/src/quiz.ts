/** A quiz as a list to read: the learner's notebook names the options, and not the right ones. */

import type { Edition } from './metadata.js';

const OPTION = /^(\s*(?:[-*+]|\d+[.)]) )\[[ xX]\] /;

/** `type` is the quiz's; where the list holds the answer itself, the learner's notebook leaves it out. */
export function quizMarkdown(markdown: string, type: string | undefined, edition: Edition): string {
  if (edition === 'instructor') return markdown;
  const answersAreListed = type === 'numeric' || type === 'text';
  const lines: string[] = [];
  let inOption = false;
  for (const line of markdown.split('\n')) {
    const option = OPTION.exec(line);
    if (option !== null) {
      inOption = true;
      if (!answersAreListed) lines.push(`${option[1]}${line.slice(option[0].length)}`);
    } else if (inOption && /^\s+>/.test(line)) {
      continue; // Feedback to an option gives it away.
    } else {
      if (line.trim() !== '' && !/^\s/.test(line)) inOption = false;
      if (!(inOption && answersAreListed)) lines.push(line);
    }
  }
  return lines.join('\n').trim();
}
