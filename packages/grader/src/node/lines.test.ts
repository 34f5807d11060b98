import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readLines } from './lines.js';

async function read(
  chunks: Buffer[],
  maxBytes = 100
): Promise<{ lines: string[]; tooLong: boolean }> {
  const stream = new PassThrough();
  const lines: string[] = [];
  let tooLong = false;
  readLines(stream, {
    maxBytes,
    onLine: (line) => lines.push(line),
    onTooLong: () => (tooLong = true)
  });
  for (const chunk of chunks) {
    stream.write(chunk);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { lines, tooLong };
}

describe('lines of a pipe', () => {
  it('are whole, however they arrive', async () => {
    const bytes = Buffer.from('one\n\ntwo €\nhalf');
    const each = Array.from(bytes, (byte) => Buffer.from([byte]));
    expect((await read(each)).lines).toEqual(['one', '', 'two €']);
    expect((await read([bytes])).lines).toEqual(['one', '', 'two €']);
  });
  it('may hold bytes that are no text', async () => {
    expect((await read([Buffer.from([0xff, 0xfe, 0x0a, 0x61, 0x0a])])).lines).toEqual(['��', 'a']);
  });
  it('end where one is too long, ended or not', async () => {
    expect(await read([Buffer.from('a\n'), Buffer.alloc(200, 'x'), Buffer.from('\nb\n')])).toEqual({
      lines: ['a'],
      tooLong: true
    });
  });
  it('are read in a time that grows with their length, not with its square', async () => {
    const chunk = Buffer.alloc(65_536, 'x');
    const startedAt = performance.now();
    const { tooLong } = await read(Array<Buffer>(1_500).fill(chunk), 98_000_000);
    expect(tooLong).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});
