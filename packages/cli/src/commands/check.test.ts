/** `lectern check` as an author meets it, on a course of its own. */

import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Log } from 'sarif';
import { runLectern, SAMPLE, temporaryFolder, type Ran } from '../testing/run-lectern.js';

interface Report {
  lessons: {
    file: string;
    id: string;
    diagnostics: {
      rule: string;
      severity: string;
      line: number;
      column: number;
      message: string;
    }[];
    challenges: Record<string, unknown>[];
  }[];
  settings: { file: string; diagnostics: { rule: string }[] }[];
}

const course = temporaryFolder();
const CLEAN = '---\nid: clean\ntitle: Clean\n---\n\n# Clean\n\n```python\nprint(1)\n```\n';
mkdirSync(join(course, 'one'));
mkdirSync(join(course, 'two'));
writeFileSync(join(course, 'course.yml'), 'title: T\nmodulse: []\n');
cpSync(SAMPLE, join(course, 'one/lesson.md'));
mkdirSync(join(course, 'one/accepted/taste-01'), { recursive: true });
writeFileSync(join(course, 'two/lesson.md'), `${CLEAN}\nSee [this](gone.md).\n`);

describe('a course with problems', () => {
  let json: Ran;
  beforeAll(async () => {
    json = await runLectern(['check', '.', '--json'], { cwd: course });
  }, 120_000);

  it('is reported as JSON', () => {
    expect(json.code).toBe(1);
    const { lessons, settings } = JSON.parse(json.stdout) as Report;
    expect(lessons.map(({ file, id }) => [file, id])).toEqual([
      ['one/lesson.md', 'taste-01'],
      ['two/lesson.md', 'clean']
    ]);
    expect(lessons[0]?.challenges).toEqual([
      {
        id: 'taste-01-c1',
        gradedBy: ['behaviour'],
        solution: 'passed',
        starter: 'failed',
        accepted: [],
        rejected: [],
        mutants: { killed: expect.any(Number) as number, survived: 0, equivalent: 0 },
        discrimination: 1
      }
    ]);
    expect(lessons[0]?.diagnostics.map(({ rule }) => rule)).toContain(
      'challenge/expected-output-mismatch'
    );
    expect(lessons[0]?.diagnostics.map(({ rule }) => rule)).toContain('challenge/unknown-answers');
    expect(lessons[1]?.diagnostics).toMatchObject([
      { rule: 'link/missing-file', severity: 'error', line: 12, column: 5 }
    ]);
    expect(settings).toMatchObject([
      { file: 'course.yml', diagnostics: [{ rule: 'course/unknown-key' }] }
    ]);
  });

  it('is told to a person, each problem with its line', async () => {
    const { code, stdout } = await runLectern(['check', '.'], { cwd: course });
    expect(code).toBe(1);
    expect(stdout).toContain(
      'two/lesson.md:12:5 error link/missing-file\n  12 │ See [this](gone.md).'
    );
    expect(stdout).toContain('     │     ^^^^^^^^^^^^^^^\n');
    expect(stdout).toMatch(/✓ taste-01-c1 {2}by behaviour; solution passed; starter failed; /);
    expect(stdout).toMatch(/2 lessons, 1 challenge: 2 errors, 3 warnings\./);
  });

  it('is printed as SARIF', async () => {
    const { stdout } = await runLectern(['check', 'two', '--sarif'], { cwd: course });
    const [run] = (JSON.parse(stdout) as Log).runs;
    const known = new Set(run?.tool.driver.rules?.map(({ id }) => id));
    expect(known.size).toBeGreaterThan(50);
    expect(run?.results?.every(({ ruleId }) => known.has(ruleId ?? ''))).toBe(true);
    expect(run?.results).toMatchObject([
      {
        ruleId: 'link/missing-file',
        level: 'error',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'two/lesson.md' },
              region: { startLine: 12, startColumn: 5, endLine: 12, endColumn: 20 }
            }
          }
        ]
      }
    ]);
  });
});

describe('exit status', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'clean.md'), CLEAN);
  writeFileSync(join(folder, 'warned.md'), CLEAN.replace('title:', 'dificulty: hard\ntitle:'));
  writeFileSync(
    join(folder, 'after.md'),
    CLEAN.replace('title:', 'prerequisites: [before]\ntitle:')
  );

  it.each([
    ['clean', ['clean.md'], 0],
    ['warnings', ['warned.md'], 0],
    ['warnings under --strict', ['warned.md', '--strict'], 1],
    ['a lesson by itself, which builds on others', ['after.md', '--strict'], 0],
    ['several paths', ['clean.md', 'warned.md'], 0],
    ['no such file', ['gone.md'], 2],
    ['two formats at once', ['clean.md', '--json', '--sarif'], 2]
  ])('%s', async (_, args, expected) => {
    const { code, stderr } = await runLectern(['check', ...args], { cwd: folder });
    expect(code).toBe(expected);
    if (expected === 2) expect(stderr).toMatch(/^lectern: .*\n$/);
  });
});
