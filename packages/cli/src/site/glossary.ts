/** The glossary: the page of a course's terms, made of the `definition` boxes of its lessons. */

import type { Block, Lesson } from '@lectern/lesson';
import { MarkdownPrinter, stringify } from '@lectern/notebook/print';
import { lessonUrl } from './lesson-url.js';
import { markup, Markup } from './markup.js';
import { sitePage } from './page.js';
import type { LessonFacts, SiteCourse } from './site.js';

export interface Definition {
  /** As text. */
  term: string;
  /** What the box says, as Markdown; it begins with the term, unless the box has it as its title. */
  markdown: string;
}

export interface GlossaryLesson {
  lesson: Pick<LessonFacts, 'title'>;
  path: string;
  definitions: readonly Definition[];
}

/** A term is the box's title, or else what is bold at its beginning; a box with neither defines none. */
export function definitionsOf({ body }: Pick<Lesson, 'body'>): Definition[] {
  return body.flatMap((block) => {
    if (block.kind !== 'directive') return [];
    if (block.name !== 'definition') return definitionsOf({ body: block.children });
    const markdown = textOf(block.children);
    const term = block.title ?? /^\*\*(.+?)\*\*/.exec(markdown)?.[1];
    return term === undefined ? [] : [{ term: plain(term), markdown }];
  });
}

/** Null for a course that defines nothing. */
export function glossaryHtml(
  course: SiteCourse,
  lessons: readonly GlossaryLesson[]
): string | null {
  const compare = new Intl.Collator(course.language ?? 'en').compare;
  const terms = lessons
    .flatMap(({ lesson, path, definitions }) =>
      definitions.map((definition) => ({ ...definition, lesson, path }))
    )
    .sort((a, b) => compare(a.term, b.term));
  if (terms.length === 0) return null;
  const printer = new MarkdownPrinter(new Map());
  const items = terms.map(({ term, markdown, lesson, path }) => {
    const html = stringify({ type: 'root', children: printer.print(markdown) });
    return markup`
        <section class="term" id="${anchor(term)}" aria-label="${term}">
          ${new Markup(html)}
          <p class="from">From <a href="${lessonUrl(path)}">${lesson.title}</a></p>
        </section>`;
  });
  return sitePage(course, {
    title: `Glossary – ${course.title}`,
    body: markup`
    <header>
      <h1>Glossary</h1>
      <p class="summary"><a href="index.html">${course.title}</a></p>
    </header>
    <main>${items}
    </main>`
  });
}

function textOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => {
      if (block.kind === 'prose') return [block.markdown];
      return 'children' in block ? [textOf(block.children)] : [];
    })
    .join('\n\n')
    .trim();
}

function plain(term: string): string {
  return term.replace(/[*_`$]/g, '').trim();
}

function anchor(term: string): string {
  return term
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
