/** A lesson as MyST Markdown, with sphinx-exercise's gated exercises. What MyST has no word for is kept as a class or a comment. */

import {
  writeQuizBody,
  type Block,
  type Challenge,
  type ChallengePlace,
  type DirectiveBlock,
  type Lesson,
  type QuizBlock
} from '@lectern/lesson';
import { calloutLabel, isCallout } from '../callout.js';
import { fence } from '../listing.js';
import { paragraphs } from '../markdown-text.js';

/** What Jupytext and Jupyter Book look for. */
const KERNEL = [
  'jupytext:',
  '  text_representation:',
  '    extension: .md',
  '    format_name: myst',
  'kernelspec:',
  '  display_name: Python 3',
  '  language: python',
  '  name: python3'
];

/** MyST's own admonitions; the others are admonitions of a class. */
const OWN = ['note', 'tip', 'warning'];

/** `text` is what the lesson was parsed from: its front matter is kept as it is. */
export function toMyst(lesson: Lesson, text: string): string {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const end =
    lines[0]?.trimEnd() === '---'
      ? lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---')
      : -1;
  const own =
    end === -1
      ? [`id: ${lesson.id}`, `title: ${JSON.stringify(lesson.title)}`]
      : lines.slice(1, end);
  const withDefaults = own.some((line) => line.startsWith('grading:'));
  const writer = new MystWriter(lesson, withDefaults);
  const body = lesson.body.map((block) => writer.block(block));
  return `${paragraphs(['---', ...KERNEL, ...own, '---'].join('\n'), ...body)}\n`;
}

class MystWriter {
  /** There, code that is no part of the challenge says so. */
  #inExercise = false;

  constructor(
    private readonly lesson: Lesson,
    private readonly withDefaults: boolean
  ) {}

  block(block: Block): string {
    switch (block.kind) {
      case 'prose':
        return block.markdown;
      case 'code':
        return cell(block.source, [
          ...(this.#inExercise ? ['lectern-code'] : []),
          ...(block.raises ? ['raises-exception'] : [])
        ]);
      case 'listing':
        return fence(
          block.source,
          [block.language, block.meta].filter((word) => word !== null).join(' ')
        );
      case 'diagram':
        return listing('diagram', block.source, 'text', block.label);
      case 'directive':
        return this.#directive(block);
      case 'quiz':
        return this.#quiz(block);
      case 'challenge-place': {
        const challenge = this.lesson.challenges.find(({ id }) => id === block.challengeId);
        return challenge === undefined ? '' : this.#exercise(challenge, block);
      }
    }
  }

  #directive({ name, title, attributes, children }: DirectiveBlock): string {
    const content = children.map((child) => this.block(child));
    return this.#admonition(name, title, attributes, content);
  }

