/** One challenge: its heading, list of keys, task and parts become a `Challenge`, whatever is missing. */

import { readKeyList } from './challenge-keys.js';
import { readParts, type Parts } from './challenge-parts.js';
import type { Challenge, LessonDefaults, ProseBlock, Range } from './lesson.js';
import type { MarkdownBlock } from './markdown.js';
import type { Problems } from './problems.js';
import { compileError, danger } from './quiz/pattern.js';
import { SLUG, slugify } from './slug.js';
import type { SourceText } from './source-text.js';
import { namesIn, reportUnknownWords } from './syntax-rules.js';

/** A stretch of the challenges section. `title` is what follows `Challenge:`, `null` where it belongs to no challenge. */
export interface Piece {
  title: string | null;
  heading: ProseBlock['heading'];
  first: number;
  last: number;
  /** Its heading first, where it has one. */
  blocks: MarkdownBlock[];
}

const BUILT_IN = {
  points: 1,
  timeLimitSeconds: 10,
  memoryLimitMB: 512,
  solution: 'after-pass'
} as const;

/** `ids` are those taken already; this challenge's is added. */
export function readChallenge(
  source: SourceText,
  piece: Piece,
  writtenTitle: string,
  defaults: LessonDefaults,
  ids: Set<string>,
  problems: Problems
): Challenge {
  const [heading, ...content] = piece.blocks as [MarkdownBlock, ...MarkdownBlock[]];
  const titleRange = source.lineRange(heading.first, heading.last);
  const split = content.findIndex(({ node }) => node.type === 'heading' && node.depth === 4);
  const intro = split === -1 ? content : content.slice(0, split);
  const partBlocks = split === -1 ? [] : content.slice(split);
  const partsFirst = partBlocks[0]?.first ?? piece.last + 1;

  const { keys, ranges, list } = readKeyList(source, intro, problems);
  const parts = readParts(source, partBlocks, piece.last, problems);
  const id = readId(keys.id, writtenTitle, ranges.id ?? titleRange, ids, problems);
  const title = writtenTitle.trim() === '' ? id : writtenTitle.trim();
  reportMissing(parts, title, titleRange, problems);
  reportSealed(parts, keys.compare ?? 'lines', problems);
  const code = [parts.setup, parts.starter, parts.solution, parts.tests];
  const answers = [...parts.accepted, ...parts.rejected].map(({ source }) => source);
  const known = namesIn([...code, ...answers].filter((text) => text !== null));
  for (const key of ['forbid', 'require'] as const) {
    reportUnknownWords(keys[key] ?? [], known, ranges[key] ?? titleRange, problems);
  }

  const { grading } = defaults;
  return {
    id,
    title,
    language: keys.language ?? 'python',
    difficulty: keys.difficulty ?? null,
    prose: [taskText(source, heading.last + 1, partsFirst - 1, list), ...parts.prose]
      .filter((text) => text !== '')
      .join('\n\n'),
    setup: parts.setup,
    starter: parts.starter ?? '',
    stdin: parts.stdin,
    expectedOutput: usableOutput(parts, keys.compare ?? 'lines', problems),
    tests: parts.tests,
    solution: parts.solution,
    hints: parts.hints,
    showHints: defaults.hints !== 'off',
    accepted: parts.accepted,
    rejected: parts.rejected,
    explanation: parts.explanation,
    points: keys.points ?? grading?.points ?? BUILT_IN.points,
    timeLimitSeconds:
      keys.timeLimitSeconds ?? grading?.timeLimitSeconds ?? BUILT_IN.timeLimitSeconds,
    memoryLimitMB: keys.memoryLimitMB ?? grading?.memoryLimitMB ?? BUILT_IN.memoryLimitMB,
    tolerance: keys.tolerance ?? 1e-6,
    compare: keys.compare ?? 'lines',
    behaviour: keys.behaviour ?? null,
    forbid: keys.forbid ?? [],
    require: keys.require ?? [],
    solutionPolicy: keys.solution ?? grading?.solution ?? defaults.solution ?? BUILT_IN.solution,
    leftovers: parts.leftovers,
    range: source.lineRange(...(source.trim(piece.first, piece.last) ?? [piece.first, piece.last]))
  };
}

