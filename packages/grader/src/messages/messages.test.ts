/** The catalogue: it is complete, can be formatted, and nothing that a learner reads is outside of it. */

import { describe, expect, it } from 'vitest';
import { english, messagesFor, sayIn, type MessageId, type Messages } from './messages.js';

const ids = Object.keys(english.texts) as MessageId[];

it('has no text twice under one name, and none that is empty', () => {
  for (const id of ids) expect(english.texts[id].trim()).not.toBe('');
});

describe('a language tag', () => {
  const german: Messages = { language: 'de', texts: { ...english.texts, 'quiz.right': 'Stimmt.' } };
  const swiss: Messages = { ...german, language: 'de-CH' };
  it.each([
    ['de-CH', swiss],
    ['de-ch-1996', swiss],
    ['de_AT', german],
    ['DE', german],
    ['fr', english],
    ['', english]
  ])('%j', (tag, expected) => {
    expect(messagesFor(tag, [english, german, swiss])).toBe(expected);
  });
  it('is English where nothing else is there', () => {
    expect(messagesFor('de-AT')).toBe(english);
  });
});

describe('a translation', () => {
  const say = (texts: Partial<Messages['texts']>): ReturnType<typeof sayIn> =>
    sayIn({ language: 'pl', texts: texts as Messages['texts'] });

  it('chooses plurals by its own language', () => {
    const translated = say({
      'value.items':
        '{count, plural, one {{count} element} few {{count} elementy} other {{count} elementów}}'
    });
    expect([1, 3, 5].map((count) => translated('value.items', { count }))).toEqual([
      '1 element',
      '3 elementy',
      '5 elementów'
    ]);
  });

  it.each([
    ['that is missing', undefined],
    ['that cannot be read', '{name'],
    ['that asks for what is not given', '{other}']
  ])('falls back to English for a message %s', (_, text) => {
    const translated = say(text === undefined ? {} : { 'requirement.behaviour': text });
    expect(translated('requirement.behaviour', { name: 'f' })).toBe(
      'The function f does what is asked for.'
    );
  });

  it('puts values in as they are', () => {
    const value = "'{x}' <b># {count, plural}</b>";
    expect(sayIn(english)('requirement.forbid', { what: value })).toBe(`Does not use ${value}.`);
  });
});

it('says nothing with numbers that a language groups', () => {
  const say = sayIn(english);
  expect(say('ending.error-line', { type: 'E', line: 12_345 })).toContain('line 12345');
  expect(say('value.items', { count: 12_345 })).toContain('12345 items');
  for (const id of ids)
    expect(english.texts[id]).not.toMatch(/, (?:number|date|time)|#.*, plural|, plural.*#/);
});
