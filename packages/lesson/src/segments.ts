/** Cuts a body into blocks: prose by headings, fences, directives. Every line that is not blank lands in one of them. */

import type { Code, Heading, Nodes } from 'mdast';
import type { BodyNode, DirectiveNode, OtherLines } from './directives.js';
import type { DraftBlock } from './draft.js';
import type { ProseBlock } from './lesson.js';
import { definitionsIn, type Definitions, type Inlines } from './inlines.js';
import { isFence, type MarkdownBlock } from './markdown.js';
import type { Problems } from './problems.js';
import { readQuiz } from './quiz/read-quiz.js';
import { References } from './references.js';
import type { SourceText } from './source-text.js';

const PYTHON = new Set(['python', 'python3', 'py']);

export function isPython(language: string | null | undefined): boolean {
  return PYTHON.has((language ?? '').toLowerCase());
}

export function segmentBody(
  nodes: BodyNode[],
  firstLine: number,
  lastLine: number,
  source: SourceText,
  inlines: Inlines,
  problems: Problems
): DraftBlock[] {
  const references = new References(nodes, source, inlines);
  let definitions: Definitions | undefined;
  const headingText = (block: MarkdownBlock, heading: Heading): string =>
    inlines.headingText(
      heading,
      source.linesText(block.first, block.last),
      () => (definitions ??= definitionsIn(blocksIn(nodes)))
    );
  return new Segmenter(source, references, headingText, problems).blocks(
    nodes,
    firstLine,
    lastLine
  );
}

function* blocksIn(nodes: BodyNode[]): Generator<MarkdownBlock> {
  for (const node of nodes) {
    if (node.kind === 'block') yield node;
    else if (node.kind === 'directive') yield* blocksIn(node.children);
  }
}

class Segmenter {
  constructor(
    private readonly source: SourceText,
    private readonly references: References,
    private readonly headingText: (block: MarkdownBlock, heading: Heading) => string,
    private readonly problems: Problems
  ) {}

  blocks(nodes: BodyNode[], firstLine: number, lastLine: number): DraftBlock[] {
    const result: DraftBlock[] = [];
    let cursor = firstLine;
    let heading: ProseBlock['heading'] = null;
    let run: Nodes[] = [];
    const flush = (before: number): void => {
      const prose = this.#prose(cursor, before, heading, run);
      if (prose !== null) result.push(prose);
      heading = null;
      run = [];
    };
    for (const node of nodes) {
      if (node.kind === 'block' && !this.#isCell(node)) {
        if (node.node.type === 'heading') {
          flush(node.first - 1);
          cursor = node.first;
          heading = { depth: node.node.depth, text: this.headingText(node, node.node) };
        }
        run.push(node.node);
        continue;
      }
      flush(node.first - 1);
      if (node.kind === 'block') result.push(this.#fence(node, node.node as Code));
      else if (node.kind === 'directive') result.push(...this.#directive(node));
      else if (node.kind === 'verbatim') result.push(this.#verbatim(node));
      cursor = node.last + 1;
    }
    flush(lastLine);
    return result;
  }

  /** Mermaid stays where it is: JupyterLab draws such a fence in the middle of prose. */
  #isCell(block: MarkdownBlock): boolean {
    if (!isFence(block, this.source.lines, 1)) return false;
    return (block.node as Code).lang?.toLowerCase() !== 'mermaid';
  }

  #prose(
    first: number,
    last: number,
    heading: ProseBlock['heading'],
    run: Nodes[]
  ): ProseBlock | null {
    const extent = this.source.trim(first, last);
    if (extent === null) return null;
    const markdown = this.source.linesText(...extent);
    return {
      kind: 'prose',
      markdown: markdown + this.references.missingIn(markdown, run),
      heading,
      range: this.source.lineRange(...extent)
    };
  }

  #fence(block: MarkdownBlock, code: Code): DraftBlock {
    const range = this.source.lineRange(block.first, block.last);
    const language = code.lang ?? null;
    const meta = code.meta ?? null;
    if (isPython(language)) {
      return { kind: 'python-fence', source: code.value, language: language ?? '', meta, range };
    }
    if (language?.toLowerCase() === 'diagram') {
      return { kind: 'diagram', label: meta, source: code.value, range };
    }
    return { kind: 'listing', language, meta, source: code.value, range };
  }

  #verbatim({ first, last }: OtherLines): DraftBlock {
    const extent = this.source.trim(first, last) ?? [first, last];
    return {
      kind: 'listing',
      language: 'markdown',
      meta: null,
      source: this.source.linesText(...extent),
      range: this.source.lineRange(...extent)
    };
  }

  #directive(node: DirectiveNode): DraftBlock[] {
    if (node.opening.name === 'quiz') return this.#quiz(node);
    const { name, title, attributes } = node.opening;
    const directive: DraftBlock = {
      kind: 'draft-directive',
      name,
      title,
      attributes,
      children: this.blocks(node.children, node.contentFirst, node.contentLast),
      opening: this.source.lineRange(node.first, node.contentFirst - 1),
      range: this.source.lineRange(node.first, node.last)
    };
    return [directive];
  }

  /** A form holds text only: what else is inside it follows it. */
  #quiz(node: DirectiveNode): DraftBlock[] {
    const quiz = readQuiz(node, this.source, this.references, this.problems);
    const others = node.children.flatMap((child) => {
      if (child.kind === 'directive') return this.#directive(child);
      return child.kind === 'verbatim' ? [this.#verbatim(child)] : [];
    });
    return [quiz, ...others];
  }
}
