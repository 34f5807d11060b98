// @ts-check
/** Answers to grade in two places: the small programs, and every answer and mutant of the lessons here. */

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RUN_SEED } from '../../../packages/grader/lib/grade.js';
import { topLevelFunctions } from '../../../packages/grader/lib/derive/functions.js';
import { readLesson } from '../../../packages/cli/lib/course/read-lesson.js';
import { prepareLesson } from '../../../packages/cli/lib/prepare/prepare-lesson.js';
import { root } from '../../setup/step.mjs';
import { programs } from './programs.mjs';

/** @typedef {import('./programs.mjs').Case} Case */
/** @typedef {import('@lectern/grader').Sandbox} Sandbox */

const ANSWERS = join(root, 'packages/cli/test/answers');
/** Enough for any answer that ends, so that one which does not costs little. */
const LIMIT_SECONDS = 3;

/**
 * A part of the programs for every test run: every fourth, and the first of each status that a verdict can have.
 * @returns {Case[]}
 */
export function sample() {
  const all = programs();
  const firsts = new Set();
  return all.filter(({ status }, index) => {
    const isFirst = status !== undefined && !firsts.has(status);
    firsts.add(status);
    return isFirst || index % 4 === 0;
  });
}

/** @param {Sandbox} sandbox derives the lessons' grading data, and makes the mutants @returns {Promise<Case[]>} */
export async function corpus(sandbox) {
  const cases = programs();
  for (const file of lessonFiles()) cases.push(...(await lessonCases(file, sandbox)));
  return cases;
}

function lessonFiles() {
  const notebooks = join(root, 'notebooks');
  return [
    ...readdirSync(notebooks)
      .map((name) => join(notebooks, name, 'lesson.md'))
      .filter((file) => existsSync(file)),
    join(root, 'packages/cli/test/lessons/canonical.md')
  ];
}

/** @param {string} file @param {Sandbox} sandbox @returns {Promise<Case[]>} */
async function lessonCases(file, sandbox) {
  const lesson = await readLesson(file);
  const { grading } = await prepareLesson(lesson, () => sandbox);
  /** @type {Case[]} */
  const cases = [];
  for (const challenge of lesson.challenges) {
    const derived = grading.get(challenge.id);
    if (derived === undefined || challenge.solution === null) continue;
    const data = { ...derived, timeLimitSeconds: LIMIT_SECONDS };
    const add = (/** @type {string} */ what, /** @type {string} */ source) =>
      cases.push({ name: `${challenge.id}: ${what}`, data, source });
    add('starter', challenge.starter);
    add('solution', challenge.solution);
    for (const kind of /** @type {const} */ (['accepted', 'rejected'])) {
      challenge[kind].forEach(({ source }, index) => add(`${kind} ${index + 1}`, source));
    }
    for (const answer of keptAnswers(challenge.id)) add(answer.name, answer.source);
    const mutants = await mutantsOf(challenge, lesson.sha256, sandbox);
    mutants.forEach(({ source, line, operator }, index) =>
      add(`mutant ${index + 1}, ${operator} on line ${line}`, source)
    );
  }
  return cases;
}

/** @param {string} id */
function keptAnswers(id) {
  return ['right', 'wrong'].flatMap((kind) => {
    const folder = join(ANSWERS, id, kind);
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .sort()
      .map((name) => ({
        name: `${kind}/${name}`,
        source: readFileSync(join(folder, name), 'utf8')
      }));
  });
}

/** @param {import('@lectern/lesson').Challenge} challenge @param {string} sha256 @param {Sandbox} sandbox */
async function mutantsOf({ setup, solution, stdin, memoryLimitMB }, sha256, sandbox) {
  const { mutants } = await sandbox.author.mutate({
    setup,
    source: solution ?? '',
    stdin,
    seed: RUN_SEED,
    timeLimitSeconds: 10,
    memoryLimitMB,
    scope: null,
    functions: [],
    sharedNames: topLevelFunctions(`${setup ?? ''}\n${solution}`),
    randomCalls: 0,
    variationSeed: sha256
  });
  return mutants;
}
