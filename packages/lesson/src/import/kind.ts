/** What kind of text a file holds: told by its name, or else by what is in it. */

export const IMPORT_KINDS = ['markdown', 'html', 'text'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export function detectKind(text: string, path = ''): ImportKind {
  if (/\.(md|markdown|mdown|mkd)$/i.test(path)) return 'markdown';
  if (/\.(html?|xhtml)$/i.test(path)) return 'html';
  if (looksLikeHtml(text)) return 'html';
  return looksLikeMarkdown(text) ? 'markdown' : 'text';
}

function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, 2000).trimStart();
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html)\b/i.test(start)) {
    return true;
  }
  const closing = text.match(/<\/(?:p|div|h[1-6]|li|ul|ol|table|pre|section|article)>/gi) ?? [];
  return start.startsWith('<') && closing.length >= 2;
}

/** Signs that no plain text has by chance: a `#` alone may be a comment of Python. */
function looksLikeMarkdown(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/);
  const fences = lines.filter((line) => /^ {0,3}(?:```|~~~)[^`]*$/.test(line)).length;
  if (fences >= 2 || lines.includes('---challenges---')) return true;
  if (lines.some((line) => /^#{2,6} \S/.test(line) || /^ {0,3}:{3,}\s*\{?[a-z]/.test(line)))
    return true;
  if (lines.some((line) => /^\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?\s*)?$/.test(line)))
    return true;
  return /^---\n(?:[A-Za-z]\w*:.*\n)+/.test(text.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, ''));
}
