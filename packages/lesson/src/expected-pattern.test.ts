import { expect, it } from 'vitest';
import { parseLesson } from './parse-lesson.js';

const lesson = (pattern: string): string =>
  `---\nid: a\ntitle: A\n---\n\n---challenges---\n\n### Challenge: C\n\n- id: c\n- compare: regex\n\n#### Starter Code\n\n\`\`\`python\nx = 1\n\`\`\`\n\n#### Solution\n\n\`\`\`python\nprint("aaa")\n\`\`\`\n\n#### Expected Output\n\n\`\`\`\n${pattern}\n\`\`\`\n`;
const rules = (pattern: string): string[] =>
  parseLesson(lesson(pattern)).diagnostics.map(({ rule }) => rule);

it('refuses an expected pattern that could take for ever, and no other', () => {
  expect(rules('(a+)+$')).toContain('challenge/unusable-pattern');
  expect(rules('^a+$')).not.toContain('challenge/unusable-pattern');
});
