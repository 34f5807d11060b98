import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint.js';

test('is FNV-1a, 64 bits', () => {
  // The published test vectors.
  expect(fingerprint('')).toBe('cbf29ce484222325');
  expect(fingerprint('a')).toBe('af63dc4c8601ec8c');
  expect(fingerprint('foobar')).toBe('85944171f73967e8');
});

test('line ends do not count, everything else does', () => {
  expect(fingerprint('a\r\nb')).toBe(fingerprint('a\nb'));
  expect(fingerprint('a\nb')).not.toBe(fingerprint('a\nb '));
});
