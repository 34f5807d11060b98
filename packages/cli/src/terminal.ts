/** What commands say to a person: diagnostics and progress, on stderr, so that stdout stays the result's. */

import colors from 'picocolors';
import type { Diagnostic } from '@lectern/lesson';

export interface LocatedDiagnostic extends Diagnostic {
  /** As the user named it. */
  path: string;
}

const PAINT = { error: colors.red, warning: colors.yellow, info: colors.dim };

export function printDiagnostics(
  diagnostics: readonly LocatedDiagnostic[],
  { infos = false }: { infos?: boolean } = {}
): void {
  for (const { path, range, severity, rule, message, remedy } of diagnostics) {
    if (severity === 'info' && !infos) continue;
    const place = `${path}:${range.start.line}:${range.start.column}`;
    process.stderr.write(
      `${place} ${PAINT[severity](severity)} ${colors.dim(rule)}\n  ${message.replaceAll('\n', '\n  ')}\n  ${remedy}\n`
    );
  }
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
  const counted = (severity: string): number =>
    site.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const parts = [plural(site.lessons, 'lesson'), plural(site.challenges, 'challenge')];
  if (counted('error') > 0) parts.push(plural(counted('error'), 'error'));
  if (counted('warning') > 0) parts.push(plural(counted('warning'), 'warning'));
  return parts.join(', ');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
