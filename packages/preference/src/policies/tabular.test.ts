/** Tabular policies: sampling has their probabilities, the KL is exact. */

import { describe, expect, it } from 'vitest';
import { logProbabilities, sampleResponses, tabularEntropy, tabularKl } from './tabular.js';

const policy = { logits: Float32Array.of(0, 1, 2, 300, 0, 0), responses: 3 };
const even = { logits: new Float32Array(6), responses: 3 };

describe('a tabular policy', () => {
  it('is sampled with its probabilities, the same for the same seed', () => {
    const prompts = new Int32Array(6_000);
    const sampled = sampleResponses(policy, prompts, 3);
    expect(sampleResponses(policy, prompts, 3)).toEqual(sampled);
    const logps = logProbabilities(policy);
    for (const response of [0, 1, 2]) {
      const share = sampled.filter((one) => one === response).length / prompts.length;
      expect(Math.abs(share - Math.exp(logps[response]!))).toBeLessThan(0.025);
    }
    expect(sampleResponses(policy, [1, 1], 0)).toEqual(Int32Array.of(0, 0));
  });

  it('has the KL Σ p log(p/q) a prompt; from an even one it is log n less the entropy', () => {
    const [first, second] = tabularKl(policy, even);
    expect(first).toBeCloseTo(Math.log(3) - tabularEntropy(policy)[0]!, 12);
    expect(second).toBeCloseTo(Math.log(3), 12);
    expect(tabularKl(policy, policy)).toEqual([0, 0]);
  });

  it('refuses tables of other sizes, and prompts that are not there', () => {
    const other = { logits: new Float32Array(6), responses: 2 };
    expect(() => tabularKl(policy, other)).toThrow('tables of 6 / 3 and 6 / 2; they must be alike');
    expect(() => sampleResponses(policy, [2], 0)).toThrow(
      'prompts[0] is 2; there are 2, from 0 on.'
    );
  });
});
