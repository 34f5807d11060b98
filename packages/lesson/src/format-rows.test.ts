/** Every row of the lesson format has a case: its input, its tree with its diagnostics, and its notebook. */

import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const CASES = new URL('../test/cases/', import.meta.url);

/** By the format's sections; quizzes, which are a section of their own, have their cases and tests elsewhere. */
const ROWS: Record<string, Record<string, string[]>> = {
  'A course': {
    'title, description, language': ['course-title-description-language'],
    modules: ['course-modules', 'front-matter-module-id'],
    hints: ['course-hints'],
    solution: ['course-solution'],
    grading: ['course-grading', 'course-defaults'],
    'a slip in course.yml': ['course-problems']
  },
  'Front matter': {
    id: ['front-matter-id', 'front-matter-id-missing', 'front-matter-problems'],
    title: ['front-matter-title', 'front-matter-title-missing'],
    moduleId: ['front-matter-module-id', 'course-modules'],
    version: ['front-matter-version'],
    prerequisites: ['front-matter-prerequisites'],
    estimatedTimeMinutes: ['front-matter-estimated-time', 'front-matter-problems'],
    difficulty: ['front-matter-difficulty', 'front-matter-problems'],
    learningObjectives: ['front-matter-learning-objectives'],
    keywords: ['front-matter-keywords'],
    packages: ['front-matter-packages'],
    grading: ['front-matter-grading'],
    'unknown keys': ['front-matter-unknown-key'],
    'keys that stand twice': ['front-matter-duplicate-key'],
    'no front matter, or none that can be read': [
      'front-matter-absent',
      'front-matter-unclosed',
      'front-matter-invalid-yaml',
      'plain'
    ]
  },
  Body: {
    'a heading starts a cell': ['body-headings', 'references'],
    'a python fence that can run': ['body-python-runs', 'code-fences'],
    'one that does not parse': ['body-python-listing-syntax'],
    'one that imports what is not there': ['body-python-listing-module'],
    'one that reads undefined names': ['body-python-listing-name'],
    'python exec': ['body-python-exec'],
    'python listing': ['body-python-listing'],
    'python raises': ['body-python-raises'],
    diagram: ['body-diagram'],
    mermaid: ['body-mermaid'],
    'every other fence': ['body-other-fences'],
    'nesting that no lesson has': ['body-deep-nesting']
  },
  Directives: {
    'the two spellings, titles and attributes': ['directive-spellings', 'directives'],
    nesting: ['directive-nesting'],
    'a fence hides them': ['directive-in-fence'],
    'text that looks like one': ['directive-like-text'],
    definition: ['directive-definition'],
    note: ['directive-note'],
    tip: ['directive-tip'],
    warning: ['directive-warning'],
    example: ['directive-example'],
    'an unknown name': ['directive-unknown'],
    'left open until a heading': ['directive-unclosed-at-heading', 'unclosed-directives'],
    'left open until the marker': ['directive-unclosed-at-marker'],
    'left open until the end': ['directive-unclosed-at-end'],
    'closed without being open': ['directive-stray-close'],
    'try-it': ['try-it-code', 'try-it-text'],
    'challenge with an id': ['challenge-place-by-id'],
    'the n-th bare challenge': ['challenge-place-bare', 'placement'],
    'no marker': ['challenge-place-none'],
    "a marker's prose": ['challenge-place-prose'],
    'a marker without a challenge': ['challenge-place-problems'],
    experiment: ['experiment']
  },
  Challenges: {
    'the marker': ['challenges-marker', 'challenges-marker-in-fence'],
    'challenge and part headings': ['challenge-headings'],
    'the list of keys': ['challenge-key-list'],
    "a part's value": ['challenge-part-values'],
    'bad structure': ['challenge-problems', 'challenge-part-misspelt'],
    id: ['challenge-key-id'],
    language: ['challenge-key-language'],
    difficulty: ['challenge-key-difficulty'],
    points: ['challenge-key-points'],
    timeLimitSeconds: ['challenge-key-time-limit-seconds'],
    memoryLimitMB: ['challenge-key-memory-limit-mb'],
    tolerance: ['challenge-key-tolerance'],
    compare: ['challenge-key-compare'],
    behaviour: ['challenge-key-behaviour'],
    forbid: ['challenge-key-forbid', 'challenge-key-forbid-unknown'],
    require: ['challenge-key-require'],
    solution: ['challenge-key-solution'],
    prose: ['challenge-prose'],
    Setup: ['challenge-setup'],
    'Starter Code': [
      'challenge-starter-code',
      'challenge-starter-code-locked',
      'challenge-starter-code-missing'
    ],
    Stdin: ['challenge-stdin'],
    'Expected Output': [
      'challenge-expected-output',
      'challenge-expected-output-sealed',
      'challenge-expected-output-sealed-compare'
    ],
    Tests: ['challenge-tests'],
    Solution: ['challenge-solution', 'challenge-solution-missing'],
    Hints: ['challenge-hints'],
    'Accepted and Rejected': ['challenge-accepted', 'challenge-rejected'],
    Explanation: ['challenge-explanation', 'challenge-explanation-empty'],
    'every part at once': ['challenge-parts', 'canonical']
  }
};

describe.each(Object.entries(ROWS))('%s', (_, rows) => {
  it.each(Object.entries(rows))('%s', (_, folders) => {
    for (const folder of folders) {
      for (const file of ['input.md', 'lesson.json', 'notebook.ipynb']) {
        const url = new URL(`${folder}/${file}`, CASES);
        expect({ folder, file, exists: existsSync(url) }).toMatchObject({ exists: true });
      }
    }
  });
});

it('every case is that of a row', () => {
  const listed = new Set(Object.values(ROWS).flatMap((rows) => Object.values(rows).flat()));
  const others = readdirSync(CASES).filter((name) => !listed.has(name) && !name.startsWith('quiz'));
  expect(others).toEqual([]);
});
