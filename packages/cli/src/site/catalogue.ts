/** The catalogue: the page at `/` that lists a course's lessons. Its look and its script are `packages/catalogue`. */

import { lessonUrl } from './lesson-url.js';
import { courseMap } from './map.js';
import { markup, type Markup } from './markup.js';
import { sitePage } from './page.js';
import type { LessonFacts, SiteCourse, SiteLesson, SiteNotebook } from './site.js';

type Entry = Pick<SiteLesson, 'path'> & { lesson: LessonFacts };

/** `entries` in reading order; with modules, grouped by module and within each in that order. */
export function catalogueHtml(
  course: SiteCourse,
  entries: readonly Entry[],
  {
    hasGlossary = false,
    notebooks = []
  }: { hasGlossary?: boolean; notebooks?: readonly SiteNotebook[] } = {}
): string {
  const titles = new Map(entries.map(({ lesson }) => [lesson.id, lesson.title]));
  const groups = groupByModule(course, entries);
  const reading = groups.flatMap((group) => group.entries);
  const sections = groups.map(({ title, entries: members }, index) => {
    const level = title === null ? 2 : 3;
    const items = members.map((entry) =>
      lessonItem(entry, level, reading.indexOf(entry) + 1, titles)
    );
    const id = `module-${index + 1}`;
    const open =
      title === null
        ? markup`<section class="module" aria-label="Lessons">`
        : markup`<section class="module" aria-labelledby="${id}">
        <h2 class="module-title" id="${id}">${title}</h2>`;
    return markup`
      ${open}
        <ol class="lessons" role="list">${items}
        </ol>
      </section>`;
  });
  const map = courseMap(reading.map(({ lesson }, index) => ({ ...lesson, number: index + 1 })));
  const glossary = hasGlossary
    ? markup`<p><a href="glossary.html">Glossary of this course</a></p>
      `
    : null;
  const empty = markup`
      <p class="empty">This course has no lessons yet.</p>`;

  return sitePage(course, {
    title: course.title,
    // JupyterLite's pages read this one for the site's configuration, so it must hold the empty script.
    head: markup`
    <script src="catalogue.js" defer></script>
    <script id="jupyter-config-data" type="application/json">{}</script>`,
    body: markup`
    <a class="skip" href="#lessons">Skip to the lessons</a>
    <header>
      <h1>${course.title}</h1>${description(course)}${summary(entries)}
      <p class="course-progress" hidden></p>
    </header>${map}
    <main id="lessons" tabindex="-1">${entries.length > 0 ? sections : empty}${notebookList(notebooks)}
    </main>
    <footer>
      ${glossary}<p>Your work is kept in this browser. Authors: <a href="lab/index.html">open the full lab</a>.</p>
    </footer>`
  });
}

interface Group {
  title: string | null;
  entries: Entry[];
}

/** Modules in the course's order; lessons of no named module come last, under a heading only where others have one. */
function groupByModule(course: SiteCourse, entries: readonly Entry[]): Group[] {
  const named = course.modules
    .map(({ id, title }): Group => {
      return { title, entries: entries.filter(({ lesson }) => lesson.moduleId === id) };
    })
    .filter((group) => group.entries.length > 0);
  const placed = new Set(named.flatMap((group) => group.entries));
  const rest = entries.filter((entry) => !placed.has(entry));
  if (rest.length === 0) return named;
  return [...named, { title: named.length > 0 ? 'More lessons' : null, entries: rest }];
}

function lessonItem(
  { lesson, path }: Entry,
  level: 2 | 3,
  number: number,
  titles: ReadonlyMap<string, string>
): Markup {
  const link = markup`<a href="${lessonUrl(path)}">${lesson.title}</a>`;
  const heading =
    level === 2
      ? markup`<h2 class="lesson-title">${link}</h2>`
      : markup`<h3 class="lesson-title">${link}</h3>`;
  return markup`
          <li class="lesson" id="lesson-${lesson.id}" data-notebook="${path}">
            <span class="number" aria-hidden="true">${number}</span>
            <div>
              ${heading}
              <p class="progress" data-progress-of="lesson-${lesson.id}" hidden></p>${facts(lesson)}${objectives(lesson)}${buildsOn(lesson, titles)}
            </div>
          </li>`;
}

/** Notebooks that stand beside the lessons: of these nothing is known but what they are called. */
function notebookList(notebooks: readonly SiteNotebook[]): Markup | null {
  if (notebooks.length === 0) return null;
  const items = notebooks.map(
    ({ path, title }) => markup`
          <li class="lesson">
            <span class="number" aria-hidden="true">–</span>
            <h3 class="lesson-title"><a href="${lessonUrl(path)}">${title}</a></h3>
          </li>`
  );
  return markup`
      <section class="module" aria-labelledby="notebooks">
        <h2 class="module-title" id="notebooks">Notebooks to experiment with</h2>
        <ul class="lessons" role="list">${items}
        </ul>
      </section>`;
}

function description(course: SiteCourse): Markup | null {
  const text = course.description?.trim();
  if (!text) return null;
  return markup`
      <p class="description">${text}</p>`;
}

function summary(entries: readonly Entry[]): Markup | null {
  if (entries.length === 0) return null;
  const times = entries.map(({ lesson }) => lesson.estimatedTimeMinutes);
  const total = times.reduce<number>((sum, time) => sum + (time ?? 0), 0);
  const count = entries.length === 1 ? '1 lesson' : `${entries.length} lessons`;
  // A sum that leaves lessons out would mislead.
  const time = times.includes(null) ? '' : `, about ${duration(total)}`;
  return markup`
      <p class="summary">${count}${time}</p>`;
}

function facts({ estimatedTimeMinutes, difficulty }: LessonFacts): Markup | null {
  const texts: string[] = [];
  if (estimatedTimeMinutes !== null) texts.push(`About ${duration(estimatedTimeMinutes)}`);
  if (difficulty !== null) texts.push(difficulty.charAt(0).toUpperCase() + difficulty.slice(1));
  if (texts.length === 0) return null;
  return markup`
              <ul class="facts" role="list">${texts.map((text) => markup`<li>${text}</li>`)}</ul>`;
}

function objectives({ id, learningObjectives }: LessonFacts): Markup | null {
  if (learningObjectives.length === 0) return null;
  const items = learningObjectives.map(
    (objective) => markup`
                <li>${objective}</li>`
  );
  return markup`
              <p class="objectives-title" id="objectives-${id}">You will learn to</p>
              <ul class="objectives" aria-labelledby="objectives-${id}">${items}
              </ul>`;
}

/** The prerequisites that the course holds, by title. */
function buildsOn(
  { prerequisites }: LessonFacts,
  titles: ReadonlyMap<string, string>
): Markup | null {
  const links = prerequisites.flatMap((id) => {
    const title = titles.get(id);
    return title === undefined ? [] : [markup`<a href="#lesson-${id}">${title}</a>`];
  });
  if (links.length === 0) return null;
  const list = links.map((link, index) => {
    if (index === 0) return link;
    return markup`${index === links.length - 1 ? ' and ' : ', '}${link}`;
  });
  return markup`
              <p class="builds-on">Builds on ${list}</p>`;
}

function duration(minutes: number): string {
  if (minutes < 90) return `${Math.round(minutes)} min`;
  return `${Math.round(minutes / 30) / 2} hours`;
}
