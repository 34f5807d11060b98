import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 } from './sha256.js';

it('agrees with Node on any text, lone surrogates included', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '\ud800', '\udc00x'),
      (text, end) => {
        const whole = text + end;
        expect(sha256(whole)).toBe(createHash('sha256').update(whole).digest('hex'));
      }
    )
  );
});
