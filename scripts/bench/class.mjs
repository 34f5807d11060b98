// @ts-check
/** A class for measurements: a lesson with three challenges, and answers of any number of students, no two the same. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from '../setup/step.mjs';

const execute = promisify(execFile);

/** By challenge: what learners get, what is asked for, and answers to it, of which some are wrong. `N` is another name each time. */
const CHALLENGES = {
  median: {
    starter: 'def median(values):\n    return 0\n\nprint(median([3, 1, 2]))\n',
    solution:
      'def median(values):\n    ordered = sorted(values)\n    middle = len(ordered) // 2\n    if len(ordered) % 2 == 1:\n        return ordered[middle]\n    return (ordered[middle - 1] + ordered[middle]) / 2\n\nprint(median([3, 1, 2]), median([4, 1, 2, 3]))\n',
    answers: [
      'def median(N):\n    N = sorted(N)\n    half, odd = divmod(len(N), 2)\n    return N[half] if odd else (N[half] + N[half - 1]) / 2\n\nprint(median([3, 1, 2]), median([4, 1, 2, 3]))\n',
      'import statistics\n\ndef median(N):\n    return statistics.median(N)\n\nprint(median([3, 1, 2]), median([4, 1, 2, 3]))\n',
      'def median(N):\n    return sorted(N)[len(N) // 2]\n\nprint(median([3, 1, 2]), median([4, 1, 2, 3]))\n',
      'def median(N):\n    return sum(N) / len(N)\n\nprint(median([3, 1, 2]))\n'
    ]
  },
  counts: {
    starter: 'def counts(words):\n    return {}\n\nprint(counts(["a", "b", "a"]))\n',
    solution:
      'def counts(words):\n    found = {}\n    for word in words:\n        found[word] = found.get(word, 0) + 1\n    return found\n\nprint(counts(["a", "b", "a"]))\n',
    answers: [
      'from collections import Counter\n\ndef counts(N):\n    return dict(Counter(N))\n\nprint(counts(["a", "b", "a"]))\n',
      'def counts(N):\n    return {word: N.count(word) for word in N}\n\nprint(counts(["a", "b", "a"]))\n',
      'def counts(N):\n    return {word: 1 for word in N}\n\nprint(counts(["a", "b", "a"]))\n',
      'def counts(N):\n    return undefined_N\n\nprint(counts(["a", "b", "a"]))\n'
    ]
  },
  clamp: {
    starter: 'def clamp(value, low, high):\n    return value\n\nprint(clamp(12, 0, 10))\n',
    solution:
      'def clamp(value, low, high):\n    if value < low:\n        return low\n    if value > high:\n        return high\n    return value\n\nprint(clamp(12, 0, 10), clamp(-1, 0, 10), clamp(5, 0, 10))\n',
    answers: [
      'def clamp(N, low, high):\n    return max(low, min(N, high))\n\nprint(clamp(12, 0, 10), clamp(-1, 0, 10), clamp(5, 0, 10))\n',
      'def clamp(N, low, high):\n    return sorted([low, N, high])[1]\n\nprint(clamp(12, 0, 10), clamp(-1, 0, 10), clamp(5, 0, 10))\n',
      'def clamp(N, low, high):\n    return min(N, high)\n\nprint(clamp(12, 0, 10), clamp(-1, 0, 10), clamp(5, 0, 10))\n',
      'def clamp(N, low, high):\n    print(max(low, min(N, high)))\n\nclamp(12, 0, 10)\n'
    ]
  }
};

const fence = (/** @type {string} */ code) => `\`\`\`python\n${code}\`\`\`\n`;

/** The text of the lesson. */
export function classLesson() {
  const challenges = Object.entries(CHALLENGES).map(
    ([id, { starter, solution }]) =>
      `### Challenge: ${id}\n\n- id: ${id}\n\nWrite \`${id}\`.\n\n#### Starter Code\n\n${fence(starter)}\n#### Solution\n\n${fence(solution)}`
  );
  return `---\nid: class\ntitle: Class\nversion: '1'\n---\n\n# Class\n\n---challenges---\n\n${challenges.join('\n')}`;
}

/**
 * By student, the answers by cell id; no two are the same text.
 * @param {number} students
 * @returns {Record<string, Record<string, string>>}
 */
export function classAnswers(students) {
  /** @type {Record<string, Record<string, string>>} */
  const all = {};
  for (let student = 0; student < students; student++) {
    const own = Object.entries(CHALLENGES).map(([id, { answers }], index) => [
      `${id}-answer`,
      (answers[(student + index) % answers.length] ?? '').replaceAll('N', `v${student}`)
    ]);
    all[`student-${String(student + 1).padStart(3, '0')}`] = Object.fromEntries(own);
  }
  return all;
}

/**
 * Writes the course and, in the students' edition, what each handed in.
 * @param {string} folder @param {Record<string, Record<string, string>>} answers
 */
export async function writeClass(folder, answers) {
  const lesson = join(folder, 'course/lesson.md');
  mkdirSync(dirname(lesson), { recursive: true });
  writeFileSync(lesson, classLesson());
  await lectern(['convert', lesson, '-o', join(folder, 'lesson.ipynb')], folder);
  const notebook = JSON.parse(readFileSync(join(folder, 'lesson.ipynb'), 'utf8'));
  for (const [student, cells] of Object.entries(answers)) {
    const own = structuredClone(notebook);
    for (const cell of own.cells) cell.source = cells[cell.id] ?? cell.source;
    mkdirSync(join(folder, 'submitted', student), { recursive: true });
    writeFileSync(join(folder, 'submitted', student, 'lesson.ipynb'), JSON.stringify(own));
  }
}

/** @param {string[]} args @param {string} cwd @returns {Promise<string>} what it printed */
export async function lectern(args, cwd) {
  const { stdout } = await execute(process.execPath, [join(root, 'bin/lectern.mjs'), ...args], {
    cwd,
    env: { ...process.env, LECTERN_SETUP: 'done' },
    maxBuffer: 2 ** 28
  });
  return stdout;
}
