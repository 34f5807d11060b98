/** Labels such as `ℹ️ Definition:` and `**Note:**` at the start of a paragraph, and the directives that they stand for. */

import type { CALLOUTS } from '../../directives.js';

export interface CalloutLabel {
  name: (typeof CALLOUTS)[number] | 'try-it';
  /** The label itself, where the directive's name does not say it. */
  title: string | null;
  /** What stands after the label; empty where it stands alone. */
  rest: string;
}

const NAMES: Readonly<Record<string, CalloutLabel['name']>> = {
  definition: 'definition',
  note: 'note',
  info: 'note',
  information: 'note',
  remark: 'note',
  'key idea': 'note',
  'key point': 'note',
  'key takeaway': 'note',
  remember: 'note',
  tip: 'tip',
  hint: 'tip',
  'pro tip': 'tip',
  warning: 'warning',
  caution: 'warning',
  danger: 'warning',
  important: 'warning',
  attention: 'warning',
  error: 'warning',
  'common mistake': 'warning',
  pitfall: 'warning',
  example: 'example',
  'try it': 'try-it',
  'try this': 'try-it',
  'your turn': 'try-it'
};
/** Without an emoji or bold type, only these are surely labels and not the beginning of a sentence. */
const PLAIN = new Set(['definition', 'note', 'tip', 'warning', 'caution', 'important', 'pro tip']);

const EMOJI = String.raw`(?:\p{Extended_Pictographic}[\uFE0E\uFE0F]?\s*)`;
const LABEL = new RegExp(
  String.raw`^(${EMOJI})?(\*\*|__)?(${EMOJI})?([A-Z][A-Za-z]+(?: [A-Za-z]+)?)(\s*[:：])?(\*\*|__)?(\s*[:：])?(?:\s+(\S[\s\S]*))?$`,
  'u'
);

/** `null` where a paragraph begins with no such label. */
export function readCalloutLabel(paragraph: string): CalloutLabel | null {
  const match = LABEL.exec(paragraph.trim());
  if (match === null) return null;
  const [, before, open, inside, label = '', colon, close, after, rest = ''] = match;
  const isMarked = before !== undefined || inside !== undefined || open !== undefined;
  if ((open === undefined) !== (close === undefined)) return null;
  const hasColon = colon !== undefined || after !== undefined;
  if (!hasColon && (rest !== '' || !isMarked)) return null;
  if (hasColon && rest === '' && !isMarked) return null;
  const name = calloutName(label);
  if (name === null || (!isMarked && !PLAIN.has(label.toLowerCase()))) return null;
  return { name, title: calloutTitle(label, name), rest };
}

/** The directive for a kind of box, by the name that some page or tool gives it. */
export function calloutName(label: string): CalloutLabel['name'] | null {
  const key = label.toLowerCase();
  return Object.hasOwn(NAMES, key) ? (NAMES[key] ?? null) : null;
}

/** No word is lost: where the name is another word than the label, the label is the title. */
export function calloutTitle(label: string, name: CalloutLabel['name']): string | null {
  return label.toLowerCase().replace(' ', '-') === name ? null : label;
}

/** Whether one line is such a paragraph, or begins one. */
export function isCalloutLine(line: string): boolean {
  return readCalloutLabel(line) !== null;
}
