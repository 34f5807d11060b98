/** One line of text with code between backticks, as the grader's messages are written. */

import { element } from '../dom.js';

export interface Run {
  text: string;
  isCode: boolean;
}

/** A backtick without a partner is a backtick. */
export function inlineRuns(text: string): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const match of text.matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)) {
    runs.push({ text: text.slice(at, match.index), isCode: false });
    runs.push({ text: match[1] ?? '', isCode: true });
    at = match.index + match[0].length;
  }
  runs.push({ text: text.slice(at), isCode: false });
  return runs.filter((run) => run.text !== '');
}

export function inlineCode(text: string): (Node | string)[] {
  return inlineRuns(text).map((run) =>
    run.isCode ? element('code', { class: 'lectern-Code' }, run.text) : run.text
  );
}
