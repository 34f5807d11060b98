/** The glossary: every definition of the course, in the order of the alphabet, as its lesson has it. */

import { parseLesson } from '@lectern/lesson';
import { describe, expect, it } from 'vitest';
import { definitionsOf, glossaryHtml } from './glossary.js';
import type { SiteCourse } from './site.js';

const course: SiteCourse = { title: 'C & D', description: null, language: null, modules: [] };
const definitions = (text: string) => definitionsOf(parseLesson(text));
const glossary = (...texts: string[]) =>
  glossaryHtml(
    course,
    texts.map((text, index) => ({
      lesson: { title: `Lesson <${index}>` },
      path: `l${index}/l.ipynb`,
      definitions: definitions(text)
    }))
  );

const POLICY = '# A\n\n:::definition\n**Policy**: gives $\\pi$ an <b>answer</b>.\n:::\n';
const ADVANTAGE = '# B\n\n:::definition Advantage $A$\nHow much better.\n:::\n';

describe('definitionsOf', () => {
  it('takes the term from the title, or from what is bold at the beginning', () => {
    expect(definitions(POLICY + ADVANTAGE).map(({ term }) => term)).toEqual([
      'Policy',
      'Advantage A'
    ]);
  });

  it('finds those inside of other boxes, and leaves out what names no term', () => {
    const text =
      '::::note\n:::definition\n**In**: side\n:::\n::::\n\n:::definition\nNo term.\n:::\n';
    expect(definitions(text).map(({ term }) => term)).toEqual(['In']);
  });
});

describe('glossaryHtml', () => {
  it('sorts the terms of all lessons and leads to where each is from', () => {
    const html = glossary(POLICY, ADVANTAGE) ?? '';
    expect([...html.matchAll(/class="term" id="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'advantage-a',
      'policy'
    ]);
    expect(html).toContain('<a href="notebooks/index.html?path=l0/l.ipynb">Lesson &lt;0&gt;</a>');
  });

  it("shows formulas as MathML, and an author's HTML as text", () => {
    const html = glossary(POLICY) ?? '';
    expect(html).toContain('<math');
    expect(html).not.toContain('<b>answer');
    expect(html).toContain('C &amp; D');
  });

  it('is not there for a course that defines nothing', () => {
    expect(glossary('# A\n\nText.\n')).toBeNull();
  });
});
