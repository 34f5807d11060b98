/** Carries what somebody changed in a cell back into the text that the cell was made from. */

import { diffIndices } from 'node-diff3';

export interface Applied {
  text: string;
  /** Changes to lines that the text does not have: those that were written into the cell when it was built. */
  lost: string[];
}

/**
 * `base` is the cell's source as built from `text`, `edited` what it is now. Lines of `base` that `text` has too are
 * changed there; line ends stay the text's own.
 */
export function applyEdits(text: string, base: string, edited: string): Applied {
  const lines = splitLines(text);
  const [from, to] = [base.split('\n'), edited.split('\n')];
  const places = matches(
    from,
    lines.map((line) => line.content)
  );
  const end = lines.find((line) => line.end !== '')?.end ?? '\n';
  const lost: string[] = [];
  const hunks = diffIndices(from, to);
  // From the last to the first, so that the places before stay true.
  for (const { buffer1, buffer2 } of hunks.reverse()) {
    const added = to.slice(buffer2[0], buffer2[0] + buffer2[1]);
    const place = placeOf(places, buffer1[0], buffer1[1]);
    if (place === null) {
      lost.unshift(added.join('\n') || from.slice(buffer1[0], buffer1[0] + buffer1[1]).join('\n'));
      continue;
    }
    const last = lines[place + buffer1[1] - 1];
    const written = added.map((content) => ({ content, end }));
    const final = written.at(-1);
    // The text may end without a line end.
    if (last?.end === '' && buffer1[1] > 0 && final !== undefined) final.end = '';
    else if (last?.end === '' && buffer1[1] === 0 && final !== undefined) {
      last.end = end;
      final.end = '';
    }
    lines.splice(place, buffer1[1], ...written);
  }
  return { text: lines.map(({ content, end }) => content + end).join(''), lost };
}

/** Where in the text `length` lines of the base from `start` on are, or an insertion there goes; `null`: nowhere. */
function placeOf(
  places: ReadonlyMap<number, number>,
  start: number,
  length: number
): number | null {
  if (length === 0) {
    const before = places.get(start - 1);
    return before === undefined ? (places.get(start) ?? null) : before + 1;
  }
  const first = places.get(start);
  if (first === undefined) return null;
  for (let offset = 1; offset < length; offset++) {
    if (places.get(start + offset) !== first + offset) return null;
  }
  return first;
}

/** By line of `left`, the same line of `right`. Blank lines say nothing by themselves: they go with their neighbours. */
function matches(left: string[], right: string[]): Map<number, number> {
  const words = (lines: string[]): number[] =>
    [...lines.keys()].filter((index) => lines[index]?.trim() !== '');
  const [from, to] = [words(left), words(right)];
  const found = new Map<number, number>();
  let [position, other] = [0, 0];
  const same = (until: number): void => {
    while (position < until) found.set(from[position++] ?? -1, to[other++] ?? -1);
  };
  const hunks = diffIndices(
    from.map((index) => left[index]),
    to.map((index) => right[index])
  );
  for (const { buffer1, buffer2 } of hunks) {
    same(buffer1[0]);
    position += buffer1[1];
    other += buffer2[1];
  }
  same(from.length);
  const extend = (index: number, step: number): void => {
    const place = found.get(index - step);
    if (place === undefined || found.has(index) || left[index]?.trim() !== '') return;
    if (right[place + step]?.trim() === '') found.set(index, place + step);
  };
  for (let index = 0; index < left.length; index++) extend(index, 1);
  for (let index = left.length - 1; index >= 0; index--) extend(index, -1);
  return found;
}

interface Line {
  content: string;
  end: string;
}

function splitLines(text: string): Line[] {
  return [...text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)]
    .filter(([whole]) => whole !== '')
    .map(([, content, end]) => ({ content: content as string, end: end as string }));
}

/** A fence with other code in it, its marks longer where the code would close them. */
export function replaceInFence(text: string, code: string): string | null {
  const lines = splitLines(text);
  const open = /^( {0,3})(`{3,}|~{3,})(.*)$/.exec(lines[0]?.content ?? '');
  if (open === null) return null;
  const [, indent = '', mark = '', info = ''] = open;
  const closes = (line: string): boolean => {
    const close = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1] ?? '';
    return close.startsWith(mark);
  };
  const last = lines.findIndex(({ content }, index) => index > 0 && closes(content));
  if (last === -1) return null;
  const written = code === '' ? [] : code.split('\n');
  const longest = Math.max(
    mark.length,
    ...written.filter(closes).map((line) => line.trim().length + 1)
  );
  const fence = (mark[0] ?? '`').repeat(longest);
  const end = lines[0]?.end ?? '\n';
  const head = [
    `${indent}${fence}${info}`,
    ...written.map((line) => (line === '' ? '' : indent + line))
  ];
  const rest = lines.slice(last + 1).map((line) => line.content + line.end);
  const closing = `${indent}${fence}${lines[last]?.end ?? ''}`;
  return [...head.map((line) => line + end), closing, ...rest].join('');
}
