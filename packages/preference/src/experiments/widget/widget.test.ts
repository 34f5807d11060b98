/** Rewards over messages, and the stops of a slider; what needs a page is tested in one (ui-tests). */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoresOf } from '../../train/reward.js';
import { scoreWithPython } from './python-reward.js';
import { nearest, sliderValues } from './slider.js';
import type { Model } from './traits.js';

/** A model whose Python answers as it is told to. */
function kernel(answer: (texts: string[]) => object): Model & { listeners: number } {
  let heard: ((message: object) => void)[] = [];
  return {
    get listeners() {
      return heard.length;
    },
    on: (_event: string, listener: (message: object) => void) => heard.push(listener),
    off: (_event: string, listener: unknown) => (heard = heard.filter((one) => one !== listener)),
    send(message: { id: string; texts: string[] }) {
      const { id, texts } = message;
      // Another view's answer comes first.
      for (const listener of heard) listener({ type: 'scores', id: 'other', scores: [99, 99] });
      setTimeout(() =>
        heard.forEach((listener) => listener({ type: 'scores', id, ...answer(texts) }))
      );
    }
  } as never;
}

describe('scoreWithPython', () => {
  const never = new AbortController().signal;

  it('gives the scores of this question, and listens no longer', async () => {
    const model = kernel((texts) => ({ scores: texts.map((text) => text.length) }));
    expect(await scoreWithPython(model, ['a', 'bcd'], never)).toEqual([1, 3]);
    expect(model.listeners).toBe(0);
  });

  it.each([
    [
      { error: 'ZeroDivisionError: division by zero' },
      'failed: ZeroDivisionError: division by zero'
    ],
    [{ scores: [1] }, 'gave 1 rewards; 2 were asked for'],
    [{}, 'gave no rewards; 2 were asked for'],
    [{ scores: [1, null] }, 'gave null for text 1; a reward is a finite number']
  ])('refuses %j', async (answer, message) => {
    await expect(
      scoreWithPython(
        kernel(() => answer),
        ['a', 'b'],
        never
      )
    ).rejects.toThrow(message);
  });

  it('fails a trainer with what was wrong, said once', async () => {
    const model = kernel(() => ({ error: 'KeyError: 1' }));
    await expect(
      scoresOf((texts) => scoreWithPython(model, texts, never), ['a'], [''])
    ).rejects.toThrow(/^The reward function in Python failed: KeyError: 1$/);
  });

  it('waits no longer when it is stopped', async () => {
    const controller = new AbortController();
    const model = kernel(() => ({ scores: [] }));
    const asked = scoreWithPython(model, ['a'], controller.signal);
    controller.abort(new Error('Stop.'));
    await expect(asked).rejects.toThrow('Stop.');
    expect(model.listeners).toBe(0);
  });
});

describe('sliderValues', () => {
  it('go up from the least to the most, in multiples of the step, and each key moves', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('linear' as const, 'log' as const),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 300 }),
        fc.constantFrom(0.05, 1, 25),
        (scale, from, steps, step) => {
          const [min, max] = [from * step, (from + steps) * step];
          const values = sliderValues({ min, max, step, scale });
          expect(values[0]).toBe(min);
          expect(values.at(-1)).toBe(max);
          for (const [i, value] of values.entries()) {
            if (i > 0) expect(value).toBeGreaterThan(values[i - 1]!);
            expect(value / step).toBeCloseTo(Math.round(value / step), 6);
            expect(nearest(values, value)).toBe(i);
          }
        }
      )
    );
  });

  it('are as many on each octave of a logarithmic scale', () => {
    const values = sliderValues({ min: 1, max: 1024, step: 0.001, scale: 'log' });
    const within = (low: number) => values.filter((x) => x >= low && x < 2 * low).length;
    expect(within(2)).toBe(10);
    expect(within(256)).toBe(10);
  });
});
