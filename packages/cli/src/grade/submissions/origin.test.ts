import { describe, expect, it, test } from 'vitest';
import { copyNumber, originOf, type Given } from './origin.js';

const folder: Given = { name: 'handed-in', isFile: false, folder: 'x', isNameShared: false };
const of = (path: string, given = folder): unknown => {
  const { name, id, system, late, upload, prefix } = originOf(path.split('/'), given);
  return { name, id, system, late, upload, prefix };
};
const nobody = { id: null, system: null, late: false, upload: 0, prefix: null };

describe('Canvas', () => {
  test.each([
    ['lovelaceada_1234_5678_words.ipynb', 'lovelaceada', '1234', false, 5678],
    ['lovelaceada_LATE_1234_5678_words-1.ipynb', 'lovelaceada', '1234', true, 5678],
    ['žižkajan_12_99_my_words_2024.ipynb', 'žižkajan', '12', false, 99],
    ['lovelaceada_1234_5678_work.zip/work/words.ipynb', 'lovelaceada', '1234', false, 5678],
    ['anon_X7Yz1_5678_words.ipynb', 'anon X7Yz1', 'X7Yz1', false, 5678],
    ['LATE_anon_X7Yz1_5678_words.ipynb', 'anon X7Yz1', 'X7Yz1', true, 5678]
  ])('%s', (path, name, id, late, upload) => {
    expect(of(path)).toMatchObject({ name, id, late, upload, system: 'canvas' });
  });

  it('wants files back whose names begin as they did', () => {
    const prefixes = [
      'lovelaceada_LATE_1234_5678_words.ipynb',
      'anon_X7Yz1_5678_words.ipynb',
      'LATE_anon_X7Yz1_5678_words.ipynb'
    ].map((path) => originOf([path], folder).prefix);
    expect(prefixes).toEqual([
      'lovelaceada_LATE_1234_5678_',
      'anon_X7Yz1_5678_',
      'LATE_anon_X7Yz1_5678_'
    ]);
  });
});

describe('Moodle', () => {
  test.each([
    ['Ada Lovelace_123456_assignsubmission_file_/words.ipynb', 'Ada Lovelace', '123456'],
    ['Ada Lovelace_123456_assignsubmission_file/sub/words.ipynb', 'Ada Lovelace', '123456'],
    ['Ada Lovelace_123456_assignsubmission_file_words.ipynb', 'Ada Lovelace', '123456'],
    ['Jan Žižka_7_assignsubmission_onlinetext_/onlinetext.html', 'Jan Žižka', '7'],
    ['Group A_9_assignsubmission_file_/x/words.zip/words.ipynb', 'Group A', '9']
  ])('%s', (path, name, id) => {
    expect(of(path)).toMatchObject({
      name,
      id,
      system: 'moodle',
      prefix: `${name}_${id}_assignsubmission_file_`
    });
  });
});

describe('folders and names', () => {
  test.each([
    ['ada/words.ipynb', 'ada'],
    ['ada/week1/words.ipynb', 'ada'],
    ['course/submitted/ada/week1/words.ipynb', 'ada'],
    ['ada.ipynb', 'ada'],
    ['ada (1).ipynb', 'ada'],
    ['ada.ipynb.txt', 'ada'],
    ['ada.zip/words.ipynb', 'ada'],
    ['Ada Lovelace/hw_1.ipynb', 'Ada Lovelace']
  ])('%s', (path, name) => {
    expect(of(path)).toEqual({ ...nobody, name });
  });

  it('a file that was named is its own student, unless its name is shared', () => {
    const file: Given = { name: 'ada.ipynb', isFile: true, folder: 'week1', isNameShared: false };
    expect(of('ada.ipynb', file)).toEqual({ ...nobody, name: 'ada' });
    expect(of('words.ipynb', { ...file, folder: 'ada', isNameShared: true })).toEqual({
      ...nobody,
      name: 'ada'
    });
  });
});

test.each([
  ['words.ipynb', 0],
  ['words-1.ipynb', 1],
  ['words-12.ipynb', 12],
  ['words (2).ipynb', 2],
  ['words-2.ipynb.txt', 2],
  ['words-2024.ipynb', 0]
])('%s is copy %i', (name, number) => {
  expect(copyNumber(name)).toBe(number);
});
