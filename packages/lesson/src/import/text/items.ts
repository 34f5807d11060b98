/** The marks that list items begin with, in plain text from anywhere. */

export interface Mark {
  kind: 'bullet' | 'number' | 'letter' | 'box';
  /** What Markdown writes for it. */
  marker: string;
  /** As it stood in the text: another glyph is another level. */
  glyph: string;
  /** Of numbers and letters, counted from 1. */
  value: number;
  rest: string;
}

const BULLET = /^([•◦▪▫‣⁃●○■□∙·\uF0B7\uF0A7➢➤►▶✓✔✗✘*+-])(?:\s+|(?<=[•◦▪‣●○■□➢➤])(?=\S))(.*)$/u;
/** A dash or an `o` is a bullet where space sets it off; between words it is a dash, and a letter. */
const SET_OFF = /^([–—o§Øv])(?:\t| {2,})\s*(\S.*)$/;
const DASH = /^([–—])\s(\S.*)$/;
const BOX = /^([☐☑☒]|\[[ xX]?\])\s+(\S.*)$/;
const NUMBER = /^\(?(\d{1,3})[.)]\s+(\S.*)$/;
const LETTER = /^(?:\(([a-zA-Z])\)|([a-zA-Z])[.)])\s+(\S.*)$/;

export function readMark(line: string): Mark | null {
  const text = line.trim();
  const box = BOX.exec(text);
  if (box !== null) {
    const [, glyph = '', rest = ''] = box;
    const marker = /[☑☒xX]/.test(glyph) ? '- [x]' : '- [ ]';
    return { kind: 'box', marker, glyph: '☐', value: 0, rest };
  }
  const bullet = BULLET.exec(text) ?? SET_OFF.exec(text) ?? DASH.exec(text);
  if (bullet !== null) {
    return { kind: 'bullet', marker: '-', glyph: bullet[1] ?? '', value: 0, rest: bullet[2] ?? '' };
  }
  const number = NUMBER.exec(text);
  if (number !== null) {
    const [, digits = '', rest = ''] = number;
    return { kind: 'number', marker: `${digits}.`, glyph: '1', value: Number(digits), rest };
  }
  const letter = LETTER.exec(text);
  if (letter === null) return null;
  const name = letter[1] ?? letter[2] ?? '';
  const value = name.toLowerCase().charCodeAt(0) - 96;
  return { kind: 'letter', marker: `- ${name})`, glyph: 'a', value, rest: letter[3] ?? '' };
}
