/** Every kept answer to the sample's challenge gets the verdict that its folder, or its first line, says. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grade, type GradingData, type Sandbox } from '@lectern/grader';
import { createNodeSandbox } from '@lectern/grader/node';
import { readLesson } from './course/read-lesson.js';
import { prepareLesson } from './prepare/prepare-lesson.js';
import { SAMPLE, TEST_DATA } from './testing/run-lectern.js';

const FOLDER = join(TEST_DATA, 'answers/taste-01-c1');
const answers = (kind: string): string[] => readdirSync(join(FOLDER, kind));

let sandbox: Sandbox;
let data: GradingData;
beforeAll(async () => {
  sandbox = createNodeSandbox({ spares: true });
  const { grading } = await prepareLesson(await readLesson(SAMPLE), () => sandbox);
  data = grading.get('taste-01-c1') as GradingData;
});
afterAll(() => sandbox.dispose());

describe('right answers pass', () => {
  it.each(answers('right'))('%s', async (name) => {
    const verdict = await grade(data, readFileSync(join(FOLDER, 'right', name), 'utf8'), sandbox);
    expect(verdict).toMatchObject({ status: 'passed', score: 1 });
  });
});

describe('wrong answers do not', () => {
  it.each(answers('wrong'))('%s', async (name) => {
    const source = readFileSync(join(FOLDER, 'wrong', name), 'utf8');
    const status = /^# status: (\S+)/.exec(source)?.[1];
    // One that never ends need not take its whole 10 s.
    const limits = status === 'timed-out' ? { timeLimitSeconds: 2 } : {};
    const verdict = await grade({ ...data, ...limits }, source, sandbox);
    expect(verdict).toMatchObject({ status, score: 0 });
  });
});
