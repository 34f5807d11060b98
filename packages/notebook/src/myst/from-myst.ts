/** A lesson from MyST Markdown: what `toMyst` writes, and the exercises, cells and admonitions that others write. */

import { fence } from '../listing.js';
import { paragraphs } from '../markdown-text.js';
import { challengeText, type ChallengeDraft } from './challenge-text.js';
import { readBlocks, type Directive, type MystBlock } from './read-blocks.js';

export interface FromMyst {
  text: string;
  /** What had no place in a lesson, a sentence each. */
  problems: string[];
}

export function fromMyst(myst: string): FromMyst {
  const lines = myst
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const isEnd = (line: string, at: number): boolean => at > 0 && line.trimEnd() === '---';
  const end = lines[0]?.trimEnd() === '---' ? lines.findIndex(isEnd) : -1;
  const front = withoutKernel(end === -1 ? [] : lines.slice(1, end));
  const reader = new MystReader();
  const body = paragraphs(reader.read(lines.slice(end + 1), end + 2), reader.finish());
  const challenges = reader.challenges.map(challengeText);
  return {
    text: `${paragraphs(
      front.length === 0 ? null : ['---', ...front, '---'].join('\n'),
      body,
      ...(challenges.length === 0 ? [] : ['---challenges---', ...challenges])
    )}\n`,
    problems: reader.problems
  };
}

/** Keys that are Jupytext's and Jupyter's, with what is indented under them. */
function withoutKernel(lines: string[]): string[] {
  let dropped = false;
  return lines.filter((line) => {
    if (/^\S/.test(line)) dropped = /^(jupytext|kernelspec):/.test(line);
    return !dropped;
  });
}

const ADMONITIONS: Readonly<Record<string, string>> = {
  note: 'note',
  tip: 'tip',
  warning: 'warning',
  hint: 'tip',
  important: 'warning',
  caution: 'warning',
  danger: 'warning',
  attention: 'warning',
  seealso: 'note'
};

class MystReader {
  readonly problems: string[] = [];
  readonly challenges: ChallengeDraft[] = [];
  /** The exercise or solution whose gate is open. */
  #exercise: ChallengeDraft | null = null;
  #solution: ChallengeDraft | null = null;

  read(lines: readonly string[], firstLine: number): string {
    const written: string[] = [];
    for (const block of readBlocks(lines, firstLine)) {
      const text = this.#block(block);
      if (text === '') continue;
      const draft = this.#exercise ?? this.#solution;
      if (draft === null) written.push(text);
      else if (this.#exercise !== null) draft.prose.push(text);
      else draft.explanation.push(text);
    }
    return paragraphs(...written.map((text) => text.replace(/^\n+|\s+$/g, '')));
  }

  /** The place of an exercise whose gate nobody closed. */
  finish(): string {
    if (this.#exercise !== null) {
      this.problems.push(
        `The exercise ${this.#exercise.id} has no {exercise-end}; it ends with the text.`
      );
    }
    return this.#endExercise();
  }

  #block(block: MystBlock): string {
    switch (block.kind) {
      case 'text':
        return block.lines.join('\n').replace(/^(\s*\n)+|\s+$/g, '');
      case 'fence':
        return this.#fence(block.info, block.lines);
      case 'comment':
        return this.#comment(block.text);
      case 'target':
        return `<!-- ${block.text} -->`;
      case 'break':
        return '';
      case 'directive':
        return this.#directive(block);
    }
  }

