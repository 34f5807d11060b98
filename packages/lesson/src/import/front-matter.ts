/** The front matter of a draft: an `id` and a title, where the text has none. */

import type { Heading } from 'mdast';
import { stringify } from 'yaml';
import { readFrontMatter } from '../front-matter.js';
import { plainText } from '../markdown.js';
import { Problems } from '../problems.js';
import { slugify } from '../slug.js';
import { draftLines, joinBlocks, type Draft, type Guess } from './draft.js';
import type { ImportKind } from './kind.js';
import { readBody } from './refine/body.js';
import { isGenericTitle } from './section-names.js';

export interface Origin {
  path: string | undefined;
  kind: ImportKind;
  /** What an HTML page calls itself. */
  pageTitle: string | undefined;
}

export function withFrontMatter(draft: Draft, { path, kind, pageTitle }: Origin): Draft {
  const { source, items } = readBody(draft);
  const problems = new Problems();
  const { values, bodyLine } = readFrontMatter(source, problems);
  const isBroken = problems
    .diagnostics()
    .some(({ rule }) => /^front-matter\/(?:invalid-yaml|not-a-map|unclosed)$/.test(rule));
  if (isBroken) return withWarning(draft);
  const headings = items.flatMap((item) =>
    item.kind === 'block' && item.node.type === 'heading' ? [item.node] : []
  );
  const found = titleOf(headings, kind) ?? pageTitle ?? null;
  const title = values.title ?? found ?? titleFromPath(path);
  const added = [
    ...(values.id === undefined ? idLine(title, found, values.title, path) : []),
    ...(values.title === undefined ? titleLine(title, found !== null) : [])
  ];
  if (bodyLine > 1) return [...draft.slice(0, 1), ...added, ...draft.slice(1)];
  return joinBlocks([[...draftLines(['---']), ...added, ...draftLines(['---'])], draft]);
}

/**
 * The first heading of the first level, or else the first heading, if that names more than a part. In plain text a
 * heading below the first level is a guess, and one that was no title.
 */
function titleOf(headings: readonly Heading[], kind: ImportKind): string | null {
  const top = headings.find(({ depth }) => depth === 1);
  const title = [top, kind === 'text' ? undefined : headings[0]].map((heading) =>
    heading === undefined ? '' : plainText(heading)
  );
  return title.find((text) => text !== '' && !isGenericTitle(text)) ?? null;
}

/** `week-3/gradient_descent.md` is about “Gradient descent”. */
function titleFromPath(path: string | undefined): string {
  const parts = (path ?? '').split(/[\\/]/).filter((part) => part !== '' && part !== '.');
  const file = (parts.at(-1) ?? '').replace(/(?:\.lesson)?\.[^.]*$/, '');
  const name = /^(?:lesson|index|readme)$/i.test(file) ? (parts.at(-2) ?? file) : file;
  const words = name.replace(/[-_+.\s]+/g, ' ').trim();
  return words === '' ? 'Untitled lesson' : words.charAt(0).toUpperCase() + words.slice(1);
}

function idLine(
  title: string,
  found: string | null,
  written: string | undefined,
  path: string | undefined
): Draft {
  const id =
    slugify(written ?? found ?? '') ?? slugify(titleFromPath(path)) ?? slugify(title) ?? 'lesson';
  return draftLines([`id: ${yaml(id)}`], {
    rule: 'import/id',
    message: `The id \`${id}\` is made from the ${written !== undefined || found !== null ? 'title' : 'file name'}.`,
    remedy: 'Choose it now: it is to stay the same for ever.'
  });
}

function titleLine(title: string, isFound: boolean): Draft {
  const guess: Guess = isFound
    ? {
        rule: 'import/title',
        message: 'The title is the first heading that can be one.',
        remedy: 'Check it.'
      }
    : {
        rule: 'import/no-title',
        message: 'No title was found, so one is made from the file name.',
        remedy: 'Write a title, and make the `id` from it.'
      };
  return draftLines([`title: ${yaml(title)}`], guess);
}

/** A value on one line, in quotation marks where it needs them. */
function yaml(value: string): string {
  return stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN' })
    .trim()
    .replace(/^[|>][^\n]*\n\s*/, '');
}

function withWarning([first, ...rest]: Draft): Draft {
  const guess: Guess = {
    rule: 'import/front-matter',
    message:
      'The front matter that begins here could not be read, so no `id` and no title were added.',
    remedy: 'Correct it, and import the text again.'
  };
  return [{ text: first?.text ?? '', guesses: [...(first?.guesses ?? []), guess] }, ...rest];
}
