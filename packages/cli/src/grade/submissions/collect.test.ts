/** What is found in folders and archives, good ones and bad ones. */

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { parseLesson } from '@lectern/lesson';
import { serializeNotebook, toNotebook, WorkReader } from '@lectern/notebook';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeZip, withRawName } from '../../testing/make-zip.js';
import { temporaryFolder } from '../../testing/run-lectern.js';
import { collectSubmissions, type Submission } from './collect.js';

const text = (id: string, version = '2.0'): string =>
  `---\nid: ${id}\ntitle: ${id}\nversion: ${version}\n---\n\n# ${id}\n\n---challenges---\n\n### Challenge: C\n\n- id: ${id}-c\n\n#### Starter Code\n\n\`\`\`python\nx = 0\n\`\`\`\n\n#### Solution\n\n\`\`\`python\nx = 1\n\`\`\`\n`;
const readers = ['words', 'numbers'].map((id) => new WorkReader(parseLesson(text(id))));

function notebook(answer = 'x = 2', id = 'words', version = '2.0'): string {
  const made = toNotebook(parseLesson(text(id, version)), {
    edition: 'student',
    grading: new Map()
  });
  for (const cell of made.cells) if (cell.id === `${id}-c-answer`) cell.source = answer;
  return serializeNotebook(made);
}

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
const at = (path: string): string => join(folder, path);
function put(path: string, content: string | Buffer): string {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), content);
  return at(path);
}
const collect = (...paths: string[]): Promise<Submission[]> => collectSubmissions(paths, readers);
/** "student: file: answer or reason" */
async function told(...paths: string[]): Promise<string[]> {
  return (await collect(...paths)).map(({ student, file, found, supersededBy }) => {
    const said =
      'reason' in found ? found.reason : [...found.work.answers.values()].join() || 'nothing';
    return `${student.name}: ${file}: ${said}${supersededBy === null ? '' : ` (${supersededBy} counts)`}`;
  });
}

describe('folders', () => {
  it('nbgrader’s, a folder a student, loose files; without what systems leave behind', async () => {
    put('in/submitted/ada/week1/words.ipynb', notebook('x = "ada"'));
    put('in/submitted/ada/week1/.ipynb_checkpoints/words-checkpoint.ipynb', notebook('old'));
    put('in/submitted/ben/week1/words.ipynb', notebook('x = "ben"'));
    put('in/.hidden.ipynb', notebook());
    put('in/README.md', '# Not handed in');
    expect(await told(at('in'))).toEqual([
      'ada: submitted/ada/week1/words.ipynb: x = "ada"',
      'ben: submitted/ben/week1/words.ipynb: x = "ben"'
    ]);
  });

  it('files that share a name are told apart by their folders', async () => {
    const paths = ['ada', 'ben'].map((name) => put(`${name}/words.ipynb`, notebook(name)));
    expect(await told(...paths)).toEqual(['ada: words.ipynb: ada', 'ben: words.ipynb: ben']);
  });

  it('links are not followed', async () => {
    put('secret/words.ipynb', notebook());
    put('in/ada/words.ipynb', notebook('mine'));
    symlinkSync(at('secret'), at('in/ben'));
    symlinkSync(at('secret/words.ipynb'), at('in/chi.ipynb'));
    expect(await told(at('in'))).toEqual(['ada: ada/words.ipynb: mine']);
  });

  it('something that is not there stops before anything is read', async () => {
    await expect(collect(at('gone.ipynb'))).rejects.toThrow('gone.ipynb: no such file or folder');
  });
});

