/** Editions and formats as files, through the command. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runLectern, SAMPLE, temporaryFolder } from '../testing/run-lectern.js';

describe('print', () => {
  it('holds the pictures that lie beside the lesson, and names the others', async () => {
    const folder = temporaryFolder();
    const pixel = Buffer.from('iVBORw0KGgo=', 'base64');
    writeFileSync(join(folder, 'a b.png'), pixel);
    writeFileSync(
      join(folder, 'lesson.md'),
      '---\nid: x\ntitle: T\n---\n\n# T\n\n![one](a%20b.png) ![two](https://example.org/c.png) ![three](gone.png)\n'
    );
    const { code, stderr } = await runLectern(['convert', 'lesson.md', '--edition', 'print'], {
      cwd: folder
    });
    expect(code).toBe(0);
    expect(stderr).toContain('lesson.md:8:26 warning print/missing-picture');
    const page = readFileSync(join(folder, 'lesson.html'), 'utf8');
    expect(page).toContain('src="data:image/png;base64,iVBORw0KGgo="');
    for (const name of ['two', 'three']) expect(page).toContain(`[Picture: ${name}]`);
  });
});

describe('the lesson from its instructor’s notebook', () => {
  it('is the lesson, and does not overwrite one that is not', async () => {
    const folder = temporaryFolder();
    const convert = (...args: string[]): ReturnType<typeof runLectern> =>
      runLectern(['convert', ...args], { cwd: folder });
    await convert(SAMPLE, '--edition', 'instructor', '-o', 'a.ipynb');
    expect((await convert('a.ipynb')).code).toBe(0);
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(readFileSync(SAMPLE, 'utf8'));
    writeFileSync(join(folder, 'a.md'), 'mine');
    const refused = await convert('a.ipynb');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('a.md: has work in it that would be lost.');
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('mine');
    expect((await convert('a.ipynb', '--force')).code).toBe(0);
  });
  it('says what it leaves out, and ends with 1', async () => {
    const folder = temporaryFolder();
    await runLectern(['convert', SAMPLE, '--edition', 'instructor', '-o', join(folder, 'a.ipynb')]);
    const text = readFileSync(join(folder, 'a.ipynb'), 'utf8');
    writeFileSync(join(folder, 'a.ipynb'), text.replace('"**Definition**\\n"', '"**Meaning**\\n"'));
    const { code, stderr, stdout } = await runLectern(['convert', 'a.ipynb', '-o', '-'], {
      cwd: folder
    });
    expect(code).toBe(1);
    expect(stderr).toContain('a.ipynb: cell 3: "**Meaning**" is left out.');
    expect(stdout).toBe(readFileSync(SAMPLE, 'utf8'));
  });
});

describe('MyST', () => {
  it('is written and read back', async () => {
    const folder = temporaryFolder();
    const convert = (...args: string[]): ReturnType<typeof runLectern> =>
      runLectern(['convert', ...args], { cwd: folder });
    expect((await convert(SAMPLE, '--to', 'myst', '-o', 'a.myst.md')).code).toBe(0);
    expect(readFileSync(join(folder, 'a.myst.md'), 'utf8')).toContain('```{exercise-start}');
    expect((await convert('a.myst.md', '--from', 'myst', '-o', 'b.md')).code).toBe(0);
    const back = readFileSync(join(folder, 'b.md'), 'utf8');
    expect(back).toContain(':::challenge{id=taste-01-c1}');
    expect(back).toContain('#### Starter Code');
    // Beside the file itself it would be the file itself.
    const refused = await convert('a.myst.md', '--from', 'myst', '-o', 'a.myst.md');
    expect(refused.code).toBe(2);
  });
});
