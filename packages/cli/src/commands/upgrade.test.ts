/** `lectern upgrade` on files: what is written, what is said, and that nothing is lost when it fails. */

import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLesson } from '@lectern/lesson';
import { serializeNotebook, toNotebook } from '@lectern/notebook';
import { beforeEach, describe, expect, it } from 'vitest';
import { replaceWithBackup } from '../backup.js';
import { runLectern, temporaryFolder, type Ran } from '../testing/run-lectern.js';

const lesson = (version: string, prose: string, id = 'words'): string =>
  `---\nid: ${id}\ntitle: Words\nversion: ${version}\n---\n\n# Words\n\n${prose}\n\n\`\`\`python\nprint(1)\n\`\`\`\n`;

/** As a learner left it: with one line of their own. */
function worked(text: string): string {
  const notebook = toNotebook(parseLesson(text), { edition: 'student', grading: new Map() });
  notebook.cells.push({ cell_type: 'markdown', id: 'n1', source: 'My note.', metadata: {} });
  return serializeNotebook(notebook);
}

const OLD = worked(lesson('1.0', 'Old prose.'));
let folder: string;
const path = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(path(name), 'utf8');
const upgrade = (...args: string[]): Promise<Ran> =>
  runLectern(['upgrade', ...args], { cwd: folder });

beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(path('words.ipynb'), OLD);
  writeFileSync(path('lesson.md'), lesson('2.0', 'New prose.'));
});

