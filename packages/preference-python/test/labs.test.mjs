// @ts-check
/** The labs of `notebooks/`: every cell of Python runs from top to bottom, and what the text claims is asserted in them. */

import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseLesson } from '@lectern/lesson';
import { bootWithWheel } from './pyodide.mjs';

const notebooks = new URL('../../../notebooks/', import.meta.url);
const labs = readdirSync(notebooks).filter((name) => name.startsWith('labs-'));

/** @type {import('pyodide').PyodideInterface} */
let pyodide;
beforeAll(async () => {
  pyodide = await bootWithWheel();
});

/** The cells that run, those inside boxes too. @param {import('@lectern/lesson').Block[]} blocks @returns {string[]} */
function cellsOf(blocks) {
  return blocks.flatMap((block) =>
    block.kind === 'code'
      ? [block.source]
      : block.kind === 'directive'
        ? cellsOf(block.children)
        : []
  );
}

it('there is one for each trainer', () => {
  const all = labs
    .map((lab) => readFileSync(new URL(`${lab}/lesson.md`, notebooks), 'utf8'))
    .join();
  const trainers = [
    ...['fit_reward_model', 'sft', 'dpo', 'ppo', 'grpo'],
    ...['sample_best_of_n', 'iterate', 'critique_and_revise']
  ];
  for (const trainer of trainers) {
    expect(all).toContain(`await pref.${trainer}(`);
  }
});

describe('each cell runs, and what it asserts holds', () => {
  it.each(labs)('%s', async (lab) => {
    const cells = cellsOf(
      parseLesson(readFileSync(new URL(`${lab}/lesson.md`, notebooks), 'utf8')).body
    );
    expect(cells.join('\n')).toContain('assert ');
    const globals = pyodide.toPy({});
    for (const source of cells) {
      // With the cell in the message: Python's traceback says only the line.
      await pyodide.runPythonAsync(source, { globals }).catch((/** @type {Error} */ error) => {
        throw new Error(`${error.message}\nin the cell\n${source}`);
      });
    }
  });
});
