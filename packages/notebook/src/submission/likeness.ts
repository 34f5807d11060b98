/** What a text shows of the starter that it grew from: the names that it defines, and the lines that still stand. */

import { similarity } from '../upgrade/similarity.js';

export interface Traces {
  /** Of the starter's top-level functions and classes, those that the text defines. */
  names: Set<string>;
  /** Of the starter's lines that stand in it once, those that the text has: by their number. */
  lines: Set<number>;
}

export class Starter {
  readonly names: ReadonlySet<string>;
  readonly #lines: ReadonlyMap<string, number>;

  constructor(readonly text: string) {
    this.names = namesIn(text);
    this.#lines = linesOnce(text);
  }

  tracesIn(source: string): Traces {
    const names = new Set([...namesIn(source)].filter((name) => this.names.has(name)));
    const lines = new Set<number>();
    for (const line of source.split('\n')) {
      const number = this.#lines.get(line.trimEnd());
      if (number !== undefined) lines.add(number);
    }
    return { names, lines };
  }

  /** 0 to 1: the share of its names that the text defines; where it has none, how alike the words are. */
  likeness(source: string): number {
    return this.names.size > 0
      ? this.tracesIn(source).names.size / this.names.size
      : similarity(source, this.text);
  }

  /** Whether the texts, one after the other, are one answer cut in pieces, and not copies of it. */
  isCutInto(parts: readonly string[]): boolean {
    const traces = parts.map((part) => this.tracesIn(part));
    if (parts.length < 2 || traces.some(isEmpty)) return false;
    return traces.every(({ names, lines }, index) =>
      traces.slice(0, index).every(
        (before) =>
          [...names].every((name) => !before.names.has(name)) &&
          // In their order, too.
          Math.min(...lines, Infinity) > Math.max(...before.lines, -Infinity)
      )
    );
  }
}

function isEmpty({ names, lines }: Traces): boolean {
  return names.size + lines.size === 0;
}

function namesIn(source: string): Set<string> {
  const found = source.matchAll(/^(?:async[ \t]+)?(?:def|class)[ \t]+([^\W\d]\w*)/gmu);
  return new Set([...found].map(([, name = '']) => name));
}

/** Neither blank lines nor comments: these say too little. */
function linesOnce(text: string): Map<string, number> {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const numbers = new Map<string, number>();
  for (const [number, line] of lines.entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    if (lines.indexOf(line) === lines.lastIndexOf(line)) numbers.set(line, number);
  }
  return numbers;
}

/** Equal where two texts differ in blank lines and in space at line ends only. */
export function normalised(source: string): string {
  return source
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