  /** In MyST a fence of Python is shown, and does not run. */
  #fence(info: string, lines: string[]): string {
    const [first = '', ...rest] = lines;
    // An indented one is part of a list.
    return /^[`~]/.test(first) && /^(python3?|py)\b(?!.*\blisting\b)/i.test(info)
      ? [`${first.trimEnd()} listing`, ...rest].join('\n')
      : lines.join('\n');
  }

  #comment(text: string): string {
    const draft = this.#exercise;
    if (draft !== null && text === 'lectern task') {
      draft.marker.push(...draft.prose.splice(0));
      return '';
    }
    const keys = readLectern(text);
    if (draft === null || keys === null) return `<!-- ${text.replaceAll('-->', '-- >')} -->`;
    Object.assign(draft.keys, keys);
    return '';
  }

  #directive(directive: Directive): string {
    const { name, argument, options, content } = directive;
    const source = content.join('\n');
    switch (name) {
      case 'code-cell':
      case 'code':
      case 'code-block':
        return this.#code(directive, source);
      case 'exercise-start':
      case 'exercise': {
        const before = this.#endExercise();
        this.#exercise = this.#draft(directive);
        const outside = this.#inside(directive);
        return paragraphs(before, outside, name === 'exercise' ? this.#endExercise() : '');
      }
      case 'exercise-end':
        return paragraphs(this.#inside(directive), this.#endExercise());
      case 'solution-start':
      case 'solution': {
        this.#solution = this.challenges.find(({ label }) => label === argument) ?? null;
        if (this.#solution === null) this.#lose(directive, 'it solves no exercise before it');
        const outside = this.#inside(directive);
        if (name === 'solution') this.#solution = null;
        return outside;
      }
      case 'solution-end': {
        const outside = this.#inside(directive);
        this.#solution = null;
        return outside;
      }
      case 'math':
        return `$$\n${source}\n$$`;
      case 'mermaid':
        return fence(source, 'mermaid');
      case 'image':
      case 'figure':
        return paragraphs(`![${options['alt'] ?? ''}](${argument})`, source);
      default:
        return this.#admonition(directive);
    }
  }

  /** Its content goes to the exercise or solution that is open; what belongs to none comes back. */
  #inside({ content, line }: Directive): string {
    return this.read(content, line + 1);
  }

  #endExercise(): string {
    const draft = this.#exercise;
    this.#exercise = null;
    if (draft === null) return '';
    this.challenges.push(draft);
    if (draft.starter === null) {
      this.problems.push(`The exercise ${draft.id} has no code cell; its starter is a comment.`);
    }
    return [
      `:::challenge{id=${draft.id}}`,
      ...(draft.marker.length === 0 ? [] : [paragraphs(...draft.marker)]),
      ':::'
    ].join('\n');
  }

  #draft({ argument, options }: Directive): ChallengeDraft {
    const number = this.challenges.length + 1;
    const id = (options['label'] ?? '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    return {
      id: id === '' ? `exercise-${number}` : id,
      label: options['label'] ?? '',
      title: argument === '' ? `Exercise ${number}` : argument,
      keys: {},
      marker: [],
      prose: [],
      setup: null,
      starter: null,
      parts: [],
      hints: [],
      solution: [],
      explanation: []
    };
  }

  #code({ name, argument, options }: Directive, source: string): string {
    const words = `${options['tags'] ?? ''} ${options['class'] ?? ''}`;
    const kind = /\blectern-([a-z-]+)/.exec(words)?.[1];
    const caption = options['caption'] ?? null;
    const draft = this.#exercise ?? this.#solution;
    if (kind === 'diagram')
      return fence(source, caption === null ? 'diagram' : `diagram ${caption}`);
    if (draft !== null && kind !== 'code') {
      if (kind === 'setup') draft.setup = source;
      else if (kind === 'starter') draft.starter = source;
      else if (kind === 'solution') draft.solution.push(source);
      else if (kind !== undefined) draft.parts.push({ kind, source, caption });
      else if (name === 'code-cell' && draft === this.#solution) draft.solution.push(source);
      else if (name === 'code-cell')
        draft.starter = draft.starter === null ? source : `${draft.starter}\n\n${source}`;
      else return this.#listing(source, argument);
      return '';
    }
    if (name !== 'code-cell') return this.#listing(source, argument);
    return fence(source, words.includes('raises-exception') ? 'python raises' : 'python exec');
  }

  #listing(source: string, language: string): string {
    return fence(source, /^(python3?|py|ipython3?)$/i.test(language) ? 'python listing' : language);
  }

  #admonition(directive: Directive): string {
    const { name, argument, options, content, line } = directive;
    const classes = (options['class'] ?? '').split(/[\s,]+/);
    const own = classes.find((word) => word.startsWith('lectern-'))?.slice('lectern-'.length);
    const draft = this.#exercise ?? this.#solution;
    if (draft !== null && (own === 'hint' || own === 'explanation')) {
      draft[own === 'hint' ? 'hints' : 'explanation'].push(content.join('\n').trim());
      return '';
    }
    const kind = own ?? ADMONITIONS[name] ?? (name === 'admonition' ? 'note' : null);
    if (kind === null) {
      this.#lose(directive, 'a lesson has no such directive; it is kept as a listing');
      return fence(directive.lines.join('\n'), 'text');
    }
    const label = own === undefined ? '' : (/^[^:]*:?\s*/.exec(argument)?.[0] ?? '');
    const attributes = readLectern((content[0] ?? '').replace(/^%\s*/, ''));
    const inner = this.#nested(attributes === null ? content : content.slice(1), line + 1);
    const written = Object.entries(attributes ?? {})
      .map(([key, value]) => `${key}="${value}"`)
      .join(' ');
    let colons = 3;
    for (const [run] of inner.matchAll(/^:{3,}/gm)) colons = Math.max(colons, run.length + 1);
    const title = argument.slice(label.length);
    const opening = [
      kind,
      ...(title === '' ? [] : [title]),
      ...(written === '' ? [] : [`{${written}}`])
    ];
    const mark = ':'.repeat(colons);
    return [`${mark}${opening.join(' ')}`, ...(inner === '' ? [] : [inner]), mark].join('\n');
  }

  /** Text inside an admonition stays there, whatever gate is open around it. */
  #nested(lines: string[], firstLine: number): string {
    const [exercise, solution] = [this.#exercise, this.#solution];
    this.#exercise = this.#solution = null;
    // An exercise that begins inside ends inside.
    const text = paragraphs(this.read(lines, firstLine), this.#endExercise());
    [this.#exercise, this.#solution] = [exercise, solution];
    return text;
  }

  #lose({ name, line }: Directive, why: string): void {
    this.problems.push(`Line ${line}, {${name}}: ${why}.`);
  }
}

/** What `toMyst` wrote in a comment. */
function readLectern(text: string): Record<string, string> | null {
  const json = /^lectern (\{.*\})$/.exec(text.trim())?.[1];
  if (json === undefined) return null;
  try {
    return JSON.parse(json) as Record<string, string>;
  } catch {
    return null;
  }
}
