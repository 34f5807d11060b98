/** Fences that nothing in their text can close. */

export function fenced(info: string, source: readonly string[]): string[] {
  let length = 3;
  for (const line of source) {
    const run = /^\s*(`{3,})/.exec(line)?.[1];
    if (run !== undefined) length = Math.max(length, run.length + 1);
  }
  const mark = '`'.repeat(length);
  return [`${mark}${info}`, ...source, mark];
}
