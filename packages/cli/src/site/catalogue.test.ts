/** The catalogue page: what it lists, in which order, where it leads, and that titles are text. */

import { describe, expect, it } from 'vitest';
import { catalogueHtml } from './catalogue.js';
import { lessonUrl } from './lesson-url.js';
import type { LessonFacts, SiteCourse } from './site.js';

const course: SiteCourse = { title: 'Course', description: null, language: null, modules: [] };

function lesson(id: string, facts: Partial<LessonFacts> = {}) {
  const empty: LessonFacts = {
    id,
    title: `Title of ${id}`,
    version: '1',
    moduleId: null,
    prerequisites: [],
    estimatedTimeMinutes: null,
    difficulty: null,
    learningObjectives: []
  };
  return { lesson: { ...empty, ...facts }, path: `${id}/${id}.ipynb` };
}

const titlesOf = (html: string) =>
  [...html.matchAll(/lesson-title"><a [^>]*>([^<]*)</g)].map((match) => match[1]);

describe('lessonUrl', () => {
  it('opens the notebook by itself, and survives any file name', () => {
    const path = 'a b/50%/d&é?#+.ipynb';
    const url = new URL(lessonUrl(path), 'https://host.example/sub/');
    expect(url.pathname).toBe('/sub/notebooks/index.html');
    expect(url.searchParams.get('path')).toBe(path);
    expect(url.hash).toBe('');
  });
});

describe('catalogueHtml', () => {
  it('keeps the order given when the course has no modules', () => {
    const html = catalogueHtml(course, [lesson('c'), lesson('a'), lesson('b')]);
    expect(titlesOf(html)).toEqual(['Title of c', 'Title of a', 'Title of b']);
    expect(html).not.toContain('More lessons');
  });

  it('groups by module in the order of the course, and puts the others last', () => {
    const modules = [
      { id: 'first', title: 'First module' },
      { id: 'unused', title: 'Unused module' },
      { id: 'second', title: 'Second module' }
    ];
    const html = catalogueHtml({ ...course, modules }, [
      lesson('loose', { moduleId: 'unknown' }),
      lesson('s', { moduleId: 'second' }),
      lesson('f1', { moduleId: 'first' }),
      lesson('f2', { moduleId: 'first' })
    ]);
    expect(titlesOf(html)).toEqual(['Title of f1', 'Title of f2', 'Title of s', 'Title of loose']);
    const headings = [...html.matchAll(/<h2 [^>]*>([^<]*)</g)].map((match) => match[1]);
    expect(headings).toEqual(['First module', 'Second module', 'More lessons']);
  });

  it("shows an author's markup as text, in content and in attributes", () => {
    const evil = `"><script>alert('x')</script>&`;
    const html = catalogueHtml(
      { title: evil, description: evil, language: evil, modules: [{ id: 'm', title: evil }] },
      [
        { ...lesson('a', { title: evil, moduleId: 'm', learningObjectives: [evil] }), path: evil },
        lesson('b', { prerequisites: ['a'] })
      ]
    );
    expect(html).not.toContain('<script>alert');
    expect(html.match(/<script/g)).toHaveLength(3);
    expect(html).toContain('<html lang="&quot;&gt;&lt;script&gt;');
  });

  it('names prerequisites by title, and leaves out those that the course does not hold', () => {
    const html = catalogueHtml(course, [
      lesson('a'),
      lesson('b'),
      lesson('c', { prerequisites: ['a', 'elsewhere', 'b'] })
    ]);
    expect(html).toContain(
      'Builds on <a href="#lesson-a">Title of a</a> and <a href="#lesson-b">Title of b</a>'
    );
    expect(html).not.toContain('elsewhere');
  });

  it('says time and difficulty where they are known', () => {
    const html = catalogueHtml(course, [
      lesson('a', { estimatedTimeMinutes: 25, difficulty: 'beginner' }),
      lesson('b', { estimatedTimeMinutes: 95 })
    ]);
    expect(html).toContain('<li>About 25 min</li><li>Beginner</li>');
    expect(html).toContain('<li>About 1.5 hours</li>');
    expect(html).toContain('2 lessons, about 2 hours');
  });

  it('gives no total where a lesson names no time', () => {
    const html = catalogueHtml(course, [lesson('a', { estimatedTimeMinutes: 25 }), lesson('b')]);
    expect(html).toMatch(/class="summary">2 lessons</);
  });

  it('lists the notebooks beside the lessons last, and does not count them', () => {
    const notebooks = [{ path: 'labs/a b.ipynb', title: 'Play <here>' }];
    const html = catalogueHtml(course, [lesson('a')], { notebooks });
    expect(titlesOf(html)).toEqual(['Title of a', 'Play &lt;here&gt;']);
    expect(html).toContain(`<a href="${lessonUrl('labs/a b.ipynb')}">`);
    expect(html).toContain('>Notebooks to experiment with</h2>');
    expect(html).toMatch(/class="summary">1 lesson</);
    expect(catalogueHtml(course, [lesson('a')])).not.toContain('Notebooks to experiment with');
  });

  it('is a whole page for an empty course', () => {
    const html = catalogueHtml(course, []);
    expect(html).toContain('This course has no lessons yet.');
    expect(html).not.toContain('class="description"');
    expect(html).toContain('<html lang="en">');
  });

  it("holds the script in which JupyterLite's pages look for the site's configuration", () => {
    const script = /<script id="jupyter-config-data" type="application\/json">([^<]*)<\/script>/;
    expect(JSON.parse(script.exec(catalogueHtml(course, []))?.[1] ?? 'missing')).toEqual({});
  });

  it('asks for nothing outside the folder that it lies in', () => {
    const html = catalogueHtml(course, [lesson('a')]);
    const addresses = [...html.matchAll(/(?:href|src|data-register)="([^"]*)"/g)].map((m) => m[1]);
    expect(addresses.length).toBeGreaterThan(4);
    for (const address of addresses) expect(address).toMatch(/^(?!\/|\.\.|[a-z]+:)/);
  });
});