function readId(
  written: string | undefined,
  title: string,
  range: Range,
  ids: Set<string>,
  problems: Problems
): string {
  const made = slugify(written ?? title) ?? 'challenge';
  let id = written !== undefined && SLUG.test(written) ? written : made;
  for (let number = 2; ids.has(id); number++) id = `${made}-${number}`;
  ids.add(id);
  if (written === undefined) {
    problems.report(
      'challenge/missing-id',
      range,
      `The challenge has no \`id\`; \`${id}\` is used.`,
      `Write \`- id: ${id}\` under its heading, so that answers stay with it when its title changes.`
    );
  } else if (!SLUG.test(written)) {
    problems.report(
      'challenge/invalid-id',
      range,
      `\`${written}\` cannot be an id; \`${id}\` is used.`,
      'Use lower-case letters, digits and hyphens, beginning with a letter or digit.'
    );
  } else if (id !== written) {
    problems.report(
      'challenge/duplicate-id',
      range,
      `Another challenge of this lesson has the id \`${written}\`; \`${id}\` is used for this one.`,
      'Give each challenge an id of its own.'
    );
  }
  return id;
}

/** Everything between the heading and the first part, without the list of keys. */
function taskText(
  source: SourceText,
  first: number,
  last: number,
  list: { first: number; last: number } | null
): string {
  const stretches =
    list === null
      ? [[first, last]]
      : [
          [first, list.first - 1],
          [list.last + 1, last]
        ];
  return stretches
    .map(([from = 0, to = 0]) => source.trim(from, to))
    .map((extent) => (extent === null ? '' : source.linesText(...extent)))
    .filter((text) => text !== '')
    .join('\n\n');
}

function reportMissing(parts: Parts, title: string, range: Range, problems: Problems): void {
  if (parts.starter === null) {
    problems.report(
      'challenge/missing-starter',
      range,
      `The challenge “${title}” has no Starter Code; the learner begins with an empty cell.`,
      'Write `#### Starter Code` with a fence under it.'
    );
  }
  if (parts.solution === null) {
    problems.report(
      'challenge/missing-solution',
      range,
      `The challenge “${title}” has no Solution, so nothing can be derived from it.`,
      'Write `#### Solution` with a fence under it.'
    );
  }
}

function reportSealed(parts: Parts, compare: string, problems: Problems): void {
  if (parts.expectedOutput?.sealed !== true) return;
  if (!['contains', 'regex', 'numbers'].includes(compare)) return;
  problems.report(
    'challenge/sealed-compare',
    parts.expectedOutput.range,
    `A sealed output is known only by its hash, which cannot be compared with \`compare: ${compare}\`.`,
    'Remove `{sealed}`, or use `lines`, `exact`, `tokens` or `unordered`.'
  );
}

/**
 * A pattern is looked for in what a learner's code prints, and nothing can stop a comparison once it runs. One that
 * repeats what repeats needs time that doubles with each character.
 */
function usableOutput(parts: Parts, compare: string, problems: Problems): Parts['expectedOutput'] {
  const { expectedOutput } = parts;
  if (compare !== 'regex' || expectedOutput === null) return expectedOutput;
  const source = expectedOutput.text;
  const error = compileError({ source, flags: 'su' });
  const reason = error ?? danger({ source }, { longest: 4_000, mostRepetitions: Infinity });
  if (reason === null) return expectedOutput;
  problems.report(
    'challenge/unusable-pattern',
    expectedOutput.range,
    error === null
      ? `This pattern could take for ever to compare: ${reason}; it is not used.`
      : `This is not a regular expression: ${reason}; it is not used.`,
    error === null
      ? 'Write a simpler pattern, or another `compare`.'
      : 'Correct it, or use another `compare`.'
  );
  return null;
}
