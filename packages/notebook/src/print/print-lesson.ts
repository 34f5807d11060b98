/** A lesson as one page of HTML for paper: it holds all that it shows, and asks nobody for anything. */

import {
  writeQuizBody,
  type Block,
  type Challenge,
  type DirectiveBlock,
  type Lesson,
  type QuizBlock
} from '@lectern/lesson';
import { calloutLabel, isCallout } from '../callout.js';
import { withHeader } from '../header.js';
import { capitalised } from '../markdown-text.js';
import { quizContent } from '../quiz.js';
import { h, stringify, type ElementContent } from './hast.js';
import { codeBlock } from './highlight.js';
import { MarkdownPrinter, picturesIn, type Pictures } from './markdown.js';
import { STYLE } from './style.js';

export interface PrintOptions {
  /** By the address in the lesson; one that is missing is named in words. */
  pictures?: Pictures;
  /** Whether a challenge's Expected Output is used by its checks, and so may be shown. By default none is. */
  showExpectedOutput?: (challengeId: string) => boolean;
  /** Adds the answers, for instructors. */
  solutions?: boolean;
  /** Of the text, as HTML names it. */
  language?: string;
}

/** Nothing is loaded and nothing runs, whatever a lesson holds. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

export function printLesson(lesson: Lesson, options: PrintOptions = {}): string {
  const body = new Printer(lesson, options).body();
  const head = h(
    'head',
    {},
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: ['Content-Security-Policy'], content: POLICY }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', {}, lesson.title),
    h('style', {}, STYLE)
  );
  const page = h('html', { lang: options.language ?? 'en' }, head, h('body', {}, body));
  return `${stringify({ type: 'root', children: [{ type: 'doctype' }, page] })}\n`;
}

/** The addresses of a lesson's pictures, as it writes them. */
export function lessonPictures(lesson: Lesson): string[] {
  const texts = (blocks: Block[]): string[] =>
    blocks.flatMap((block) => {
      if (block.kind === 'prose') return [block.markdown];
      return 'children' in block ? texts(block.children) : [];
    });
  const challenges = lesson.challenges.flatMap(({ prose, hints, explanation }) => [
    prose,
    ...hints,
    explanation ?? ''
  ]);
  return [...new Set([...texts(lesson.body), ...challenges].flatMap(picturesIn))];
}

class Printer {
  readonly #markdown: MarkdownPrinter;
  /** In the order in which they stand, for the appendix. */
  readonly #answers: ElementContent[] = [];
  #quizzes = 0;

  constructor(
    private readonly lesson: Lesson,
    private readonly options: PrintOptions
  ) {
    this.#markdown = new MarkdownPrinter(options.pictures ?? new Map());
  }

