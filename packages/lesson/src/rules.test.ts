/** The table of rules and the cases keep up with each other. */

import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RULES } from './index.js';

/** A guard against faults in the Markdown libraries: no text is known that meets it. */
const WITHOUT_CASE = ['lesson/unparsable'];

it('has a case or a unit test for every rule', () => {
  const texts: string[] = [];
  for (const folder of ['../test/cases/', './']) {
    const base = new URL(folder, import.meta.url);
    for (const name of readdirSync(base, { recursive: true, encoding: 'utf8' })) {
      if (
        /(?:lesson|course)\.json$|\.test\.ts$/.test(name) &&
        !/^(?:rules|hostile-sizes)\.test\.ts$/.test(name)
      )
        texts.push(readFileSync(new URL(name, base), 'utf8'));
    }
  }
  const all = texts.join('\n');
  expect(Object.keys(RULES).filter((rule) => !all.includes(rule))).toEqual(WITHOUT_CASE);
});