describe('upgrade', () => {
  it('brings the lesson, keeps the note, says what changed and how to go back', async () => {
    const { code, stdout, stderr } = await upgrade('words.ipynb', 'lesson.md');
    expect(code).toBe(0);
    expect(stdout).toBe('words.ipynb: 1.0 → 2.0\nChanged in the lesson:\n  Words\n');
    expect(stderr).toContain(
      'Your notebook as it was: words.backup-1.0.ipynb\nTo go back, put that file in the place of words.ipynb.\n'
    );
    expect(read('words.ipynb')).toContain('New prose.');
    expect(read('words.ipynb')).toContain('My note.');
    expect(read('words.backup-1.0.ipynb')).toBe(OLD);
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it('done again says that there is nothing to do, and writes nothing', async () => {
    await upgrade('words.ipynb', 'lesson.md');
    const before = read('words.ipynb');
    const { code, stdout } = await upgrade('words.ipynb', 'lesson.md');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'words.ipynb: is at version 2.0 of its lesson already; there is nothing to change.\n'
    });
    expect(read('words.ipynb')).toBe(before);
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it('writes nothing in a dry run', async () => {
    const { code, stdout, stderr } = await upgrade('words.ipynb', 'lesson.md', '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toContain('Changed in the lesson:\n  Words\n');
    expect(stderr).toBe('A dry run: nothing was written.\n');
    expect(read('words.ipynb')).toBe(OLD);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('writes to another file, or to standard output, and leaves the old one', async () => {
    expect((await upgrade('words.ipynb', 'lesson.md', '-o', 'new.ipynb')).code).toBe(0);
    const { stdout, stderr } = await upgrade('words.ipynb', 'lesson.md', '-o', '-');
    expect(stdout).toBe(read('new.ipynb'));
    expect(stderr).toContain('Changed in the lesson:');
    expect(stdout).toContain('New prose.');
    expect(read('words.ipynb')).toBe(OLD);
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it('gives no solution that the course around the lesson withholds', async () => {
    const challenge =
      '\n---challenges---\n\n### Challenge: One\n\n- id: one\n- behaviour: off\n\n#### Starter Code\n\n```python\nx = 0\n```\n\n#### Expected Output\n\n```\n1\n```\n\n#### Solution\n\n```python\nprint(1)\n```\n';
    mkdirSync(path('course/words'), { recursive: true });
    writeFileSync(path('course/course.yml'), 'title: C\nsolution: withheld\n');
    writeFileSync(path('course/words/lesson.md'), lesson('2.0', 'New.') + challenge);
    const { code } = await upgrade('words.ipynb', 'course/words/lesson.md');
    expect(code).toBe(0);
    expect(read('words.ipynb')).toContain('"solutionPolicy": "withheld"');
    expect(read('words.ipynb')).not.toContain('"solution"');
  });

  it('leaves another backup of the same name alone', async () => {
    writeFileSync(path('words.backup-1.0.ipynb'), 'precious');
    await upgrade('words.ipynb', 'lesson.md');
    expect(read('words.backup-1.0.ipynb')).toBe('precious');
    expect(read('words.backup-1.0-2.ipynb')).toBe(OLD);
  });
});

describe('what cannot be upgraded is left as it is, with one line that says why', () => {
  beforeEach(() => {
    writeFileSync(path('damaged.ipynb'), OLD.slice(0, 100));
    writeFileSync(path('foreign.ipynb'), '{"cells": [], "metadata": {}, "nbformat": 4}');
    writeFileSync(path('other.md'), lesson('2.0', 'Other.', 'other'));
    mkdirSync(path('folder.ipynb'));
  });

  it.each([
    [['damaged.ipynb', 'lesson.md'], 'damaged.ipynb: is not a notebook: '],
    [['lesson.md', 'lesson.md'], 'lesson.md: is not a notebook: '],
    [['folder.ipynb', 'lesson.md'], 'folder.ipynb: is a folder, and a file is wanted'],
    [['nowhere.ipynb', 'lesson.md'], 'nowhere.ipynb: no such file or folder'],
    [['words.ipynb', 'nowhere.md'], 'nowhere.md: no such file or folder'],
    [['foreign.ipynb', 'lesson.md'], 'foreign.ipynb: does not say which lesson it was made from'],
    [
      ['words.ipynb', 'other.md'],
      'words.ipynb: is of the lesson "words", and the new one is "other".'
    ],
    [
      ['words.ipynb', 'lesson.md', '-o', 'other.md'],
      'other.md: is there already, and was left alone.'
    ]
  ])('%j', async (args, message) => {
    const before = readdirSync(folder);
    const { code, stdout, stderr } = await upgrade(...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^lectern: [^\n]+\n$/);
    expect(stderr).toContain(message);
    expect(readdirSync(folder)).toEqual(before);
    expect(read('words.ipynb')).toBe(OLD);
  });

  it('a read-only notebook', async () => {
    chmodSync(path('words.ipynb'), 0o444);
    const { code, stdout, stderr } = await upgrade('words.ipynb', 'lesson.md');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('words.ipynb: is read-only.');
    expect(read('words.ipynb')).toBe(OLD);
    expect(readdirSync(folder)).toHaveLength(6);
  });
});

describe('a failure between backup and write', () => {
  const replacement = (): Parameters<typeof replaceWithBackup>[0] => ({
    path: path('words.ipynb'),
    from: OLD,
    to: 'new',
    version: '1/0 β'
  });

  it('loses nothing, and a second try takes the same backup', async () => {
    const write = (): Promise<void> => Promise.reject(new Error('power cut'));
    await expect(replaceWithBackup(replacement(), { write })).rejects.toThrow('power cut');
    expect(read('words.ipynb')).toBe(OLD);
    expect(read('words.backup-1-0-.ipynb')).toBe(OLD);
    expect(await replaceWithBackup(replacement())).toBe(path('words.backup-1-0-.ipynb'));
    expect(read('words.ipynb')).toBe('new');
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it('a notebook that was saved elsewhere meanwhile stays', async () => {
    writeFileSync(path('words.ipynb'), 'saved by Jupyter');
    await expect(replaceWithBackup(replacement())).rejects.toThrow('was changed while');
    expect(read('words.ipynb')).toBe('saved by Jupyter');
  });
});
