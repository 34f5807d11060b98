/** The page in the documentation is the one that the code makes. `UPDATE=1` writes it. */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { syntaxWordsPage } from './syntax-words-page.js';

const PAGE = fileURLToPath(new URL('../../../../docs/reference/syntax-words.md', import.meta.url));

it('is up to date', () => {
  if (process.env['UPDATE'] === '1') writeFileSync(PAGE, syntaxWordsPage());
  expect(readFileSync(PAGE, 'utf8')).toBe(syntaxWordsPage());
});
