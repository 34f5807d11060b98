/** What an author is told of an experiment that there is not. */

import { expect, it } from 'vitest';
import { parseLesson } from './index.js';

const experiments = ['over-optimisation', 'sycophancy'];
const problems = (line: string, options = { experiments }) =>
  parseLesson(`# Title\n\n${line}\nText.\n:::\n`, options).diagnostics.filter(({ rule }) =>
    rule.startsWith('experiment/')
  );

it('says nothing of one that there is, or where nobody says which there are', () => {
  expect(problems(':::experiment{kind=sycophancy}')).toEqual([]);
  expect(problems(':::experiment{kind=other}', { experiments: [] })).toEqual([]);
});

it('asks for the one that was meant', () => {
  expect(problems(':::experiment{kind=over-optimization}')).toMatchObject([
    { rule: 'experiment/unknown-kind', remedy: 'Did you mean `over-optimisation`?' }
  ]);
  expect(problems(':::experiment{kind=tea}')).toMatchObject([
    { remedy: 'Write one of `over-optimisation`, `sycophancy`.' }
  ]);
});

it('asks for a kind, also inside other directives', () => {
  expect(problems('::::note\n\n:::experiment\nIn a note.\n:::\n\n::::')).toMatchObject([
    { rule: 'experiment/missing-kind' }
  ]);
});
