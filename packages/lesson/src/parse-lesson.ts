/** The way in: lesson text to a total `Lesson`. Never throws, and loses no text. */

import { readChallenges } from './challenges.js';
import { splitSections } from './challenges-marker.js';
import { readBodyItems } from './directive-lines.js';
import { nestDirectives } from './directives.js';
import { reportExperiments } from './experiments.js';
import { readFrontMatter, readId, reportModule, type FrontMatter } from './front-matter.js';
import { Inlines } from './inlines.js';
import type {
  Block,
  ChallengePlace,
  Challenge,
  GradingDefaults,
  Lesson,
  LessonDefaults
} from './lesson.js';
import { Names } from './python/runnable.js';
import { ParserMemory } from './parser-memory.js';
import { placeChallenges } from './placement.js';
import { Problems } from './problems.js';
import { nameQuizzes } from './quiz/name-quizzes.js';
import { segmentBody } from './segments.js';
import { settleBody } from './settle.js';
import { sha256 } from './sha256.js';
import { SourceText } from './source-text.js';
import { reportUnclosedFence } from './unclosed-fence.js';

export interface ParseOptions {
  /** The lesson's path, with `/` or `\`: a lesson without an id is named after it. */
  path?: string | undefined;
  /** What the course says for all its lessons. */
  defaults?: LessonDefaults | undefined;
  /** Ids of the course's modules; a lesson of another is reported. Without any, every module is right. */
  modules?: readonly string[] | undefined;
  /** Kinds of experiments that there are; another is reported. Without any, every kind is right. */
  experiments?: readonly string[] | undefined;
}

export function parseLesson(text: string, options: ParseOptions = {}): Lesson {
  return new LessonParser().parse(text, options);
}

/**
 * Parses one text after another, as `parseLesson` does. For what stands in the text before as well, it remembers the
 * result: an editor that parses after each key keeps one of these for each lesson.
 */
export class LessonParser {
  readonly #memory = new ParserMemory();

  parse(text: string, options: ParseOptions = {}): Lesson {
    this.#memory.age();
    const source = new SourceText(text);
    const problems = new Problems();
    const frontMatter = readFrontMatter(source, problems);
    const defaults = options.defaults ?? {};
    const { body, challenges } = readContent(
      source,
      frontMatter,
      { defaults, experiments: options.experiments ?? [] },
      this.#memory,
      problems
    );
    const { values } = frontMatter;
    reportModule(frontMatter, options.modules ?? [], problems);
    const title = values.title ?? inferTitle(frontMatter, body, options.path, problems);
    const hash = sha256(source.text);
    return {
      id: readId(frontMatter, options.path, title, problems),
      title,
      version: values.version ?? hash.slice(0, 12),
      sha256: hash,
      moduleId: values.moduleId ?? null,
      prerequisites: values.prerequisites ?? [],
      estimatedTimeMinutes: values.estimatedTimeMinutes ?? null,
      difficulty: values.difficulty ?? null,
      learningObjectives: values.learningObjectives ?? [],
      keywords: values.keywords ?? [],
      packages: values.packages ?? [],
      extra: frontMatter.extra,
      body,
      challenges,
      diagnostics: problems.diagnostics()
    };
  }
}

interface Content {
  body: Block[];
  challenges: Challenge[];
}

/** What is known around the lesson. */
interface Around {
  defaults: LessonDefaults;
  experiments: readonly string[];
}

/** The libraries below are given whatever an author wrote; a fault in one of them must not lose the text. */
function readContent(
  source: SourceText,
  frontMatter: FrontMatter,
  around: Around,
  memory: ParserMemory,
  problems: Problems
): Content {
  try {
    return readMarkdown(source, frontMatter, around, memory, problems);
  } catch (error) {
    const range = source.lineRange(frontMatter.bodyLine, source.lines.length);
    problems.report(
      'lesson/unparsable',
      range,
      `The text could not be read as Markdown (${error instanceof Error ? error.message : String(error)}); it is shown as it is.`,
      'Simplify it; deep nesting of lists and quotations is the usual cause.'
    );
    const text = source.linesText(frontMatter.bodyLine, source.lines.length);
    return {
      body: [{ kind: 'listing', language: 'markdown', meta: null, source: text, range }],
      challenges: []
    };
  }
}

function readMarkdown(
  source: SourceText,
  { bodyLine, values }: FrontMatter,
  { defaults: course, experiments }: Around,
  memory: ParserMemory,
  problems: Problems
): Content {
  const sections = splitSections(source, bodyLine, problems);
  const { bodyLast, fences } = sections;
  const items = readBodyItems(source, bodyLine, bodyLast, fences, memory.segments, problems);
  reportUnclosedFence(items, source, problems);
  const tree = nestDirectives(items, bodyLast, source, problems);
  const inlines = new Inlines(memory.inlines);
  const drafts = segmentBody(tree, bodyLine, bodyLast, source, inlines, problems);
  const defaults = { ...course, grading: merge(course.grading, values.grading) };
  const { challenges, stray } = readChallenges(source, sections, defaults, memory, problems);
  const placement = placeChallenges(drafts, challenges, problems);
  reportExperiments(drafts, experiments, problems);
  const quizIds = nameQuizzes(drafts, challenges, problems);
  const names = new Names(values.packages ?? [], memory.analyses);
  const body = settleBody(drafts, placement, quizIds, names, problems);
  return { body: [...body, ...stray, ...placement.unplaced.map(placeAtEnd)], challenges };
}

function merge(course: GradingDefaults = {}, lesson: GradingDefaults = {}): GradingDefaults {
  return { ...course, ...lesson };
}

function placeAtEnd({ id, range }: Challenge): ChallengePlace {
  return { kind: 'challenge-place', challengeId: id, children: [], range };
}

/** The first heading, wherever it stands; without one, the file's name. */
function inferTitle(
  frontMatter: FrontMatter,
  body: Block[],
  path: string | undefined,
  problems: Problems
): string {
  const heading = firstHeading(body);
  const file = (path ?? '').split(/[\\/]/).filter((part) => !/^(lesson\.md)?$/i.test(part));
  const title = heading ?? file.at(-1)?.replace(/\.[^.]*$/, '') ?? 'Untitled lesson';
  problems.report(
    'front-matter/missing-title',
    frontMatter.rangeOf(''),
    `The lesson has no \`title\`; “${title}” is used.`,
    'Write `title: …` in the front matter.'
  );
  return title;
}

function firstHeading(blocks: Block[]): string | null {
  for (const block of blocks) {
    if (block.kind === 'prose' && block.heading !== null && block.heading.text !== '') {
      return block.heading.text;
    }
    const inner = 'children' in block ? firstHeading(block.children) : null;
    if (inner !== null) return inner;
  }
  return null;
}
