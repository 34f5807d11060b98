/** Formats: nothing is lost on the way, and the corners where TRL's behaviour is not obvious. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractPrompt, hhToConversational, unpair } from './formats.js';

describe('extractPrompt', () => {
  it('loses nothing: prompt and completion are the text', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, text, (common, left, right) => {
        const pair = { chosen: common + left, rejected: common + right };
        const split = extractPrompt(pair);
        expect(split.prompt + split.chosen).toBe(pair.chosen);
        expect(split.prompt + split.rejected).toBe(pair.rejected);
      })
    );
  });

  it('does not cut an emoji in two, though both begin with the same half', () => {
    expect(extractPrompt({ chosen: 'a😀', rejected: 'a😁' }).chosen).toBe('😀');
  });

  it('leaves the last common character with the completions where one text begins the other', () => {
    expect(extractPrompt({ chosen: 'ab', rejected: 'ab' })).toEqual({
      prompt: 'a',
      chosen: 'b',
      rejected: 'b'
    });
  });

  it('has an empty prompt where the first characters differ', () => {
    expect(extractPrompt({ chosen: 'x ', rejected: 'y' }).prompt).toBe('');
  });

  it('refuses the empty and the mixed', () => {
    expect(() => extractPrompt({ chosen: '', rejected: 'a' })).toThrow('must not be empty');
    expect(() =>
      extractPrompt<string | { role: string; content: string }[]>({
        chosen: 'a',
        rejected: [{ role: 'user', content: 'a' }]
      })
    ).toThrow('must both be text, or both conversations');
  });
});

describe('unpair', () => {
  it('refuses columns of different lengths', () => {
    expect(() => unpair({ chosen: ['a'], rejected: ['b', 'c'] })).toThrow(
      'columns must have one length; got 1, 2.'
    );
  });
});

describe('hhToConversational', () => {
  it('goes back to the last turn that both have, even where answers begin alike', () => {
    const ask = '\n\nHuman: Why?\n\nAssistant: ';
    const { prompt, chosen } = hhToConversational({
      chosen: `${ask}Because it is.`,
      rejected: `${ask}Because.`
    });
    expect(prompt).toEqual([{ role: 'user', content: 'Why?' }]);
    expect(chosen).toEqual([{ role: 'assistant', content: 'Because it is.' }]);
  });

  it('refuses dialogues that share no turn', () => {
    expect(() => hhToConversational({ chosen: 'a', rejected: 'b' })).toThrow(
      'share no "Assistant: "'
    );
  });
});
