import { expect, describe, it } from 'vitest';
import { featurizer, wordsOf } from './features.js';
import { readJsonl, writeJsonl, type Source } from './jsonl.js';

describe('features', () => {
  it('are length, markers and n-grams, per word', () => {
    const texts = ['The cat sat.', 'The cat, sorry, the cat!', ''];
    const { names, features } = featurizer(texts, {
      markers: ['sorry', 'the CAT'],
      ngrams: { n: 2, most: 2 }
    });
    expect(names).toEqual(['length', 'sorry', 'the cat', 'cat sat']);
    const { values, rows } = features(texts);
    expect(rows).toBe(3);
    const row = (index: number): number[] =>
      [...values.slice(index * 4, index * 4 + 4)].map((x) => Math.round(x * 1e4) / 1e4);
    expect(row(0)).toEqual([1.3863, 0, 0.3333, 0.3333]);
    expect(row(1)).toEqual([1.7918, 0.2, 0.4, 0]);
    expect(row(2)).toEqual([0, 0, 0, 0]);
  });

  it('take words of any language', () => {
    expect(wordsOf('Größe: 3½ cm – it’s «schön»')).toEqual(['größe', '3½', 'cm', 'it’s', 'schön']);
  });

  it.each([
    ['nothing', { length: false }, 'No feature was asked for.'],
    ['a marker of signs', { markers: ['!?'] }, 'The marker "!?" has no word in it.'],
    ['n-grams of no words', { ngrams: { n: 0, most: 3 } }, 'n-grams of 0 words.']
  ])('of %s are refused', (_, options, message) => {
    expect(() => featurizer(['a'], options)).toThrow(message);
  });
});

describe('JSON Lines', () => {
  const records = [
    { prompt: 'é', chosen: '→ 🎉' },
    { prompt: 'b\nc', chosen: '' }
  ];
  const file = [...writeJsonl(records)].join('');
  const read = async (source: Source): Promise<unknown[]> => {
    const values = [];
    for await (const { line, value } of readJsonl(source)) values.push([line, value]);
    return values;
  };
  const bytes = new TextEncoder().encode(file);
  const expected = records.map((record, index) => [index + 1, record]);

  it.each<[string, () => Source]>([
    ['text', () => file],
    ['bytes', () => [bytes]],
    ['bytes one by one', () => [...bytes].map((byte) => Uint8Array.of(byte))],
    ['a file', () => new Blob([file])],
    ['a stream', () => new Blob([file]).stream()],
    ['text without its last end of line', () => file.trimEnd()],
    ['text with ends of Windows', () => file.replaceAll('\n', '\r\n')]
  ])('are read from %s', async (_, source) => {
    expect(await read(source())).toEqual(expected);
  });

  it('of blank lines are passed over, and counted', async () => {
    expect(await read('\n\n{"a": 1}\n')).toEqual([[3, { a: 1 }]]);
  });

  it.each([
    ['{"a": 1}\n{"a": \n', /^line 2: this is no JSON/],
    ['{"a": 1}\n[1]\n', 'line 2: a record is an object: {"prompt": …}'],
    ['\n3\n', 'line 2: a record is an object']
  ])('%j is refused with its line', async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  it('that are not UTF-8 are refused with their line', async () => {
    const broken = [...new TextEncoder().encode('{"a": 1}\n'), 0xff, 0xfe];
    await expect(read([Uint8Array.from(broken)])).rejects.toThrow('line 1: this is not UTF-8');
  });

  it('are not read further than they are asked for', async () => {
    let pieces = 0;
    function* endless(): Generator<string> {
      for (;;) {
        pieces++;
        yield '{"a": 1}\n';
      }
    }
    for await (const { line } of readJsonl(endless())) if (line === 3) break;
    expect(pieces).toBeLessThan(6);
  });
});
