/** Code that is shown: a fence that nothing in the code can close. */

export function fence(source: string, info: string): string {
  // An info string after backticks may hold none.
  const character = info.includes('`') ? '~' : '`';
  let length = 3;
  for (const [run] of source.matchAll(character === '~' ? /~{3,}/g : /`{3,}/g)) {
    length = Math.max(length, run.length + 1);
  }
  const mark = character.repeat(length);
  return `${mark}${info}\n${source}\n${mark}`;
}
