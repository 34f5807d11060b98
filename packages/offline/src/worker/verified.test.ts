import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { isVerified } from './verified.js';

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const zipped = gzipSync('bytes');

test.each([
  ['the file itself', 'bytes', [sha256('bytes'), 5], true],
  ['another of the same size', 'bites', [sha256('bytes'), 5], false],
  ['a part of it', 'byte', [sha256('bytes'), 5], false],
  ['a zipped file as it is', zipped, [sha256(zipped), zipped.length, sha256('bytes')], true],
  ['unzipped by the browser', 'bytes', [sha256(zipped), zipped.length, sha256('bytes')], true],
  ['another one unzipped', 'bites', [sha256(zipped), zipped.length, sha256('bytes')], false]
] as const)('%s', async (_, content, file, expected) => {
  expect(await isVerified(new Response(content), file)).toBe(expected);
});
