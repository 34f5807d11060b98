/** Plain text as lines, and small questions about their neighbours. */

export class TextLines {
  constructor(readonly lines: readonly string[]) {}

  get length(): number {
    return this.lines.length;
  }

  at(index: number): string {
    return this.lines[index] ?? '';
  }

  trimmed(index: number): string {
    return this.at(index).trim();
  }

  isBlank(index: number): boolean {
    return this.trimmed(index) === '';
  }

  /** The first line at or after `index` that is not blank; past the end, the number of lines. */
  next(index: number): number {
    while (index < this.length && this.isBlank(index)) index++;
    return index;
  }

  /** The last line at or before `index` that is not blank, or -1. */
  previous(index: number): number {
    while (index >= 0 && this.isBlank(index)) index--;
    return index;
  }

  /** Blank lines before a line; infinite at the start of the text. */
  gapBefore(index: number): number {
    const previous = this.previous(index - 1);
    return previous === -1 ? Infinity : index - previous - 1;
  }

  indent(index: number): number {
    const space = /^[ \t]*/.exec(this.at(index))?.[0] ?? '';
    return space.replaceAll('\t', '    ').length;
  }

  slice(from: number, to: number): readonly string[] {
    return this.lines.slice(from, to);
  }
}
