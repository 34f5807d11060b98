/** The characters that copying and pasting leave in plain text, made into those that Markdown and Python know. */

export function cleanCharacters(text: string): string {
  return text
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(/[\u200B\u2060\uFEFF]/g, '')
    .replace(/[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[ \t]+$/gm, '');
}
