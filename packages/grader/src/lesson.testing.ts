/** A lesson with one challenge, for tests. */

import { parseLesson, type Challenge } from '@lectern/lesson';

export interface Parts {
  keys?: string;
  parts?: Record<string, string>;
}

function lessonText(starter: string, solution: string, { keys = '', parts = {} }: Parts): string {
  const fence = (text: string): string => `\`\`\`python\n${text}\n\`\`\``;
  const extra = Object.entries(parts).map(([name, text]) => `#### ${name}\n\n${fence(text)}`);
  return [
    '---\nid: test\ntitle: Test\n---\n\n# Test\n\n---challenges---\n\n### Challenge: C\n',
    `- id: c\n${keys}`,
    `#### Starter Code\n\n${fence(starter)}`,
    `#### Solution\n\n${fence(solution)}`,
    ...extra
  ].join('\n\n');
}

export function lessonOf(
  starter: string,
  solution: string,
  parts: Parts = {}
): { challenge: Challenge; sha256: string } {
  const { challenges, sha256 } = parseLesson(lessonText(starter, solution, parts));
  const [challenge] = challenges;
  if (challenge === undefined) throw new Error('the test’s lesson has no challenge');
  return { challenge, sha256 };
}
