/** What commands say to a person: diagnostics and progress, on stderr, so that stdout stays the result's. */

import { readFileSync } from 'node:fs';
import colors from 'picocolors';
import type { Diagnostic, Range } from '@lectern/lesson';

export interface LocatedDiagnostic extends Diagnostic {
  /** As the user named it. */
  path: string;
}

export const PAINT = { error: colors.red, warning: colors.yellow, info: colors.dim };

/** Each with the line that it is about. What is only said to an author who asks (`info`) is left out. */
export function printDiagnostics(
  diagnostics: readonly LocatedDiagnostic[],
  { infos = false, to = process.stderr }: { infos?: boolean; to?: NodeJS.WritableStream } = {}
): void {
  const sources = new Map<string, string[]>();
  for (const { path, range, severity, rule, message, remedy } of diagnostics) {
    if (severity === 'info' && !infos) continue;
    const place = `${path}:${range.start.line}:${range.start.column}`;
    const lines = [
      `${place} ${PAINT[severity](severity)} ${colors.dim(rule)}`,
      ...excerpt(linesOf(path, sources), range).map((line) => colors.dim(line)),
      ...message.split('\n'),
      remedy
    ];
    to.write(`${lines.join('\n  ')}\n`);
  }
}

function linesOf(path: string, known: Map<string, string[]>): string[] {
  let lines = known.get(path);
  if (lines === undefined) {
    try {
      lines = readFileSync(path, 'utf8').split(/\r\n?|\n/);
    } catch {
      lines = []; // It was read a moment ago; a report without it is better than none.
    }
    known.set(path, lines);
  }
  return lines;
}

const EXCERPT_WIDTH = 100;

/** The line at which the range begins, and its part of it marked; nothing for a whole file. */
function excerpt(lines: readonly string[], { start, end }: Range): string[] {
  const line = lines[start.line - 1];
  if (line === undefined || line.trim() === '' || end.offset === start.offset) return [];
  // A control character, or a tab, takes one place, so that the marks stand under what they mark.
  const shown = line.slice(0, EXCERPT_WIDTH).replace(/\p{Cc}/gu, ' ');
  const from = start.column - 1;
  const to = Math.min(start.line === end.line ? end.column - 1 : line.length, EXCERPT_WIDTH);
  const gutter = String(start.line);
  const marks =
    to > from ? [`${' '.repeat(gutter.length)} │ ${' '.repeat(from)}${'^'.repeat(to - from)}`] : [];
  return [`${gutter} │ ${shown}${line.length > EXCERPT_WIDTH ? '…' : ''}`, ...marks];
}

const QUIET_MS = 2_000;
let lastSaid = Date.now();

/** A line that is rewritten in place on a terminal; elsewhere, one now and then. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text}`);
  else if (Date.now() - lastSaid > QUIET_MS) {
    process.stderr.write(`· ${text}\n`);
    lastSaid = Date.now();
  }
}

export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
}

/** "2 lessons, 4 challenges", and how many problems were told of. */
export function summarise(site: {
  lessons: number;
  challenges: number;
  diagnostics: readonly LocatedDiagnostic[];
}): string {
  const parts = [plural(site.lessons, 'lesson'), plural(site.challenges, 'challenge')];
  parts.push(...countProblems(site.diagnostics));
  return parts.join(', ');
}

/** "1 error", "2 warnings": those that there are. */
export function countProblems(diagnostics: readonly Pick<Diagnostic, 'severity'>[]): string[] {
  return (['error', 'warning'] as const).flatMap((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count === 0 ? [] : [plural(count, severity)];
  });
}

export function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}
