/** A challenge as a lesson writes it, under its title. */

import { fence } from '../listing.js';
import { paragraphs } from '../markdown-text.js';

export interface ChallengeDraft {
  id: string;
  /** By which its solution names it. */
  label: string;
  title: string;
  keys: Record<string, string>;
  /** What stands at its place in the body. */
  marker: string[];
  prose: string[];
  setup: string | null;
  starter: string | null;
  /** Parts that MyST has no word for, by the class that names them. */
  parts: { kind: string; source: string; caption: string | null }[];
  hints: string[];
  solution: string[];
  explanation: string[];
}

const HEADINGS: Readonly<Record<string, string>> = {
  stdin: 'Stdin',
  'expected-output': 'Expected Output',
  'sealed-output': 'Expected Output {sealed}',
  tests: 'Tests',
  accepted: 'Accepted',
  rejected: 'Rejected'
};

export function challengeText(draft: ChallengeDraft): string {
  const keys = [['id', draft.id], ...Object.entries(draft.keys)].map(
    ([key, value]) => `- ${key}: ${value}`
  );
  const code = (heading: string, source: string): string =>
    paragraphs(`#### ${heading}`, fence(source, 'python'));
  const hints = draft.hints.map((hint, index) => {
    const number = `${index + 1}. `;
    return number + hint.replace(/\n(?=.)/g, `\n${' '.repeat(number.length)}`);
  });
  return paragraphs(
    `### Challenge: ${draft.title}`,
    keys.join('\n'),
    ...draft.prose,
    draft.setup === null ? null : code('Setup', draft.setup),
    code('Starter Code', draft.starter ?? '# YOUR CODE HERE'),
    ...draft.parts.map(({ kind, source, caption }) => {
      const heading = [
        HEADINGS[kind] ?? 'Explanation',
        ...(caption === null ? [] : [caption])
      ].join(': ');
      return paragraphs(`#### ${heading}`, fence(source, /tests|ed$/.test(kind) ? 'python' : ''));
    }),
    draft.solution.length === 0 ? null : code('Solution', draft.solution.join('\n\n')),
    hints.length === 0 ? null : paragraphs('#### Hints', hints.join('\n')),
    draft.explanation.length === 0 ? null : paragraphs('#### Explanation', ...draft.explanation)
  );
}
