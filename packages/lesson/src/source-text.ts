/** The text of a lesson with its line ends made uniform, and the way back to positions in the text as it was given. */

import type { Point, Range } from './lesson.js';

export class SourceText {
  /** Without a byte order mark, every line end a single `\n`. All offsets below count in this text. */
  readonly text: string;
  readonly #lines: string[];
  readonly #starts: number[] = [0];
  readonly #originalStarts: number[];

  constructor(raw: string) {
    const start = raw.startsWith('\uFEFF') ? 1 : 0;
    this.#originalStarts = [start];
    for (const match of raw.matchAll(/\r\n|\r|\n/g)) {
      this.#originalStarts.push(match.index + match[0].length);
    }
    this.text = raw.slice(start).replace(/\r\n?/g, '\n');
    this.#lines = this.text.split('\n');
    let offset = 0;
    for (const line of this.#lines.slice(0, -1)) {
      offset += line.length + 1;
      this.#starts.push(offset);
    }
  }

  get lines(): readonly string[] {
    return this.#lines;
  }

  /** Blanks a line that has been dealt with; positions stay as they are. */
  omit(number: number): void {
    this.#lines[number - 1] = '';
  }

  /** Lines count from 1. */
  line(number: number): string {
    return this.#lines[number - 1] ?? '';
  }

  /** The offset at which a line begins; for a line past the last, the end of the text. */
  lineStart(number: number): number {
    return this.#starts[number - 1] ?? this.text.length;
  }

  lineEnd(number: number): number {
    return this.lineStart(number) + this.line(number).length;
  }

  /** Both lines included. */
  linesText(first: number, last: number): string {
    return this.#lines.slice(first - 1, Math.max(first - 1, last)).join('\n');
  }

  /** The stretch of lines without the blank ones at its ends; `null` when all are blank. */
  trim(first: number, last: number): [first: number, last: number] | null {
    while (first <= last && this.line(first).trim() === '') first++;
    while (last >= first && this.line(last).trim() === '') last--;
    return first > last ? null : [first, last];
  }

  /** Where `offset` is in the text as it was given. */
  point(offset: number): Point {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const column = offset - (this.#starts[low] ?? 0);
    return { line: low + 1, column: column + 1, offset: (this.#originalStarts[low] ?? 0) + column };
  }

  range(start: number, end: number): Range {
    return { start: this.point(start), end: this.point(end) };
  }

  /** Both lines included, without the last one's line end. */
  lineRange(first: number, last: number = first): Range {
    return this.range(this.lineStart(first), this.lineEnd(Math.max(first, last)));
  }
}
