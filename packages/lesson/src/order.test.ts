import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderLessons, parseLesson, type PathedLesson } from './index.js';

function lesson(path: string, id: string, prerequisites: string[] = []): PathedLesson {
  const text = `---\nid: ${id}\ntitle: ${id}\nprerequisites: [${prerequisites.join(', ')}]\n---\n`;
  return { path, lesson: parseLesson(text) };
}
const ids = (lessons: PathedLesson[]): string[] => lessons.map((entry) => entry.lesson.id);

describe('the order of lessons', () => {
  it('is by path, prerequisites first', () => {
    const { ordered, diagnostics } = orderLessons([
      lesson('c/lesson.md', 'c'),
      lesson('b/lesson.md', 'b', ['d']),
      lesson('d/lesson.md', 'd'),
      lesson('a/lesson.md', 'a')
    ]);
    expect(ids(ordered)).toEqual(['a', 'c', 'd', 'b']);
    expect(diagnostics).toEqual([]);
  });

  it('compares paths folder by folder', () => {
    const entries = [lesson('a-b/x.md', 'x'), lesson('a/y.md', 'y'), lesson('a/b/z.md', 'z')];
    expect(ids(orderLessons(entries).ordered)).toEqual(['z', 'y', 'x']);
  });

  it('reports a duplicate id, an unknown prerequisite and a cycle, and keeps every lesson', () => {
    const { ordered, diagnostics } = orderLessons([
      lesson('1.md', 'one', ['thre']),
      lesson('2.md', 'one'),
      lesson('3.md', 'three', ['four']),
      lesson('4.md', 'four', ['three']),
      lesson('5.md', 'five', ['five'])
    ]);
    expect(ordered).toHaveLength(5);
    expect(diagnostics.map(({ rule, severity, path }) => [rule, severity, path])).toEqual([
      ['course/duplicate-id', 'error', '2.md'],
      ['course/unknown-prerequisite', 'warning', '1.md'],
      ['course/prerequisite-cycle', 'error', '3.md'],
      ['course/prerequisite-cycle', 'error', '5.md']
    ]);
    expect(diagnostics[2]?.message).toContain('`three` → `four` → `three`');
    expect(diagnostics[1]?.remedy).toContain('`three`');
  });

  it('puts every lesson after its prerequisites where there is no cycle, whatever order they come in', () => {
    const graph = fc.array(fc.array(fc.nat(20), { maxLength: 3 }), { minLength: 1, maxLength: 21 });
    fc.assert(
      fc.property(graph, fc.infiniteStream(fc.nat()), (edges, keys) => {
        // An edge only to a lesson of a lower number cannot make a cycle.
        const entries = edges.map((targets, index) => {
          const prerequisites = targets
            .filter((target) => target < index)
            .map((target) => `n${target}`);
          return lesson(`${(index * 8) % 21}.md`, `n${index}`, prerequisites);
        });
        const shuffled = entries
          .map((entry) => ({ entry, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ entry }) => entry);
        const { ordered, diagnostics } = orderLessons(shuffled);
        expect(diagnostics).toEqual([]);
        expect(ids(ordered)).toEqual(ids(orderLessons(entries).ordered));
        const seen = new Set<string>();
        for (const { lesson } of ordered) {
          for (const id of lesson.prerequisites) expect(seen).toContain(id);
          seen.add(lesson.id);
        }
        expect(seen.size).toBe(entries.length);
      })
    );
  });
});
