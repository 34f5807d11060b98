/** A fence that nobody closed: Markdown makes everything after it code, which is never what was meant. */

import type { BodyItem } from './directive-lines.js';
import type { Problems } from './problems.js';
import type { SourceText } from './source-text.js';

export function reportUnclosedFence(
  items: BodyItem[],
  source: SourceText,
  problems: Problems
): void {
  const last = items.at(-1);
  if (last?.kind !== 'block') return;
  const { type } = last.node;
  if (type !== 'code' && type !== 'math') return;
  const opening = /^ {0,3}(`{3,}|~{3,}|\${2,})/.exec(source.line(last.first))?.[1];
  if (opening === undefined) return;
  const closing = source.line(last.last).trim();
  const mark = opening.charAt(0);
  const closed =
    last.last > last.first &&
    closing.length >= opening.length &&
    closing === mark.repeat(closing.length);
  if (closed) return;
  problems.report(
    'markdown/unclosed-fence',
    source.lineRange(last.first),
    `The fence that line ${last.first} opens is never closed, so everything after it is ${type === 'math' ? 'mathematics' : 'code'}.`,
    'Write the same marks on a line of their own where it ends.'
  );
}
