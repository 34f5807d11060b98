/** Text art: boxes and arrows drawn with characters. */

/** Box drawing and block elements. */
const DRAWN = /[\u2500-\u259F]/;
/** Nothing but arrows and connectors, an arrowhead among them. */
const ARROWS =
  /^[\s|/\\\u2190-\u21FF\u25A0-\u25FF]*[\u25B2\u25B6\u25BA\u25BC\u25C0\u25C4][\s|/\\\u2190-\u21FF\u25A0-\u25FF]*$/;
const FRAME = /^\s*\+[-=+]{2,}.*\+\s*$/;
/** One character, repeated: a separator or the underline of a heading. */
const RULE = /^\s*([-=_~*#+\u2500-\u2503\u2550\u2014])(?:\s*\1){2,}\s*$/;
const CONNECTOR = /^[\s|/\\^v<>+\-↑↓←→]+$/;

export function isRule(line: string): boolean {
  return RULE.test(line);
}

/** A line that nothing but art has. */
export function isArtLine(line: string): boolean {
  return !isRule(line) && (FRAME.test(line) || DRAWN.test(line) || ARROWS.test(line));
}

/** A line that belongs to the art beside it. */
export function isArtCompanion(line: string): boolean {
  return (
    isArtLine(line) ||
    isRule(line) ||
    CONNECTOR.test(line) ||
    /^\s{2,}\S/.test(line) ||
    /\S {3,}\S/.test(line) ||
    /^\s*\|.*\|\s*$/.test(line)
  );
}

export function isArt(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '');
  const drawn = written.filter(isArtLine).length;
  return drawn >= 1 && written.every(isArtCompanion) && drawn * 3 >= written.length;
}