describe('what cannot be read is told with its reason', () => {
  it.each([
    ['ada.ipynb', '', 'is empty.'],
    ['ada.ipynb', '{"cells": [', 'is a damaged notebook: its JSON is cut off or broken.'],
    ['ada.ipynb', '{"a": 1}', 'is JSON, but not a notebook: it has no cells.'],
    ['ada.ipynb', Buffer.from([0x7b, 0xff, 0x7d]), 'is not UTF-8 text.'],
    [
      'ada.ipynb',
      notebook('x', 'other'),
      'is of the lesson "other", which the course does not have.'
    ],
    [
      'ada.ipynb',
      Buffer.alloc(64 * 2 ** 20 + 1, ' '),
      'is larger than 64 MB. Clear its outputs and hand it in again.'
    ],
    ['ada.py', 'print(1)', 'is not a notebook.'],
    ['ada.zip', 'PK no archive', 'is not a zip archive, or a damaged one.']
  ])('%s', async (name, content, reason) => {
    expect(await told(put(name, content))).toEqual([`ada: ${name}: ${reason}`]);
  });

  it('a notebook that a browser saved as text is read', async () => {
    expect(await told(put('ada.ipynb.txt', notebook('x = 3')))).toEqual([
      'ada: ada.ipynb.txt: x = 3'
    ]);
  });

  it('another kind of file only where a student handed in nothing else', async () => {
    put('in/ada/words.ipynb', notebook('mine'));
    put('in/ada/helper.py', '');
    put('in/ben/answer.py', '');
    put('in/ben/other.py', '');
    expect(await told(at('in'))).toEqual([
      'ada: ada/words.ipynb: mine',
      'ben: ben/answer.py: is not a notebook.'
    ]);
  });
});

