/** Whether a line, or a stretch of lines, has the shape of Python. */

import { analysePython } from '../python/analyse.js';

/** `sure` lines are no prose; `likely` ones are, in company; a comment is, beside code. */
export type LineShape = 'sure' | 'likely' | 'comment';

const BLOCK =
  /^(?:async\s+)?(?:def|class|for|while|if|elif|else|try|except|finally|with|match|case)\b/;
const OPENER = new RegExp(`${BLOCK.source}.*:\\s*(?:#.*)?$`);
const IMPORT =
  /^(?:import\s+[A-Za-z_][\w.]*(?:\s+as\s+\w+)?(?:\s*,\s*[A-Za-z_][\w.]*(?:\s+as\s+\w+)?)*|from\s+\.*[\w.]+\s+import\s+[\w*(][\w\s,*()]*)\s*(?:#.*)?$/;
const DECORATOR = /^@[A-Za-z_][\w.]*(?:\(.*\))?$/;
const TARGET = String.raw`[A-Za-z_][\w.]*(?:\[[^\]]*\])*`;
const ASSIGNMENT = new RegExp(
  String.raw`^${TARGET}(?:\s*,\s*${TARGET})*\s*(?::\s*[\w.[\], |]+)?\s*(?:[-+*/%@&|^]|//|\*\*|<<|>>)?=(?!=)\s*\S`
);
const CALL = new RegExp(String.raw`^(?:await\s+)?${TARGET}\(.*\)\s*(?:#.*)?$|^${TARGET}\($`);
const KEYWORD =
  /^(?:return|raise|yield|assert|del|global|nonlocal|await)\s+\S|^(?:return|pass|break|continue|yield|raise)\s*(?:#.*)?$/;
/** What a condition or a loop has that a sentence before a colon has not. */
const CONDITION = /[()[\]=<>'"]|\b(?:in|not|is|and|or|True|False|None)\b/;

export function lineShape(line: string): LineShape | null {
  const text = straightQuotes(line).trim();
  if (text === '') return null;
  if (/^#(?!#)/.test(text)) return 'comment';
  if (IMPORT.test(text)) return 'sure';
  if (DECORATOR.test(text)) return 'likely';
  if (OPENER.test(text)) return openerShape(text);
  if (/^(?:async\s+)?(?:def\s+\w+\(|class\s+\w+\()/.test(text) && isOpen(text)) return 'sure';
  if (KEYWORD.test(text)) return parses(`def _():\n for _ in _:\n  ${text}`) ? 'likely' : null;
  if (ASSIGNMENT.test(text)) return isOpen(text) || parses(text) ? 'likely' : null;
  if (CALL.test(text)) {
    if (!isOpen(text) && !parses(text)) return null;
    return /^print\(/.test(text) ? 'sure' : 'likely';
  }
  return null;
}

function openerShape(text: string): LineShape | null {
  const before = /^(?:elif|else)\b/.test(text)
    ? 'if _:\n pass\n'
    : /^(?:except|finally)\b/.test(text)
      ? 'try:\n pass\n'
      : /^case\b/.test(text)
        ? 'match _:\n '
        : '';
  if (!parses(`${before}${text}\n  pass`)) return null;
  if (/^(?:async\s+)?(?:def|class)\b/.test(text)) return 'sure';
  return CONDITION.test(text) ? 'sure' : 'likely';
}

export function parses(source: string): boolean {
  return analysePython(source).syntaxError === null;
}

/** A text or a comment. */
const TEXT =
  /"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|#[^\n]*/;
const TEXT_OR_BRACKET = new RegExp(`${TEXT.source}|[([{]|[)\\]}]`, 'g');

/** Whether a bracket or a triple quotation mark is still open at its end. */
export function isOpen(source: string): boolean {
  return openDepth(source) !== 0;
}

/** How many brackets are open at the end; an open triple quotation mark counts as one. */
function openDepth(source: string): number {
  let depth = 0;
  for (const [found] of source.matchAll(TEXT_OR_BRACKET)) {
    if (/^[([{]$/.test(found)) depth++;
    else if (/^[)\]}]$/.test(found)) depth = Math.max(0, depth - 1);
    else if (/^(?:"""|''')/.test(found) && (found.length < 6 || !found.endsWith(found.slice(0, 3))))
      depth++;
  }
  return depth;
}

/**
 * Whether a line that opens a block is followed by one that is not indented below it: what copying from a web page
 * does to Python.
 */
export function hasLostIndentation(lines: readonly string[]): boolean {
  let before = '';
  let opener: number | null = null;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const indent = line.search(/\S/);
    if (opener !== null && before === '' && indent <= opener && !/^\s*#/.test(line)) return true;
    const logical = before === '' ? line : `${before}\n${line}`;
    if (isOpen(logical)) {
      if (before === '') opener = null;
      before = logical;
      continue;
    }
    const first = logical.search(/\S/);
    const opens = BLOCK.test(logical.trim()) && /:\s*(?:#.*)?$/.test(logical);
    opener = opens ? first : null;
    before = '';
  }
  return false;
}

/** Whether typographic quotation marks stand where code has straight ones: the parser takes them for letters. */
export function hasSmartQuotes(source: string): boolean {
  const code = source.replace(new RegExp(TEXT, 'g'), '');
  return straightQuotes(code) !== code;
}

export function straightQuotes(text: string): string {
  return text.replace(/[“”„‟″]/g, '"').replace(/[‘’‚‛′]/g, "'");
}
