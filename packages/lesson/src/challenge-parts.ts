/** The parts of a challenge: what stands under its `####` headings. */

import type { Challenge } from './lesson.js';
import type { MarkdownBlock } from './markdown.js';
import { reportStrayMarkers } from './locked-markers.js';
import { nearest } from './nearest.js';
import { readHints, readValue, type PartValue } from './part-value.js';
import type { Problems } from './problems.js';
import type { SourceText } from './source-text.js';

export type Parts = Pick<
  Challenge,
  | 'setup'
  | 'stdin'
  | 'expectedOutput'
  | 'tests'
  | 'solution'
  | 'hints'
  | 'accepted'
  | 'rejected'
  | 'explanation'
  | 'leftovers'
> & {
  starter: string | null;
  /** Text of parts that belongs to the task. */
  prose: string[];
};

const PART_NAMES = [
  'Setup',
  'Starter Code',
  'Stdin',
  'Expected Output',
  'Tests',
  'Solution',
  'Hints',
  'Accepted',
  'Rejected',
  'Explanation'
] as const;
type PartName = (typeof PART_NAMES)[number];

/** Their text may be shown to a learner before an answer is. */
const PUBLIC: ReadonlySet<PartName> = new Set(['Setup', 'Starter Code', 'Stdin', 'Hints']);
const REPEATABLE: ReadonlySet<PartName> = new Set(['Accepted', 'Rejected']);

/** One part as it stands in the text. */
export interface RawPart {
  heading: string;
  first: number;
  last: number;
  /** Its heading first. */
  blocks: MarkdownBlock[];
}

/** `blocks` begin with a part's heading; `lastLine` is the challenge's last. */
export function readParts(
  source: SourceText,
  blocks: MarkdownBlock[],
  lastLine: number,
  problems: Problems
): Parts {
  const reader = new PartsReader(source, problems);
  for (const part of splitParts(source, blocks, lastLine)) reader.read(part);
  return reader.parts;
}

function splitParts(source: SourceText, blocks: MarkdownBlock[], lastLine: number): RawPart[] {
  const parts: RawPart[] = [];
  for (const block of blocks) {
    const current = parts.at(-1);
    if (block.node.type === 'heading' && block.node.depth === 4) {
      if (current !== undefined) current.last = block.first - 1;
      const heading = headingText(source.line(block.first));
      parts.push({ heading, first: block.first, last: lastLine, blocks: [block] });
    } else {
      current?.blocks.push(block);
    }
  }
  return parts;
}

