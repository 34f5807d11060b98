/** The order of a course's lessons: prerequisites first, then path. */

import type { Diagnostic } from './diagnostics.js';
import type { Lesson, Range } from './lesson.js';
import { nearest } from './nearest.js';
import { Problems } from './problems.js';
import type { RuleId } from './rules.js';

export interface PathedLesson {
  lesson: Pick<Lesson, 'id' | 'prerequisites'>;
  path: string;
}
/** A problem of the course as a whole; `path` is the lesson at which to mend it. */
export interface CourseDiagnostic extends Diagnostic {
  path: string;
}

const START: Range = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 }
};

export function orderLessons<T extends PathedLesson>(
  lessons: readonly T[]
): { ordered: T[]; diagnostics: CourseDiagnostic[] } {
  const diagnostics: CourseDiagnostic[] = [];
  const report = (rule: RuleId, path: string, message: string, remedy: string): void => {
    const problems = new Problems();
    problems.report(rule, START, message, remedy);
    for (const diagnostic of problems.diagnostics()) diagnostics.push({ ...diagnostic, path });
  };

  const byPath = lessons.toSorted((a, b) => comparePaths(a.path, b.path));
  const byId = new Map<string, T>();
  for (const entry of byPath) {
    const first = byId.get(entry.lesson.id);
    if (first === undefined) byId.set(entry.lesson.id, entry);
    else {
      report(
        'course/duplicate-id',
        entry.path,
        `The id \`${entry.lesson.id}\` is that of ${first.path} already.`,
        'Give each lesson of a course an id of its own.'
      );
    }
  }

  const position = new Map(byPath.map((entry, index) => [entry, index]));
  const waitingFor = byPath.map(() => 0);
  const dependents: number[][] = byPath.map(() => []);
  byPath.forEach((entry, index) => {
    for (const id of new Set(entry.lesson.prerequisites)) {
      const prerequisite = byId.get(id);
      if (prerequisite === undefined) {
        const guess = nearest(
          id,
          [...byId.keys()].filter((known) => known !== entry.lesson.id)
        );
        report(
          'course/unknown-prerequisite',
          entry.path,
          `The course holds no lesson \`${id}\`, which is named as a prerequisite.`,
          guess === null ? 'Correct it, or remove it.' : `Did you mean \`${guess}\`?`
        );
        continue;
      }
      dependents[position.get(prerequisite) as number]?.push(index);
      waitingFor[index] = (waitingFor[index] as number) + 1;
    }
  });

  // Kahn's algorithm; of the lessons that are ready, the one with the first path goes next.
  const ordered: T[] = [];
  const placed = new Set<number>();
  const ready = new Heap();
  waitingFor.forEach((count, index) => count === 0 && ready.push(index));
  let firstLeft = 0;
  while (ordered.length < byPath.length) {
    let next = ready.pop();
    if (next === undefined) {
      while (placed.has(firstLeft)) firstLeft++;
      const cycle = findCycle(firstLeft, byPath, byId, position, placed);
      const names = [...cycle, cycle[0] as number].map(
        (index) => `\`${byPath[index]?.lesson.id}\``
      );
      next = cycle.reduce((least, index) => Math.min(least, index));
      report(
        'course/prerequisite-cycle',
        (byPath[next] as T).path,
        cycle.length === 1
          ? `The lesson ${names[0]} is its own prerequisite.`
          : `These lessons are prerequisites of each other: ${names.join(' → ')}.`,
        'Remove one of these prerequisites.'
      );
    }
    if (placed.has(next)) continue;
    placed.add(next);
    ordered.push(byPath[next] as T);
    for (const dependent of dependents[next] ?? []) {
      waitingFor[dependent] = (waitingFor[dependent] as number) - 1;
      if (waitingFor[dependent] === 0) ready.push(dependent);
    }
  }
  return { ordered, diagnostics };
}

/** Follows unmet prerequisites until one comes round again. */
function findCycle<T extends PathedLesson>(
  start: number,
  byPath: readonly T[],
  byId: ReadonlyMap<string, T>,
  position: ReadonlyMap<T, number>,
  placed: ReadonlySet<number>
): number[] {
  const trail: number[] = [];
  const seen = new Map<number, number>();
  let at = start;
  while (!seen.has(at)) {
    seen.set(at, trail.length);
    trail.push(at);
    const unmet = (byPath[at] as T).lesson.prerequisites
      .map((id) => byId.get(id))
      .find((entry) => entry !== undefined && !placed.has(position.get(entry) as number));
    if (unmet === undefined) break;
    at = position.get(unmet) as number;
  }
  return trail.slice(seen.get(at));
}

/** By code unit, a folder at a time, so that the order is the same on every machine. */
function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split(/[\\/]/), b.split(/[\\/]/)];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [x, y] = [left[index] as string, right[index] as string];
    if (x !== y) return x < y ? -1 : 1;
  }
  return left.length - right.length;
}

/** A binary heap of numbers, least first. */
class Heap {
  readonly #items: number[] = [];

  push(value: number): void {
    const items = this.#items;
    let at = items.push(value) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((items[parent] as number) <= value) break;
      items[at] = items[parent] as number;
      at = parent;
    }
    items[at] = value;
  }

  pop(): number | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (items.length === 0 || last === undefined) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && (items[child + 1] as number) < (items[child] as number))
        child++;
      if ((items[child] as number) >= last) break;
      items[at] = items[child] as number;
      at = child;
    }
    items[at] = last;
    return top;
  }
}
