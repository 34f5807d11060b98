/** Writes blocks as cells, in reading order. Prose between code, listings and diagrams included, is one cell a section. */

import type { ICell } from '@jupyterlab/nbformat';
import type {
  Block,
  ChallengePlace,
  CodeBlock,
  DirectiveBlock,
  Lesson,
  ProseBlock,
  QuizBlock
} from '@lectern/lesson';
import { calloutMarkdown, isCallout } from './callout.js';
import { CellIds, challengeCellId, quizCellId } from './cell-ids.js';
import { codeCell, markdownCell } from './cells.js';
import { challengeCells } from './challenge-cells.js';
import { diagramMarkdown } from './diagram.js';
import { experimentSource } from './experiment.js';
import { fence } from './listing.js';
import { firstLine, paragraphs } from './markdown-text.js';
import type { CellKind } from './metadata.js';
import { preludeCell } from './nbgrader/graded-cells.js';
import { quizMarkdown, quizMetadata } from './quiz.js';
import type { NotebookOptions } from './to-notebook.js';

export class CellWriter {
  #cells: ICell[] = [];
  #hasPrelude = false;
  #prose: string[] = [];
  /** How the first block of the prose began in the lesson: its cell's id must not change with how we render it. */
  #proseKey = '';
  #proseStart: number | null = null;
  /** By cell id, where in the lesson's text the part begins that the cell shows. */
  readonly starts = new Map<string, number>();
  readonly #ids = new CellIds();
  /** The headings that the current block stands under, outermost first. */
  readonly #headings: { depth: number; text: string }[] = [];

  constructor(
    private readonly lesson: Lesson,
    private readonly options: NotebookOptions
  ) {}

  finish(): ICell[] {
    this.#flush();
    return this.#cells;
  }

  write(block: Block): void {
    const markdown = this.#inProse(block);
    if (markdown !== null) {
      if (block.kind === 'prose' && block.heading !== null) {
        this.#flush();
        this.#enter(block.heading);
      }
      if (markdown !== '') this.#addProse(markdown, textOf(block), startOf(block));
      return;
    }
    this.#flush();
    if (block.kind === 'code') this.#code(block);
    else if (block.kind === 'challenge-place') this.#challenge(block);
    else if (block.kind === 'quiz') this.#quiz(block);
    else if (block.kind === 'directive') this.#directive(block);
  }

