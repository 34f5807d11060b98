/** The page in the documentation is the one that the code makes. `UPDATE=1` writes it. */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { allRules } from './all-rules.js';
import { rulesPage } from './rules-page.js';

const PAGE = fileURLToPath(new URL('../../../../docs/reference/rules.md', import.meta.url));

it('is up to date', () => {
  if (process.env['UPDATE'] === '1') writeFileSync(PAGE, rulesPage());
  expect(readFileSync(PAGE, 'utf8')).toBe(rulesPage());
});

it('names each rule once', () => {
  const ids = allRules().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z-]+\/[a-z-]+$/);
});
