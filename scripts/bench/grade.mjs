// @ts-check
/** What a class hands in, graded here in full isolation and by nbgrader in a kernel each: how many submissions a minute. */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { root } from '../setup/step.mjs';
import { classAnswers, lectern, writeClass } from './class.mjs';

const STUDENTS = 10;
const RUNS = 5;
const PYTHON = process.env.LECTERN_PYTHON ?? join(root, '.venv-tests/bin/python');

/** @typedef {Record<string, Record<string, number>>} Scores by student and challenge */

/** @param {string} folder @returns {Promise<{ seconds: number, scores: Scores }>} */
async function gradeHere(folder) {
  const startedAt = performance.now();
  const printed = await lectern(
    ['grade', 'submitted', '--course', 'course', '--jobs', '2', '--json', '-'],
    folder
  );
  const seconds = (performance.now() - startedAt) / 1000;
  /** @type {{ submissions: { student: { name: string }, challenges: { challenge: string, score: number }[] }[] }} */
  const { submissions } = JSON.parse(printed);
  const scores = submissions.map(({ student, challenges }) => [
    student.name,
    Object.fromEntries(challenges.map(({ challenge, score }) => [challenge, score]))
  ]);
  return { seconds, scores: Object.fromEntries(scores) };
}

/**
 * A course of its own each time; only `nbgrader autograde` is timed.
 * @param {string} folder @param {string} assignment @param {Record<string, Record<string, string>>} answers
 * @returns {Promise<{ seconds: number, scores: Scores }>}
 */
async function gradeThere(folder, assignment, answers) {
  const child = spawn(PYTHON, [join(root, 'packages/cli/test/nbgrader_course.py')]);
  const [printed, said] = [text(child.stdout), text(child.stderr)];
  child.stdin.end(
    JSON.stringify({
      folder,
      notebooks: { lesson: assignment },
      answers: Object.fromEntries(
        Object.entries(answers).map(([student, cells]) => [student, { lesson: cells }])
      )
    })
  );
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(await said);
  const { seconds, scores } = JSON.parse(await printed);
  return { seconds, scores: byChallenge(scores) };
}

/**
 * A challenge's checks share its points.
 * @param {Record<string, { lesson: Record<string, number | null> }>} scores @returns {Scores}
 */
function byChallenge(scores) {
  /** @type {Scores} */
  const all = {};
  for (const [student, { lesson }] of Object.entries(scores)) {
    /** @type {Record<string, number>} */
    const own = {};
    for (const [cell, score] of Object.entries(lesson)) {
      const id = /^(.*)-check-\d+$/.exec(cell)?.[1];
      if (id !== undefined) own[id] = (own[id] ?? 0) + (score ?? NaN);
    }
    all[student] = own;
  }
  return all;
}

/** @param {Scores} here @param {Scores} there @returns {string[]} */
function differences(here, there) {
  return Object.entries(there).flatMap(([student, challenges]) =>
    Object.entries(challenges)
      .filter(([id, score]) => !(Math.abs((here[student]?.[id] ?? NaN) - score) < 1e-6))
      .map(([id, score]) => `${student} ${id}: ${here[student]?.[id]} here, ${score} by nbgrader`)
  );
}

export default [
  {
    name: 'grade/vs-nbgrader',
    want: '>=4',
    // NaN, which no bound holds, where a score is not the same.
    measure: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
      try {
        const answers = classAnswers(STUDENTS);
        await writeClass(folder, answers);
        const assignment = join(folder, 'assignment.ipynb');
        await lectern(
          ['convert', 'course/lesson.md', '--edition', 'instructor', '-o', assignment],
          folder
        );
        const ratios = [];
        for (let run = 0; run < RUNS; run++) {
          const there = await gradeThere(join(folder, `nbgrader-${run}`), assignment, answers);
          const here = await gradeHere(folder);
          const wrong = differences(here.scores, there.scores);
          if (wrong.length > 0) process.stderr.write(`${wrong.join('\n')}\n`);
          ratios.push(wrong.length > 0 ? NaN : there.seconds / here.seconds);
        }
        return ratios.some(Number.isNaN) ? [NaN] : ratios;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
  }
];