describe('archives', () => {
  it('as Canvas makes them', async () => {
    const zip = await makeZip({
      'lovelaceada_1234_5678_words.ipynb': notebook('first'),
      'lovelaceada_1234_5699_words-1.ipynb': notebook('second'),
      'žižkajan_LATE_77_88_words.ipynb': notebook('late'),
      'zach_5_6_essay.pdf': 'no notebook',
      '__MACOSX/._words.ipynb': 'junk'
    });
    const found = await collect(put('submissions.zip', zip));
    expect(
      found.map(({ student, late, supersededBy }) => [student.name, student.id, late, supersededBy])
    ).toEqual([
      ['lovelaceada', '1234', false, 'lovelaceada_1234_5699_words-1.ipynb'],
      ['lovelaceada', '1234', false, null],
      ['zach', '5', false, null],
      ['žižkajan', '77', true, null]
    ]);
    expect(found[1]?.notes).toEqual([
      'The newest of 2; not counted: lovelaceada_1234_5678_words.ipynb.'
    ]);
    expect(found[2]?.found).toEqual({ reason: 'is not a notebook.' });
  });

  it('as Moodle makes them; two of one name stay two, one in two assignments is one', async () => {
    const week1 = await makeZip({
      'Ada Lovelace_11_assignsubmission_file_/words.ipynb': notebook('ada'),
      'Jo Doe_12_assignsubmission_file_/words.ipynb': notebook('one'),
      'Jo Doe_13_assignsubmission_file_/words.ipynb': notebook('other')
    });
    const week2 = await makeZip({
      'Ada Lovelace_91_assignsubmission_file_/numbers.ipynb': notebook('ada', 'numbers')
    });
    const found = await collect(put('week1.zip', week1), put('week2.zip', week2));
    expect(found.map(({ student }) => [student.key, student.id])).toEqual([
      ['Ada Lovelace', '11'],
      ['Ada Lovelace', '91'],
      ['Jo Doe 12', '12'],
      ['Jo Doe 13', '13']
    ]);
    expect(found.map(({ file }) => file)[0]).toBe(
      'week1.zip/Ada Lovelace_11_assignsubmission_file_/words.ipynb'
    );
  });

  it('in archives, once; and with the folder that was packed', async () => {
    const inner = await makeZip({ 'work/words.ipynb': notebook('inner') });
    const deep = await makeZip({ 'x.zip': await makeZip({ 'y.zip': inner }) });
    const zip = await makeZip({
      'lovelaceada_1234_5678_work.zip': inner,
      'hopper_22_33_deep.zip': await makeZip({ 'deep.zip': deep })
    });
    expect(await told(put('all.zip', zip))).toEqual([
      'hopper: hopper_22_33_deep.zip/deep.zip: is an archive in an archive in an archive. Unpack it first.',
      'lovelaceada: lovelaceada_1234_5678_work.zip/work/words.ipynb: inner'
    ]);
    const wrapped = await makeZip({
      'week1/ada/words.ipynb': notebook('ada'),
      'week1/ben/words.ipynb': notebook('ben')
    });
    expect((await told(put('week1.zip', wrapped))).map((line) => line.split(':')[0])).toEqual([
      'ada',
      'ben'
    ]);
  });

  it('with names in UTF-8 that is not marked, and in code page 437', async () => {
    const plain = await makeZip({ 'zofie/words.ipynb': notebook('mine') });
    const utf8 = withRawName(plain, 'zofie/', Buffer.from('Žofi/'));
    const cp437 = withRawName(
      plain,
      'zofie/',
      Buffer.from([0x8e, ...Buffer.from('dam'), 0x84, 0x2f])
    );
    expect(await told(put('a.zip', utf8))).toEqual([`Žofi: Žofi/words.ipynb: mine`]);
    expect(await told(put('b.zip', cp437))).toEqual([`Ädamä: Ädamä/words.ipynb: mine`]);
  });

  it('whose paths lead out of them', async () => {
    const plain = await makeZip({ 'xx/ada/words.ipynb': notebook('mine') });
    const evil = withRawName(plain, 'xx/ada', Buffer.from('../ada'));
    expect(await told(put('evil.zip', evil))).toEqual([
      'ada: ada/words.ipynb: has a path in its archive that leads out of it.'
    ]);
  });

  it('that are bombs, by size and by ratio', async () => {
    const zip = await makeZip({
      'ada/words.ipynb': Buffer.alloc(65 * 2 ** 20, ' '),
      'ben/words.ipynb': Buffer.alloc(20 * 2 ** 20, ' '),
      'chi/words.ipynb': notebook('fine')
    });
    expect(await told(put('bomb.zip', zip))).toEqual([
      'ada: ada/words.ipynb: is larger than 64 MB. Clear its outputs and hand it in again.',
      'ben: ben/words.ipynb: unpacks to more than 200 times its size, as no notebook does.',
      'chi: chi/words.ipynb: fine'
    ]);
  });

  it('that lie about what they unpack to', async () => {
    const zip = await makeZip({ 'ada/words.ipynb': Buffer.alloc(2 ** 20, ' ') });
    // Says that it is 100 bytes.
    for (const [signature, size] of [
      ['PK\u0001\u0002', 24],
      ['PK\u0003\u0004', 22]
    ] as const) {
      zip.writeUInt32LE(100, zip.indexOf(signature) + size);
    }
    expect(await told(put('liar.zip', zip))).toEqual([
      'ada: ada/words.ipynb: is damaged in its archive.'
    ]);
  });

  it('that end too early: what is whole is not lost with what is not', async () => {
    const zip = await makeZip({ 'ada/words.ipynb': notebook('mine') });
    expect(await told(put('cut.zip', zip.subarray(0, zip.length - 30)))).toEqual([
      'cut: cut.zip: is not a zip archive, or a damaged one.'
    ]);
    const broken = Buffer.from(zip);
    const packed = deflateRawSync(notebook('mine'));
    broken.fill(0xff, broken.indexOf(packed.subarray(0, 16)) + 20, 200);
    expect((await told(put('broken.zip', broken)))[0]).toMatch(/^ada: .*: is (a )?damaged/);
  });
});

describe('versions and copies', () => {
  it('another version is graded by the course’s, which is said', async () => {
    const [one] = await collect(put('ada.ipynb', notebook('mine', 'words', '1.0')));
    expect(one?.notes).toEqual(['From version 1.0; graded by version 2.0.']);
  });

  it('the same twice is said to be the same', async () => {
    put('in/ada/words.ipynb', notebook('mine'));
    put('in/ada/words (1).ipynb', notebook('mine'));
    const found = await collect(at('in'));
    expect(found.map(({ file, supersededBy }) => [file, supersededBy])).toEqual([
      ['ada/words (1).ipynb', null],
      ['ada/words.ipynb', 'ada/words (1).ipynb']
    ]);
    expect(found[0]?.notes).toEqual([
      'Handed in more than once, always the same: ada/words.ipynb.'
    ]);
  });

  it('whatever the order in which they are given', async () => {
    const paths = ['ben', 'ada', 'chi'].map((name) => put(`${name}.ipynb`, notebook(name)));
    expect(await told(...paths)).toEqual(await told(...paths.toReversed()));
  });
});
