/** What each knob does, against TRL's settings with the same seed, in each of 2 seeds. */

import { describe, expect, it } from 'vitest';
import { ppoKnobs } from './ppo-knobs.js';
import { overSeeds } from './seeds.testing.js';

const SEEDS = 2;

describe('PPO’s knobs', () => {
  it('a narrow clip clips much, and learns slowly', async () => {
    for (const { numbers, finding } of await overSeeds(ppoKnobs, SEEDS, { cliprange: 0.02 })) {
      expect(numbers['yoursClipfrac']).toBeGreaterThan(0.1);
      expect(numbers['usualClipfrac']).toBeLessThan(0.02);
      expect(numbers['yoursScore']).toBeLessThan(numbers['usualScore']! / 2);
      expect(numbers['yoursApproxKl']).toBeLessThan(numbers['usualApproxKl']! / 4);
      expect(finding).toContain('fewer than TRL’s');
    }
  });

  it('λ = 0 has not heard of the score when λ = 0.95 has learned', async () => {
    for (const { numbers } of await overSeeds(ppoKnobs, SEEDS, { lam: 0 })) {
      expect(numbers['usualScore']).toBeGreaterThan(4);
      expect(numbers['yoursScore']).toBeLessThan(numbers['usualScore']! / 3);
    }
  });

  it('a great β holds it near the reference', async () => {
    for (const { numbers } of await overSeeds(ppoKnobs, SEEDS, { klCoef: 1 })) {
      expect(numbers['usualKl']).toBeGreaterThan(10);
      expect(Math.abs(numbers['yoursKl']!)).toBeLessThan(numbers['usualKl']! / 10);
    }
  });

  it('whitening matters where the score is great, and hardly where it is not', async () => {
    const off = { whitenAdvantages: false };
    for (const { numbers, finding } of await overSeeds(ppoKnobs, SEEDS, off)) {
      expect(Math.abs(numbers['yoursScore']! - numbers['usualScore']!)).toBeLessThan(0.5);
      expect(finding).not.toContain('fewer');
    }
    for (const { numbers } of await overSeeds(ppoKnobs, SEEDS, { ...off, scale: 100 })) {
      expect(numbers['yoursScore']).toBeLessThan(numbers['usualScore']! - 0.2);
    }
  });
});
