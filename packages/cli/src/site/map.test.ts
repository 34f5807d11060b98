/** The map of a course: who stands below whom, whatever the order or the size of the course. */

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { courseMap, layOut, type MapLesson } from './map.js';

const lesson = (id: string, prerequisites: string[] = [], number = 1): MapLesson => ({
  id,
  title: `Title of ${id}`,
  prerequisites,
  number
});
const rowOf = (lessons: MapLesson[]) =>
  Object.fromEntries(layOut(lessons).map(({ lesson: { id }, row }) => [id, row]));

describe('layOut', () => {
  it('puts a lesson below all that it builds on, whatever is shown first', () => {
    expect(
      rowOf([lesson('c', ['a', 'b']), lesson('b', ['a']), lesson('a'), lesson('d', ['a'])])
    ).toEqual({ a: 0, b: 1, d: 1, c: 2 });
  });

  it('takes a prerequisite that the course does not hold as none', () => {
    expect(rowOf([lesson('a', ['elsewhere'])])).toEqual({ a: 0 });
  });

  test('every lesson has one place of its own, and circles end', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `l${index}`);
    const course = fc.tuple(...ids.map(() => fc.subarray(ids)));
    fc.assert(
      fc.property(course, (prerequisites) => {
        const places = layOut(ids.map((id, index) => lesson(id, prerequisites[index])));
        expect(places.map((place) => place.lesson.id)).toEqual(ids);
        expect(new Set(places.map(({ row, x }) => `${row} ${x}`)).size).toBe(ids.length);
      })
    );
  });

  test('no row is wider than can be read', () => {
    const places = layOut(Array.from({ length: 11 }, (_, index) => lesson(`l${index}`)));
    expect(places.map(({ row }) => row).join('')).toBe('00001111222');
  });
});

describe('courseMap', () => {
  it('leads to each lesson, and draws a line to each that one builds on, unless there is a way already', () => {
    const lessons = [lesson('a'), lesson('b', ['a']), lesson('c', ['a', 'b']), lesson('d', ['x'])];
    const html = courseMap(lessons)?.text ?? '';
    expect([...html.matchAll(/href="#lesson-(\w)"/g)].map((match) => match[1])).toEqual([
      ...'abcd'
    ]);
    expect(/ d="([^"]*)"/.exec(html)?.[1]?.match(/M/g)).toHaveLength(2);
  });

  it('is left out where nothing builds on anything', () => {
    expect(courseMap(['a', 'b', 'c', 'd', 'e'].map((id) => lesson(id)))).toBeNull();
  });
});