/** As it was written: a message after `Rejected:` is Markdown. */
function headingText(line: string): string {
  return line
    .replace(/^\s*#+/, '')
    .replace(/\s#+\s*$/, '')
    .trim();
}

class PartsReader {
  readonly parts: Parts = {
    setup: null,
    starter: null,
    stdin: null,
    expectedOutput: null,
    tests: null,
    solution: null,
    hints: [],
    accepted: [],
    rejected: [],
    explanation: null,
    leftovers: [],
    prose: []
  };
  readonly #seen = new Set<PartName>();

  constructor(
    private readonly source: SourceText,
    private readonly problems: Problems
  ) {}

  read(part: RawPart): void {
    const { name, label, sealed } = this.#name(part);
    if (name === null) {
      this.parts.prose.push(this.#whole(part));
      return;
    }
    if (this.#seen.has(name) && !REPEATABLE.has(name)) {
      this.#report(
        'challenge/duplicate-part',
        part,
        `\`${name}\` stands twice; the first counts.`,
        'Remove one of the two.'
      );
      this.parts.leftovers.push(this.#leftover(part, name));
      return;
    }
    this.#seen.add(name);
    if (name === 'Hints') {
      const { hints, rest } = readHints(this.source, part);
      this.parts.hints = hints;
      if (hints.length === 0) this.#reportEmpty(part, name, 'Write a numbered list under it.');
      this.#rest(part, name, rest);
      return;
    }
    if (name === 'Explanation') {
      const text = this.#content(part);
      if (text === '') this.#reportEmpty(part, name, 'Write the explanation under it.');
      else this.parts.explanation = text;
      return;
    }
    const value = readValue(this.source, part);
    if (value === null) {
      this.#reportEmpty(part, name, 'Write a fence under it.');
      return;
    }
    if (!value.fenced) {
      this.#report(
        'challenge/part-without-fence',
        part,
        `The value of \`${name}\` is not in a fence; its text is taken as it stands.`,
        'Put it between lines of three backticks, so that Markdown leaves it alone.'
      );
    }
    if (value.meta !== null) {
      this.problems.report(
        'challenge/stray-content',
        value.range,
        `\`${value.meta}\` has no meaning after the language of a part's fence; it is left out.`,
        'Remove it.'
      );
    }
    this.#assign(name, label, sealed, value);
    this.#rest(part, name, value.rest);
  }

  #assign(name: PartName, label: string | null, sealed: boolean, value: PartValue): void {
    const { parts } = this;
    const { text, range } = value;
    if (name === 'Setup') parts.setup = text;
    else if (name === 'Starter Code') {
      parts.starter = text;
      reportStrayMarkers(this.source, value, this.problems);
    } else if (name === 'Stdin') parts.stdin = text;
    else if (name === 'Expected Output') parts.expectedOutput = { text, sealed, range };
    else if (name === 'Tests') parts.tests = text;
    else if (name === 'Solution') parts.solution = text;
    else if (name === 'Accepted') parts.accepted.push({ source: text, message: label, range });
    else if (name === 'Rejected') parts.rejected.push({ source: text, message: label, range });
  }

  #name(part: RawPart): { name: PartName | null; label: string | null; sealed: boolean } {
    const sealed = /\{sealed\}\s*$/.test(part.heading);
    const [, written = '', label = ''] =
      /^([^:]*)(?::\s*(.*))?$/s.exec(part.heading.replace(/\{sealed\}\s*$/, '').trim()) ?? [];
    const typed = written.trim();
    const exact = PART_NAMES.find((name) => name === typed);
    const name = exact ?? resembling(typed);
    if (name === null) {
      this.#report(
        'challenge/unknown-part',
        part,
        `\`${part.heading}\` is not a part of a challenge; it is kept in the task.`,
        `Write one of ${PART_NAMES.map((known) => `\`${known}\``).join(', ')}, or a heading of five \`#\`.`
      );
    } else if (exact === undefined) {
      this.#report(
        'challenge/misspelt-part',
        part,
        `\`${typed}\` is read as \`${name}\`.`,
        `Write \`#### ${name}\`.`
      );
    }
    if (name !== null) this.#checkHeading(part, name, label, sealed);
    return { name, label: label === '' ? null : label, sealed };
  }

  /** What follows a part's name has a meaning for some parts only. */
  #checkHeading(part: RawPart, name: PartName, label: string, sealed: boolean): void {
    if (label !== '' && !REPEATABLE.has(name)) {
      this.#report(
        'challenge/stray-content',
        part,
        `\`${name}\` takes no text after its colon; “${label}” is shown to nobody.`,
        'Remove it, or write it under the heading.'
      );
    }
    if (sealed && name !== 'Expected Output') {
      this.#report(
        'challenge/stray-content',
        part,
        `\`${name}\` cannot be \`{sealed}\`; only \`Expected Output\` can.`,
        'Remove `{sealed}`.'
      );
    }
  }

  /** Text beside a part's value: with the task where a learner may read it, else out of sight. */
  #rest(part: RawPart, name: PartName, rest: [number, number][]): void {
    for (const [first, last] of rest) {
      const extent = this.source.trim(first, last);
      if (extent === null) continue;
      const markdown = this.source.linesText(...extent);
      const range = this.source.lineRange(...extent);
      const shown = PUBLIC.has(name);
      if (shown) this.parts.prose.push(markdown);
      else this.parts.leftovers.push({ part: part.heading, markdown, range });
      this.problems.report(
        'challenge/stray-content',
        range,
        `\`${name}\` has one value; this text beside it is ${shown ? 'shown with the task' : 'kept, but shown to nobody'}.`,
        name === 'Solution'
          ? 'Move it to `#### Explanation`.'
          : 'Move it to the task, under the title.'
      );
    }
  }

  /** Where the part ends, blank lines left off. */
  #extent(part: RawPart): [number, number] {
    return this.source.trim(part.first, part.last) ?? [part.first, part.last];
  }

  #whole(part: RawPart): string {
    return this.source.linesText(...this.#extent(part));
  }

  /** What stands under the heading; empty when nothing does. */
  #content(part: RawPart): string {
    const extent = this.source.trim((part.blocks[0]?.last ?? part.first) + 1, part.last);
    return extent === null ? '' : this.source.linesText(...extent);
  }

  #leftover(part: RawPart, name: PartName): Parts['leftovers'][number] {
    const range = this.source.lineRange(...this.#extent(part));
    return { part: name, markdown: this.#whole(part), range };
  }

  #reportEmpty(part: RawPart, name: PartName, remedy: string): void {
    this.#report('challenge/empty-part', part, `\`${name}\` holds nothing.`, remedy);
  }

  #report(
    rule: Parameters<Problems['report']>[0],
    part: RawPart,
    message: string,
    remedy: string
  ): void {
    this.problems.report(rule, this.source.lineRange(part.first), message, remedy);
  }
}

/** A slip in a heading must not show a solution with the task, so what resembles a part is read as that part. */
function resembling(typed: string): PartName | null {
  const plain = typed.toLowerCase().replace(/[^a-z]/g, '');
  const aliases: Record<string, PartName> = {
    starter: 'Starter Code',
    solutions: 'Solution',
    output: 'Expected Output',
    input: 'Stdin'
  };
  if (Object.hasOwn(aliases, plain)) return aliases[plain] ?? null;
  return (
    PART_NAMES.find((name) => name.toLowerCase().replace(' ', '') === plain) ??
    (nearest(typed, PART_NAMES) as PartName | null)
  );
}
