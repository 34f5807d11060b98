/** nbgrader's regions: what `nbgrader generate_assignment` takes out of the students' copies, and what it leaves there. */

export const BEGIN_SOLUTION = '### BEGIN SOLUTION';
export const END_SOLUTION = '### END SOLUTION';
export const BEGIN_HIDDEN = '### BEGIN HIDDEN TESTS';
export const END_HIDDEN = '### END HIDDEN TESTS';

/** What nbgrader puts in the place of a solution, unless it is configured to put something else. */
export const STUB = ['# YOUR CODE HERE', 'raise NotImplementedError()'];

/** The source as nbgrader leaves it to students. */
export function withoutRegions(source: string): string {
  const kept: string[] = [];
  let inside = false;
  for (const line of source.split('\n')) {
    if (line.includes(END_SOLUTION) || line.includes(END_HIDDEN)) {
      inside = false;
    } else if (line.includes(BEGIN_SOLUTION)) {
      inside = true;
      const indent = /^\s*/.exec(line)?.[0] ?? '';
      kept.push(...STUB.map((stub) => indent + stub));
    } else if (line.includes(BEGIN_HIDDEN)) {
      inside = true;
    } else if (!inside) {
      kept.push(line);
    }
  }
  return kept.join('\n');
}

/** The lines between and around the markers: the solution as it runs, or the starter's lines alone. */
export function linesOf(source: string, view: 'solution' | 'starter'): string[] {
  let inside = false;
  return source.split('\n').filter((line) => {
    const isMarker = line.includes(BEGIN_SOLUTION) || line.includes(END_SOLUTION);
    if (isMarker) inside = line.includes(BEGIN_SOLUTION);
    return !isMarker && (view === 'solution' || !inside);
  });
}

export function solutionRegion(lines: readonly string[], indent = ''): string[] {
  return [indent + BEGIN_SOLUTION, ...lines, indent + END_SOLUTION];
}
