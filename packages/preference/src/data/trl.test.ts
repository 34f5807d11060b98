import { describe, expect, it } from 'vitest';
import { readDemonstrations, readFeedback, readPairs, toHh, toTrl } from './trl.js';
import { writeJsonl } from './jsonl.js';

const user = (content: string) => ({ role: 'user', content });
const assistant = (content: string) => ({ role: 'assistant', content });
const lines = (...records: object[]): string => [...writeJsonl(records)].join('');

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('pairs', () => {
  const text = { prompt: 'The sky is', chosen: ' blue.', rejected: ' green.' };
  const talk = {
    prompt: [user('Hi')],
    chosen: [assistant('Hello!')],
    rejected: [assistant('What?')]
  };

  it.each([
    ['with a prompt', text, text],
    ['that begin with the prompt', toTrl(text, { implicit: true }), text],
    ['of conversations', talk, talk],
    ['of conversations that begin with the prompt', toTrl(talk, { implicit: true }), talk],
    ['of HH-RLHF', toHh(talk), talk],
    ['with a margin', { ...text, margin: 2 }, { ...text, margin: 2 }],
    ['with columns of other kinds', { ...text, source: 'x', margin: null }, text]
  ])('%s are read', async (_, record, pair) => {
    expect(await all(readPairs(lines(record, record)))).toEqual([pair, pair]);
  });

  it('are written as they were read', async () => {
    const longer = { ...talk, prompt: [user('Hi'), assistant('Yes?'), user('2 + 2?')] };
    const hh = lines(toHh(longer));
    const [pair] = await all(readPairs(hh));
    expect(pair).toEqual(longer);
    expect(lines(toHh(pair ?? text))).toBe(hh);
    expect(JSON.parse(hh)).toEqual({
      chosen: '\n\nHuman: Hi\n\nAssistant: Yes?\n\nHuman: 2 + 2?\n\nAssistant: Hello!',
      rejected: '\n\nHuman: Hi\n\nAssistant: Yes?\n\nHuman: 2 + 2?\n\nAssistant: What?'
    });
  });

  it.each([
    [{ prompt: 'p', chosen: 'c' }, 'line 2: there is no "rejected"; there are "prompt", "chosen"'],
    [
      { prompt: 'p', chosen: 'c', rejected: 3 },
      'line 2: "rejected" is 3, and must be text or a list of messages'
    ],
    [
      { chosen: 'c', rejected: [assistant('r')] },
      'line 2: "chosen" and "rejected" are both text, or both messages'
    ],
    [
      { prompt: [user('p')], chosen: 'c', rejected: 'r' },
      'line 2: "prompt" and the answers are both text'
    ],
    [
      { chosen: '', rejected: 'r' },
      'line 2: extractPrompt: chosen and rejected must not be empty.'
    ],
    [
      { chosen: '\n\nHuman: a', rejected: 'r' },
      'line 2: hhToConversational: chosen and rejected share no'
    ],
    [
      { prompt: [{ role: 'user' }], chosen: [], rejected: [] },
      'line 2: "prompt", message 1 is not {"role": text, "content": text}'
    ],
    [{ ...text, margin: 'large' }, 'line 2: "margin" is "large", and must be a number']
  ])('%j are refused with their line', async (record, message) => {
    await expect(all(readPairs(lines(text, record)))).rejects.toThrow(message);
  });
});

it('feedback is read, and refused where it says neither good nor bad', async () => {
  const good = { prompt: 'p', completion: 'c', label: true };
  expect(await all(readFeedback(lines(good)))).toEqual([good]);
  await expect(all(readFeedback(lines({ ...good, label: 1 })))).rejects.toThrow(
    'line 1: "label" is 1, and must be true or false'
  );
});

it('demonstrations are read', async () => {
  const shown = { prompt: [user('p')], completion: [assistant('c')] };
  expect(await all(readDemonstrations(lines(shown)))).toEqual([shown]);
  await expect(all(readDemonstrations('{}\n'))).rejects.toThrow('there is no "completion"');
});

it('HH-RLHF has no text and no other roles', () => {
  expect(() => toHh({ prompt: 'p', chosen: 'c', rejected: 'r' })).toThrow('holds conversations');
  expect(() =>
    toHh({ prompt: [{ role: 'system', content: '' }], chosen: [], rejected: [] })
  ).toThrow('no role "system"');
});
