import { expect, it } from 'vitest';
import { findLinks } from './links.js';

it('finds links, pictures and definitions where they stand, and none in code', () => {
  const text = `---\ntitle: T\n---\r\n# A *heading*\r\n
See [one](one.md "title") and ![two](img/two.png), or [three][3].
<img src="four.png"> \`[no](no.md)\`

:::note
- [five](#a-heading)
:::

\`\`\`md
[no](no.md)
\`\`\`

[3]: three.md
`;
  const { links, headings } = findLinks(text);
  expect(links.map(({ kind, url, range }) => [kind, url, range.start.line])).toEqual([
    ['link', 'one.md', 6],
    ['image', 'img/two.png', 6],
    ['image', 'four.png', 7],
    ['link', '#a-heading', 10],
    ['link', 'three.md', 17]
  ]);
  expect(headings).toContain('A heading');
  const [first] = links;
  expect(text.slice(first?.range.start.offset, first?.range.end.offset)).toBe(
    '[one](one.md "title")'
  );
});
