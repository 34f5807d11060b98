/** The map of a course: every lesson stands below those that it builds on. */

import { orderLessons } from '@lectern/lesson';
import { markup, type Markup } from './markup.js';
import type { LessonFacts } from './site.js';

export interface MapLesson extends Pick<LessonFacts, 'id' | 'title' | 'prerequisites'> {
  /** In reading order, from 1. */
  number: number;
}

/** A lesson's place: `row` from 0 at the top, `x` of its middle from 0 to 100. */
export interface Place {
  lesson: MapLesson;
  row: number;
  x: number;
}

/** As many as stand side by side with their titles legible. */
const MOST_IN_ROW = 5;
/** Fewer are seen at a glance in the list. */
const FEWEST_LESSONS = 4;

/** Null for a course that has nothing to map: few lessons, or none that builds on another. */
export function courseMap(lessons: readonly MapLesson[]): Markup | null {
  if (lessons.length < FEWEST_LESSONS) return null;
  const places = layOut(lessons);
  const below = belowEach(lessons);
  const edges = places.flatMap((place) => {
    const { prerequisites } = place.lesson;
    // The way through another prerequisite says as much.
    const direct = prerequisites.filter(
      (id) => !prerequisites.some((via) => via !== id && below.get(via)?.has(id))
    );
    return direct.flatMap((id) => {
      const from = places.find(({ lesson }) => lesson.id === id);
      return from === undefined ? [] : [edge(from, place)];
    });
  });
  if (edges.length === 0) return null;
  const rows = Math.max(...places.map(({ row }) => row)) + 1;
  const items = places.map(
    ({ lesson: { id, number, title }, row, x }) => markup`
          <li style="--row: ${row}; --x: ${x}">
            <a href="#lesson-${id}"><span class="map-number">${number}</span> ${title}
              <span class="map-progress" data-progress-of="lesson-${id}" hidden></span></a>
          </li>`
  );
  return markup`
      <nav class="map" aria-label="Map of the course" style="--rows: ${rows}">
        <svg viewBox="0 0 100 ${rows * 100}" preserveAspectRatio="none" aria-hidden="true">
          <path d="${edges.join(' ')}" />
        </svg>
        <ol role="list">${items}
        </ol>
      </nav>`;
}

/** Rows by the longest way from a lesson that builds on none; within one, near what they build on. */
export function layOut(lessons: readonly MapLesson[]): Place[] {
  const depths = depthsOf(lessons);
  const placed = new Map<string, Place>();
  let row = 0;
  for (let depth = 0; depth <= Math.max(-1, ...depths.values()); depth++) {
    const layer = lessons
      .filter(({ id }) => depths.get(id) === depth)
      .map((lesson) => ({ lesson, near: meanX(lesson, placed) }))
      .sort((a, b) => a.near - b.near || a.lesson.number - b.lesson.number);
    const rows = Math.ceil(layer.length / MOST_IN_ROW);
    const size = Math.ceil(layer.length / rows);
    for (let start = 0; start < layer.length; start += size, row++) {
      const side = layer.slice(start, start + size);
      side.forEach(({ lesson }, index) => {
        const x = Math.round(((index + 0.5) / side.length) * 1000) / 10;
        placed.set(lesson.id, { lesson, row, x });
      });
    }
  }
  // In reading order, for those who go through it with a keyboard.
  return lessons.flatMap(({ id }) => placed.get(id) ?? []);
}

/** All that each lesson builds on, by whatever way. */
function belowEach(lessons: readonly MapLesson[]): Map<string, Set<string>> {
  const below = new Map<string, Set<string>>();
  for (const { id, prerequisites } of inOrder(lessons)) {
    below.set(id, new Set(prerequisites.flatMap((other) => [other, ...(below.get(other) ?? [])])));
  }
  return below;
}

/** Modules may show a lesson before what it builds on: here it comes after. */
function inOrder(lessons: readonly MapLesson[]): MapLesson[] {
  const { ordered } = orderLessons(lessons.map((lesson) => ({ lesson, path: lesson.id })));
  return ordered.map(({ lesson }) => lesson);
}

function depthsOf(lessons: readonly MapLesson[]): Map<string, number> {
  const depths = new Map<string, number>();
  for (const { id, prerequisites } of inOrder(lessons)) {
    const below = prerequisites.map((other) => depths.get(other) ?? -1);
    depths.set(id, Math.max(-1, ...below) + 1);
  }
  return depths;
}

function meanX({ prerequisites }: MapLesson, placed: ReadonlyMap<string, Place>): number {
  const xs = prerequisites.flatMap((id) => placed.get(id)?.x ?? []);
  return xs.length === 0 ? 50 : xs.reduce((sum, x) => sum + x, 0) / xs.length;
}

/** From the middle of one to the middle of the other, behind both: rows are 100 high. */
function edge(from: Place, to: Place): string {
  const [top, bottom] = [from.row * 100 + 50, to.row * 100 + 50];
  const middle = (top + bottom) / 2;
  return `M${from.x} ${top} C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${bottom}`;
}