  #flush(): void {
    const source = this.#prose.join('\n\n');
    this.#prose = [];
    if (source !== '') this.#markdown('prose', source, this.#proseKey, this.#proseStart);
    this.#proseStart = null;
  }

  #addProse(markdown: string, key: string, start: number | null): void {
    if (this.#prose.length === 0) this.#proseKey = key;
    this.#proseStart ??= start;
    this.#prose.push(markdown);
  }

  #enter(heading: NonNullable<ProseBlock['heading']>): void {
    while ((this.#headings.at(-1)?.depth ?? 0) >= heading.depth) this.#headings.pop();
    this.#headings.push(heading);
  }

  #id(kind: CellKind, key: string): string {
    const path = this.#headings.map(({ text }) => text);
    return this.#ids.next(path, kind, key);
  }

  #markdown(kind: CellKind, source: string, key: string, start: number | null): void {
    const id = this.#id(kind, key);
    this.#begins(id, start);
    this.#cells.push(markdownCell(id, source, { kind }));
  }

  #code(block: CodeBlock): void {
    const { source, raises } = block;
    const id = this.#id('code', firstLine(source));
    this.#begins(id, startOf(block));
    // The tag by which Jupyter's own tools run on past an error.
    const options = raises ? { tags: ['raises-exception'] } : {};
    this.#cells.push(codeCell(id, source, { kind: 'code' }, options));
  }

  #begins(id: string, start: number | null): void {
    if (start !== null) this.starts.set(id, start);
  }

  /** What goes into the prose cell of its section; `null` for what has cells of its own. */
  #inProse(block: Block): string | null {
    if (block.kind === 'prose') return block.markdown;
    if (block.kind === 'listing') {
      return fence(
        block.source,
        [block.language, block.meta].filter((word) => word !== null).join(' ')
      );
    }
    if (block.kind === 'diagram')
      return diagramMarkdown(block, this.#headings.at(-1)?.text ?? null);
    return null;
  }

  /** A block inside a callout, as text; `null` when something in it needs a cell. */
  #inCallout(block: Block): string | null {
    if (block.kind !== 'directive') return this.#inProse(block);
    if (block.name === 'try-it' || experimentSource(block) !== null) return null;
    const children = block.children.map((child) => this.#inCallout(child));
    if (children.includes(null)) return null;
    return this.#render(block, paragraphs(...children), true);
  }

  #render({ name, title }: DirectiveBlock, content: string, labelled: boolean): string {
    if (!isCallout(name)) return paragraphs(title === null ? null : `**${title}**`, content);
    return calloutMarkdown(name, title, content, labelled);
  }

  #quiz(quiz: QuizBlock): void {
    const id = quizCellId(quiz.id);
    this.#begins(id, startOf(quiz));
    // In every edition without the answers: nbgrader hands an instructor's text out to students as it is.
    const source = quizMarkdown(quiz);
    const lectern = { kind: 'quiz', quiz: quizMetadata(quiz) } as const;
    // Its text is the lesson's; what the learner answers is not text of the cell.
    const options = { editable: false, deletable: false } as const;
    this.#cells.push(markdownCell(id, source, lectern, options));
  }

  #directive(block: DirectiveBlock): void {
    if (!isCallout(block.name)) {
      if (block.title !== null) {
        this.#addProse(`**${block.title}**`, block.title, startOf(block));
      }
      for (const child of block.children) this.write(child);
      return;
    }
    const kind = block.name === 'try-it' ? 'try-it' : 'callout';
    const first = block.children[0];
    const key = [block.attributes['id'], block.name, block.title, textOf(first)].join(' ');
    this.#pieces(block, (content, start) => {
      const isFirst = start === startOf(block);
      this.#markdown(
        kind,
        this.#render(block, content, isFirst),
        isFirst ? key : firstLine(content),
        start
      );
    });
    if (kind === 'try-it') this.#answer(block, key);
    this.#experiment(block);
  }

  /**
   * Text between cells, the first piece always, though it be empty; the cells are written in their places. A piece
   * begins where its first block does; the first one where its directive does.
   */
  #pieces(
    directive: DirectiveBlock | ChallengePlace,
    writeText: (content: string, start: number | null) => void
  ): void {
    let text: string[] = [];
    let start = startOf(directive);
    let isFirst = true;
    const flush = (): void => {
      if (text.length > 0 || isFirst) writeText(paragraphs(...text), start);
      text = [];
      isFirst = false;
    };
    for (const block of directive.children) {
      const markdown = this.#inCallout(block);
      if (markdown !== null) {
        if (text.length === 0 && !isFirst) start = startOf(block);
        text.push(markdown);
        continue;
      }
      flush();
      this.write(block);
      this.#flush();
    }
    if (text.length > 0 || isFirst) flush();
  }

  /** After its text, whose place in the lesson it shares. */
  #experiment(block: DirectiveBlock): void {
    const source = experimentSource(block);
    if (source === null) return;
    const key = `${block.attributes['id'] ?? ''} ${source}`;
    this.#cells.push(
      codeCell(
        this.#id('experiment', key),
        source,
        { kind: 'experiment' },
        { jupyter: { source_hidden: true } }
      )
    );
  }

  /** An empty cell for an open task: the learner's to fill, and never graded. */
  #answer(block: DirectiveBlock, key: string): void {
    if (block.attributes['answer'] === 'text') {
      this.#markdown('answer-text', '', key, null);
    } else {
      this.#cells.push(codeCell(this.#id('answer-code', key), '', { kind: 'answer-code' }));
    }
  }

  #challenge(place: ChallengePlace): void {
    const challenge = this.lesson.challenges.find(({ id }) => id === place.challengeId);
    if (challenge === undefined) return;
    const outside = this.#cells;
    this.#cells = [];
    let introduction = '';
    this.#pieces(place, (content, start) => {
      if (start === startOf(place)) introduction = content;
      else this.#markdown('prose', content, firstLine(content), start);
    });
    const between = this.#cells;
    this.#cells = outside;
    this.#begins(challengeCellId(challenge.id, 'task'), startOf(place));
    const { nbgrader } = this.options;
    const checks = nbgrader?.challenges.get(challenge.id);
    if (nbgrader !== undefined && checks !== undefined && checks.checks.length > 0) {
      if (!this.#hasPrelude) this.#cells.push(preludeCell(nbgrader.prelude));
      this.#hasPrelude = true;
    }
    this.#cells.push(
      ...challengeCells(challenge, introduction, between, {
        edition: this.options.edition,
        grading: this.options.grading.get(challenge.id),
        showExpectedOutput: this.options.showExpectedOutput?.(challenge.id) ?? false,
        checks
      })
    );
  }
}

function textOf(block: Block | undefined): string {
  if (block === undefined) return '';
  if (block.kind === 'prose') return firstLine(block.markdown);
  return 'source' in block ? firstLine(block.source) : '';
}

/** `null` for a title that stands nowhere in the text. */
function startOf({ range: { start, end } }: Block): number | null {
  return start.offset === end.offset ? null : start.offset;
}
