/** Drafts a lesson from text that is none: Markdown, an HTML page, pasted text. */

import type { Diagnostic } from '../diagnostics.js';
import { readFrontMatter } from '../front-matter.js';
import { Problems } from '../problems.js';
import { SourceText } from '../source-text.js';
import { draftDiagnostics, draftLines, draftText, type Draft } from './draft.js';
import { withFrontMatter } from './front-matter.js';
import { readHtml } from './html/read-html.js';
import { detectKind, type ImportKind } from './kind.js';
import { refine } from './refine/refine.js';
import { readText } from './text/read-text.js';

export { IMPORT_KINDS, type ImportKind } from './kind.js';
export { IMPORT_RULES, type ImportRuleId } from './rules.js';

export interface ImportOptions {
  /** Where the text is from: says what kind it is, and names a lesson without a title. */
  path?: string | undefined;
  /** Decided by the path and the text, unless given. */
  kind?: ImportKind | undefined;
}
export interface Imported {
  /** The draft, in Lectern's Markdown. */
  markdown: string;
  /** Every guess; their ranges are of the draft. */
  diagnostics: Diagnostic[];
}

/** Never throws, and loses no word. A text that is a lesson already comes out as it is. */
export function importLesson(text: string, { path, kind }: ImportOptions = {}): Imported {
  const source = new SourceText(text);
  const { values, bodyLine } = readFrontMatter(source, new Problems());
  if (values.id !== undefined)
    return { markdown: text, diagnostics: [alreadyALesson(source, bodyLine)] };
  const used = kind ?? detectKind(source.text, path);
  const { draft, title } = read(source, used);
  const finished = withFrontMatter(refine(draft, used), { path, kind: used, pageTitle: title });
  return {
    markdown: `${draftText(finished).trimEnd()}\n`,
    diagnostics: draftDiagnostics(finished)
  };
}

function read(source: SourceText, kind: ImportKind): { draft: Draft; title?: string | undefined } {
  if (kind === 'html') return readHtml(source.text);
  if (kind === 'text') return { draft: readText(source.text) };
  return { draft: draftLines(source.lines) };
}

function alreadyALesson(source: SourceText, bodyLine: number): Diagnostic {
  return {
    rule: 'import/already-a-lesson',
    severity: 'info',
    message:
      'This has an `id` in its front matter, so it is a lesson already, and is left as it is.',
    remedy: 'To have its text read again, take the `id` away.',
    range: source.lineRange(1, bodyLine - 1)
  };
}
