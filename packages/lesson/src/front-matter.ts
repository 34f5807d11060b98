/** The front matter of a lesson: where it ends, and what it says. */

import { nearest } from './nearest.js';
import type { Problems } from './problems.js';
import * as kinds from './schema.js';
import { slugify } from './slug.js';
import type { SourceText } from './source-text.js';
import { readYamlMap, type Field, type Fields, type YamlMap } from './yaml-map.js';

// An id that is not a slug is made into one, not dropped: `readId` reports it.
const id: Field<string> = { ...kinds.text, expects: 'a text' };

export const FRONT_MATTER_FIELDS = {
  id,
  title: kinds.text,
  moduleId: kinds.slug,
  version: kinds.text,
  prerequisites: kinds.texts,
  estimatedTimeMinutes: kinds.positive,
  difficulty: kinds.difficulty,
  learningObjectives: kinds.texts,
  keywords: kinds.texts,
  packages: kinds.texts,
  grading: kinds.grading
} as const satisfies Fields;

export interface FrontMatter extends YamlMap<typeof FRONT_MATTER_FIELDS> {
  /** The first line of the body. */
  bodyLine: number;
}

const FENCE = /^---[ \t]*$/;

export function readFrontMatter(source: SourceText, problems: Problems): FrontMatter {
  const none: FrontMatter = {
    values: {},
    extra: {},
    rangeOf: () => source.lineRange(1),
    bodyLine: 1
  };
  if (!FENCE.test(source.line(1))) return none;
  const close = source.lines.findIndex((line, index) => index > 0 && FENCE.test(line)) + 1;
  if (close === 0) {
    // Without a key below it, the line is a thematic break at the top of plain Markdown.
    if (/^[A-Za-z]\w*:(\s|$)/.test(source.line(2))) {
      problems.report(
        'front-matter/unclosed',
        source.lineRange(1),
        'The front matter that begins here is never closed, so it is read as text.',
        'Write `---` on a line of its own after its last key.'
      );
    }
    return none;
  }
  const extent: [number, number] = [
    source.lineStart(2),
    Math.max(source.lineStart(2), source.lineStart(close) - 1)
  ];
  const map = readYamlMap(source, extent, FRONT_MATTER_FIELDS, 'front-matter', problems);
  return { ...map, bodyLine: close + 1 };
}

/** A module that the course does not have: a slip, most likely. */
export function reportModule(
  frontMatter: FrontMatter,
  modules: readonly string[],
  problems: Problems
): void {
  const { moduleId } = frontMatter.values;
  if (moduleId === undefined || modules.length === 0 || modules.includes(moduleId)) return;
  const guess = nearest(moduleId, modules);
  problems.report(
    'front-matter/unknown-module',
    frontMatter.rangeOf('moduleId'),
    `The course has no module \`${moduleId}\`.`,
    guess === null
      ? 'Correct it, or add the module to `modules` in `course.yml`.'
      : `Did you mean \`${guess}\`?`
  );
}

/** The lesson's id: its own, or one made from its path or title, with a warning. */
export function readId(
  frontMatter: FrontMatter,
  path: string | undefined,
  title: string,
  problems: Problems
): string {
  const written = frontMatter.values.id;
  if (written !== undefined) {
    const made = slugify(written);
    if (kinds.slug.schema.safeParse(written).success) return written;
    const used = made ?? fallbackId(path, title);
    problems.report(
      'front-matter/invalid-value',
      frontMatter.rangeOf('id'),
      `\`id\` must be ${kinds.slug.expects}; \`${used}\` is used.`,
      `Write \`id: ${used}\`.`
    );
    return used;
  }
  const used = fallbackId(path, title);
  problems.report(
    'front-matter/missing-id',
    frontMatter.rangeOf(''),
    `The lesson has no \`id\`; \`${used}\` is used.`,
    `Write \`id: ${used}\` in the front matter, so that the lesson stays the same one when it is renamed.`
  );
  return used;
}

/** The folder's name for a `lesson.md`, else the file's; without a path, the title. */
function fallbackId(path: string | undefined, title: string): string {
  const parts = (path ?? '').split(/[\\/]/).filter((part) => part !== '' && part !== '.');
  const file = parts.at(-1) ?? '';
  const name = /^lesson\.md$/i.test(file) ? (parts.at(-2) ?? '') : file.replace(/\.[^.]*$/, '');
  return slugify(name) ?? slugify(title) ?? 'lesson';
}
