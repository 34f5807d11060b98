import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readVerified, verifiedStream } from './verified.js';

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const zipped = gzipSync('bytes');

test.each([
  ['the file itself', 'bytes', [sha256('bytes'), 5], true],
  ['another of the same size', 'bites', [sha256('bytes'), 5], false],
  ['a part of it', 'byte', [sha256('bytes'), 5], false],
  ['an empty one', '', [sha256(''), 0], true],
  ['a zipped file as it is', zipped, [sha256(zipped), zipped.length, sha256('bytes')], true],
  ['unzipped by the browser', 'bytes', [sha256(zipped), zipped.length, sha256('bytes')], true],
  ['another one unzipped', 'bites', [sha256(zipped), zipped.length, sha256('bytes')], false]
] as const)('%s, at once and as a stream', async (_, content, file, isRight) => {
  const expected = isRight ? Buffer.from(content) : null;
  const bytesOf = async (response: Response | null) =>
    response && Buffer.from(await response.arrayBuffer());
  expect(await bytesOf(await readVerified(new Response(content), file))).toEqual(expected);

  const stream = verifiedStream(new Response(content), file);
  expect(await bytesOf(stream.response).catch(() => null)).toEqual(expected);
  expect(await bytesOf((await stream.kept) ?? null)).toEqual(expected);
});

test('a stream is passed on as it arrives, but for its end', async () => {
  let send: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void (send = controller) });
  const file = [sha256('first, last'), 11] as const;
  const { response } = verifiedStream(new Response(body), file);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const next = async () => Buffer.from((await reader.read()).value ?? []).toString();
  for (const part of ['first', ', last']) send?.enqueue(new TextEncoder().encode(part));
  expect(await next()).toBe('first');
  send?.close();
  expect(await next()).toBe(', last');
  expect((await reader.read()).done).toBe(true);
});

test('what breaks on its way is an error, and says nothing about the file', async () => {
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode('half'));
      controller.error(new TypeError('network error'));
    }
  });
  const { response, kept } = verifiedStream(new Response(body), [sha256('bytes'), 5]);
  await expect(response.text()).rejects.toThrow();
  expect(await kept).toBeUndefined();
});

test('headers that a page lives by are kept, those of the transfer are not', async () => {
  const headers = {
    'Content-Type': 'text/html',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Content-Encoding': 'br',
    'Content-Length': '3'
  };
  const kept = await readVerified(new Response('bytes', { headers }), [sha256('bytes'), 5]);
  expect(Object.fromEntries(kept?.headers ?? [])).toEqual({
    'content-type': 'text/html',
    'cross-origin-opener-policy': 'same-origin'
  });
});