  #quiz(quiz: QuizBlock): string {
    const { id, title, type, partial } = quiz;
    const attributes = { id, type, ...(partial ? { partial: 'true' } : {}) };
    return this.#admonition('quiz', title, attributes, [writeQuizBody(quiz)]);
  }

  #admonition(
    name: string,
    title: string | null,
    attributes: Record<string, string>,
    blocks: string[]
  ): string {
    const content = paragraphs(
      Object.keys(attributes).length === 0 ? null : `% lectern ${JSON.stringify(attributes)}`,
      ...blocks
    );
    if (title === null && OWN.includes(name) && Object.keys(attributes).length === 0) {
      return container(`{${name}}`, [], content);
    }
    const label = isCallout(name) ? calloutLabel(name) : name;
    const classes = [...(OWN.includes(name) ? [name] : []), `lectern-${name}`];
    return container(
      `{admonition} ${title === null ? label : `${label}: ${title}`}`,
      [`:class: ${classes.join(' ')}`],
      content
    );
  }

  #exercise(challenge: Challenge, place: ChallengePlace): string {
    const { id, title, prose, setup, starter, stdin, expectedOutput, hints } = challenge;
    this.#inExercise = true;
    const marker = paragraphs(...place.children.map((child) => this.block(child)));
    this.#inExercise = false;
    const shown = expectedOutput?.sealed === false ? expectedOutput.text : null;
    return paragraphs(
      fence([`:label: ${id}`].join('\n'), `{exercise-start} ${title}`),
      this.#keys(challenge),
      marker === '' ? null : `${marker}\n\n% lectern task`,
      prose,
      setup === null ? null : cell(setup, ['lectern-setup']),
      cell(starter, ['lectern-starter', 'raises-exception']),
      stdin === null ? null : listing('stdin', stdin),
      shown === null ? null : listing('expected-output', shown),
      ...hints.map((hint) =>
        container('{admonition} Hint', [':class: dropdown lectern-hint'], hint)
      ),
      fence('', '{exercise-end}').replace('\n\n', '\n'),
      solution(challenge)
    );
  }

  /** Only what differs from the format's own defaults, but for a lesson that has others. */
  #keys(challenge: Challenge): string | null {
    const { language, difficulty, points, timeLimitSeconds, memoryLimitMB } = challenge;
    const { tolerance, compare, behaviour, forbid, require, solutionPolicy } = challenge;
    const keys: [string, string | number | null, string | number | null][] = [
      ['language', language, 'python'],
      ['difficulty', difficulty, null],
      ['points', points, 1],
      ['timeLimitSeconds', timeLimitSeconds, 10],
      ['memoryLimitMB', memoryLimitMB, 512],
      ['tolerance', tolerance, 1e-6],
      ['compare', compare, 'lines'],
      ['behaviour', behaviour, null],
      ['forbid', forbid.join(', '), ''],
      ['require', require.join(', '), ''],
      ['solution', solutionPolicy, 'after-pass']
    ];
    const own = keys.filter(
      ([, value, standard]) =>
        value !== null && value !== '' && (value !== standard || this.withDefaults)
    );
    if (own.length === 0) return null;
    return `% lectern ${JSON.stringify(Object.fromEntries(own.map(([key, value]) => [key, String(value)])))}`;
  }
}

/** `null` where there is nothing that only a solution may show. */
function solution(challenge: Challenge): string | null {
  const {
    id,
    solution: source,
    tests,
    accepted,
    rejected,
    explanation,
    expectedOutput
  } = challenge;
  const parts = [
    source === null ? null : cell(source, ['lectern-solution']),
    expectedOutput?.sealed === true ? listing('sealed-output', expectedOutput.text) : null,
    tests === null ? null : listing('tests', tests, 'python'),
    ...accepted.map((answer) => listing('accepted', answer.source, 'python', answer.message)),
    ...rejected.map((answer) => listing('rejected', answer.source, 'python', answer.message)),
    explanation === null
      ? null
      : container('{admonition} Explanation', [':class: lectern-explanation'], explanation)
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return paragraphs(
    fence(':class: dropdown', `{solution-start} ${id}`),
    ...parts,
    fence('', '{solution-end}').replace('\n\n', '\n')
  );
}

function cell(source: string, tags: string[]): string {
  const options = tags.length === 0 ? [] : [`:tags: [${tags.join(', ')}]`];
  return directiveFence('{code-cell} ipython3', options, source);
}

/** Code or text that is shown: its class says what it is in the lesson. */
function listing(
  kind: string,
  source: string,
  language = 'text',
  caption: string | null = null
): string {
  const options = [
    `:class: lectern-${kind}`,
    ...(caption === null ? [] : [`:caption: ${JSON.stringify(caption)}`])
  ];
  return directiveFence(`{code-block} ${language}`, options, source);
}

/** A blank line, where the first line of the code could be taken for an option. */
function directiveFence(opening: string, options: string[], source: string): string {
  const divides = options.length > 0 || /^(:|---|\s*$)/.test(source);
  return fence([...options, ...(divides ? [''] : []), source].join('\n'), opening);
}

/** Colons enough that nothing inside closes it. */
function container(opening: string, options: string[], content: string): string {
  let colons = 3;
  for (const [run] of content.matchAll(/^ {0,3}:{3,}/gm)) {
    colons = Math.max(colons, run.trim().length + 1);
  }
  const mark = ':'.repeat(colons);
  return [`${mark}${opening}`, ...options, ...(content === '' ? [] : ['', content]), mark].join(
    '\n'
  );
}
