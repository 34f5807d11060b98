// @ts-check
/** How long a check takes that has nothing to do, and one that has a challenge to prove. */

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../setup/step.mjs';

const RUNS = 5;
const LESSONS = 20;

/** Enough operators, constants and comparisons for as many mutants as are ever made of one solution. */
const SOLUTION = `def grade(points, bonus=5):
    total = 0
    for value in points:
        if value > 10 and value < 90:
            total += value * 2
        elif value >= 90:
            total += value + bonus
        else:
            total -= 1
    if total > 100:
        return "high"
    if total > 50 or len(points) > 3:
        return "middle"
    return "low" if total >= 0 else "none"

print(grade([20, 30, 95]), grade([5]), grade([11, 12, 13, 14]), grade([90], bonus=1))
`;
const STARTER = SOLUTION.replace(/ {4}total = 0[\s\S]*?else "none"/, '    return None');

/** @param {string} id */
function lesson(id) {
  const part = (/** @type {string} */ name, /** @type {string} */ code) =>
    `#### ${name}\n\n\`\`\`python\n${code}\`\`\`\n`;
  return `---\nid: ${id}\ntitle: ${id}\n---\n\n# ${id}\n\n\`\`\`python\nprint(1)\n\`\`\`\n\n---challenges---\n\n### Challenge: Grade\n\n- id: ${id}-c\n\n${part('Starter Code', STARTER)}\n${part('Solution', SOLUTION)}`;
}

/** @param {string} course @param {string} cache @returns {Promise<number>} seconds */
function check(course, cache) {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(process.execPath, ['bin/lectern.mjs', 'check', course], {
      cwd: root,
      env: { ...process.env, LECTERN_CACHE: cache, LECTERN_SETUP: 'done' }
    });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.resume();
    child.on('close', (code) => {
      if (code === 0) resolve((performance.now() - startedAt) / 1000);
      else reject(new Error(said));
    });
  });
}

/** @param {number} lessons @param {(course: string, cache: string) => Promise<number[]>} measure */
async function withCourse(lessons, measure) {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  try {
    mkdirSync(join(folder, 'course'));
    for (let number = 1; number <= lessons; number++) {
      writeFileSync(join(folder, `course/lesson-${number}.md`), lesson(`lesson-${number}`));
    }
    return await measure(join(folder, 'course'), join(folder, 'cache'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export default [
  {
    name: 'check/20-lessons-again-seconds',
    want: '<=2',
    measure: () =>
      withCourse(LESSONS, async (course, cache) => {
        await check(course, cache);
        const runs = [];
        for (let run = 0; run < RUNS; run++) runs.push(await check(course, cache));
        return runs;
      })
  },
  {
    name: 'check/40-mutants-seconds',
    want: '<=30',
    measure: () =>
      withCourse(1, async (course, cache) => {
        const runs = [];
        for (let run = 0; run < RUNS; run++) runs.push(await check(course, `${cache}-${run}`));
        return runs;
      })
  }
];
