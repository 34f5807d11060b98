import { describe, expect, it } from 'vitest';
import { parseLesson } from './index.js';

const CHALLENGES = '---challenges---\n### Challenge: C\n- id: c\n';

describe('the challenges marker', () => {
  it.each([
    ['after a closed fence', '```\ncode\n```\n'],
    ['after a tilde fence with backticks in it', '~~~\n```\n~~~\n'],
    ['after a fence closed by a longer one', '```\ncode\n`````\n'],
    ['after inline code that looks like a fence', '```not a fence```\n'],
    ['after a fence in a list', '- ```\n  code\n  ```\n'],
    ["after a fence in a list that the list's end closes", '- ```\n  code\n\n'],
    ['after an indented fence in a list', '1. item\n\n   ```python\n   x\n   ```\n'],
    ['after a fence in a quotation', '> ```\n> code\n'],
    ['after fences in a nested list', '- a\n  - b\n\n    ```\n    code\n    ```\n'],
    ['straight after a paragraph', 'Text\n'],
    ['after indented code', '    ```\n\n']
  ])('is found %s', (_, body) => {
    expect(parseLesson(body + CHALLENGES).challenges).toHaveLength(1);
  });

  it.each([
    ['in a fence', '```\n', '```\n'],
    ['in a longer fence', '````\n```\n', '````\n'],
    ['not at column 0', ' ', '']
  ])('is text %s', (_, before, after) => {
    expect(parseLesson(before + CHALLENGES + after).challenges).toHaveLength(0);
  });

  it('is told to the author when a fence hides the only one', () => {
    const { diagnostics } = parseLesson(`\`\`\`\n${CHALLENGES}`);
    expect(diagnostics.map(({ rule }) => rule)).toContain('challenges/marker-in-fence');
  });
});
