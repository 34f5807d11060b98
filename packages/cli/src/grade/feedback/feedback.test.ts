/** What a student gets to read, and what not. */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../testing/run-lectern.js';
import { results, submission, WITHHELD } from '../../testing/results.js';
import { feedbackPage } from './page.js';
import { assertFeedbackFolder, writeFeedback } from './write-feedback.js';

const page = feedbackPage(results(), [submission('ada')]);
const text = page.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]*>/g, '');

describe('a page', () => {
  it('has the score, the requirements, what was found, and the answer', () => {
    for (const part of [
      'Feedback for ada',
      'Words &#x26; more',
      '1 of 3 points',
      'It &#x3C;b>passes&#x3C;/b>.',
      'f(1) gave &#x3C;i>2&#x3C;/i>.',
      'Look at &#x3C;line 2>.',
      '(nothing)',
      'Could not be checked: not your fault, and not counted',
      'From version 1.0; graded by version 2.0.',
      'Think again.',
      '=1+&#x3C;2>'
    ]) {
      expect(text).toContain(part);
    }
    expect(page).toContain('<span class="line told">');
  });

  it('says of withheld checks only how many passed, and nothing that is the instructor’s', () => {
    expect(text).toContain('1 of 2 withheld checks passed.');
    for (const secret of WITHHELD) expect(page).not.toContain(secret);
  });

  it('runs nothing, loads nothing, and lets no answer be HTML', () => {
    expect(page).not.toMatch(/<script|<i>|<b>|<img|<link|<iframe|\son\w+=|javascript:|https?:/i);
    expect(page).toContain('content="default-src &#x27;none&#x27;');
  });

  it('of a file that could not be read says why', () => {
    const [only] = [submission('ada', { status: 'not-read', reason: 'is empty.', lesson: null })];
    expect(feedbackPage(results(), [only])).toContain('The file is empty.');
  });
});

describe('the folder', () => {
  const folder = (): string => join(temporaryFolder(), 'feedback');

  it('has a page for each student, which names no other', async () => {
    const target = folder();
    const all = results(submission('ada'), submission('ben'), submission('ada', { score: 2 }));
    expect(await writeFeedback(target, all)).toBe(2);
    expect(readdirSync(target).sort()).toEqual(['.lectern-feedback.json', 'ada.html', 'ben.html']);
    expect(readFileSync(join(target, 'ada.html'), 'utf8')).not.toContain('ben');
    expect(readFileSync(join(target, 'ben.html'), 'utf8')).not.toContain('ada');
  });

  it('names are as the platform wants them back, lead nowhere else, and are never the same', async () => {
    const target = folder();
    const moodle = 'Ada Lovelace_11_assignsubmission_file_';
    const names = ['../../etc/x', 'Con', 'ADA', 'ada', '.hidden', 'a\u202eb', ''];
    await writeFeedback(
      target,
      results(submission('lovelace', { prefix: moodle }), ...names.map((name) => submission(name)))
    );
    expect(readdirSync(target).sort()).toEqual(
      [
        '.lectern-feedback.json',
        'ADA.html',
        `${moodle}feedback.html`,
        '_.._etc_x.html',
        'a_b.html',
        'ada-2.html',
        'hidden.html',
        'student Con.html',
        'student.html'
      ].sort()
    );
  });

  it('is replaced where Lectern made it, and else left alone', async () => {
    const target = folder();
    await writeFeedback(target, results(submission('ada')));
    await writeFeedback(target, results(submission('ben')));
    expect(existsSync(join(target, 'ada.html'))).toBe(false);
    const other = folder();
    mkdirSync(other);
    writeFileSync(join(other, 'thesis.txt'), 'precious');
    await expect(assertFeedbackFolder(other)).rejects.toThrow('holds files that are not a Lectern');
    await expect(writeFeedback(other, results())).rejects.toThrow();
    expect(readdirSync(other)).toEqual(['thesis.txt']);
  });
});