  body(): ElementContent[] {
    const main = withHeader(this.lesson).flatMap((block) => this.#block(block));
    const hints = this.lesson.challenges.filter((challenge) => challenge.showHints);
    return [
      h('main', {}, main, this.#hints(hints.filter(({ hints: list }) => list.length > 0))),
      ...(this.options.solutions === true && this.#answers.length > 0
        ? [section('appendix', h('h2', {}, 'Answers, for instructors'), this.#answers)]
        : [])
    ];
  }

  #block(block: Block): ElementContent[] {
    switch (block.kind) {
      case 'prose':
        return this.#markdown.print(block.markdown);
      case 'code':
        return [codeBlock(block.source, 'python', 'cell')];
      case 'listing':
        return [codeBlock(block.source, block.language, 'listing')];
      case 'diagram': {
        const label = block.label ?? 'Diagram';
        return [
          h(
            'figure',
            {},
            h('pre', { role: 'img', ariaLabel: label }, block.source),
            block.label === null ? null : h('figcaption', {}, block.label)
          )
        ];
      }
      case 'directive':
        return this.#directive(block);
      case 'quiz':
        return this.#quiz(block);
      case 'challenge-place': {
        const challenge = this.lesson.challenges.find(({ id }) => id === block.challengeId);
        return challenge === undefined ? [] : [this.#challenge(challenge, block.children)];
      }
    }
  }

  #directive(block: DirectiveBlock): ElementContent[] {
    const { name, title, children } = block;
    if (!isCallout(name)) {
      const content = children.flatMap((child) => this.#block(child));
      return title === null ? content : [label(this.#markdown.inline(title)), ...content];
    }
    const words = calloutLabel(name);
    const heading = title === null ? [words] : [`${words}: `, ...this.#markdown.inline(title)];
    const content = children.flatMap((child) => this.#block(child));
    const kind = h('aside', { className: ['callout', name] }, label(heading), content);
    const onScreen = name === 'experiment' ? [note('This experiment runs on the screen.')] : [];
    return [kind, ...onScreen, ...(name === 'try-it' ? [ruled('medium')] : [])];
  }

  /** Its options are boxes to tick; what is right goes to the appendix. */
  #quiz(quiz: QuizBlock): ElementContent[] {
    this.#quizzes++;
    const { title, type } = quiz;
    const words = calloutLabel('quiz');
    const heading = title === null ? [words] : [`${words}: `, ...this.#markdown.inline(title)];
    this.#answers.push(
      h('h3', {}, `Question ${this.#quizzes}: `, heading),
      ...this.#markdown.print(writeQuizBody(quiz))
    );
    const question = this.#markdown.print(quizContent(quiz));
    const isTyped = type === 'numeric' || type === 'text';
    return [
      h(
        'aside',
        { className: ['callout', 'quiz'] },
        label(heading),
        question,
        isTyped ? ruled('short') : null
      )
    ];
  }

  #challenge(challenge: Challenge, children: Block[]): ElementContent {
    const { title, difficulty, points, prose, setup, starter } = challenge;
    const worth = `${points} ${points === 1 ? 'point' : 'points'}`;
    const facts = difficulty === null ? worth : `${capitalised(difficulty)} · ${worth}`;
    this.#answers.push(...this.#answer(challenge));
    return section(
      'challenge',
      h('h2', {}, `Challenge: ${title}`),
      h('p', {}, h('em', {}, facts)),
      children.flatMap((child) => this.#block(child)),
      this.#markdown.print(prose),
      setup === null ? [] : part('Given', codeBlock(setup, 'python', 'listing')),
      part('To finish', codeBlock(starter, 'python', 'cell')),
      this.#expected(challenge, false),
      ruled('long')
    );
  }

  #expected({ id, expectedOutput }: Challenge, withSealed: boolean): ElementContent[] {
    if (expectedOutput === null || this.options.showExpectedOutput?.(id) !== true) return [];
    if (expectedOutput.sealed !== withSealed) return [];
    return part('Expected output', codeBlock(expectedOutput.text, null, 'output'));
  }

  #hints(challenges: Challenge[]): ElementContent[] {
    if (challenges.length === 0) return [];
    return [
      section(
        'hints',
        h('h2', {}, 'Hints'),
        challenges.flatMap(({ title, hints }) => [
          h('h3', {}, title),
          h(
            'ol',
            {},
            hints.map((hint) => h('li', {}, this.#markdown.inline(hint)))
          )
        ])
      )
    ];
  }

  #answer(challenge: Challenge): ElementContent[] {
    const { title, solution, explanation } = challenge;
    return [
      h('h3', {}, `Challenge: ${title}`),
      ...(solution === null ? [] : [codeBlock(solution, 'python', 'cell')]),
      ...this.#expected(challenge, true),
      ...(explanation === null ? [] : this.#markdown.print(explanation))
    ];
  }
}

function section(
  className: string,
  ...children: (ElementContent | ElementContent[])[]
): ElementContent {
  return h('section', { className: [className] }, ...children);
}

function label(text: (ElementContent | string)[]): ElementContent {
  return h('p', { className: ['label'] }, text);
}

function note(text: string): ElementContent {
  return h('p', { className: ['note-to-reader'] }, text);
}

function part(name: string, content: ElementContent): ElementContent[] {
  return [h('div', { className: ['challenge-part'] }, label([name]), content)];
}

/** Lines to write on. */
function ruled(length: 'short' | 'medium' | 'long'): ElementContent {
  return h('div', { className: ['ruled', length], ariaHidden: 'true' });
}
