/** Reads lines from a pipe whose other end is not to be trusted. */

import type { Readable } from 'node:stream';

const NEWLINE = 0x0a;

/** Calls `onLine` for each whole line; `onTooLong`, and nothing more, once a line passes `maxBytes`. */
export function readLines(
  stream: Readable,
  {
    maxBytes,
    onLine,
    onTooLong
  }: { maxBytes: number; onLine: (line: string) => void; onTooLong: () => void }
): void {
  // Kept apart until the line is whole: joining at each chunk would take time with the square of its length.
  let parts: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  stream.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, end));
      const line = Buffer.concat(parts, length);
      parts = [];
      length = 0;
      from = end + 1;
      onLine(line.toString('utf8'));
      if (stream.destroyed) return; // what was just read may have been its end
    }
    add(chunk.subarray(from));
    if (length <= maxBytes) return;
    parts = [];
    stream.destroy();
    onTooLong();
  });
}
