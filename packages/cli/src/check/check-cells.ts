/** Runs a lesson's code cells from top to bottom, in the same Python that a notebook's kernel has. */

import { RUN_SEED, type CellOutcome, type Sandbox } from '@lectern/grader';
import type { Block, CodeBlock, Diagnostic, Lesson } from '@lectern/lesson';
import { checkDiagnostic } from './rules.js';

/** Of all cells together: a learner waits for them, too. */
const TIME_LIMIT_SECONDS = 60;
const MEMORY_LIMIT_MB = 1_024;

interface RunCell {
  source: string;
  line: number;
  /** `null` for what stands in a challenge: its solution is proven by itself. */
  block: CodeBlock | null;
}

export async function checkCells(lesson: Lesson, sandbox: () => Sandbox): Promise<Diagnostic[]> {
  const cells = cellsOf(lesson);
  if (!cells.some(({ block }) => block !== null)) return [];
  const { end, cells: outcomes } = await sandbox().author.runCells({
    cells: cells.map(({ source, line }) => ({ source, line })),
    seed: RUN_SEED,
    timeLimitSeconds: TIME_LIMIT_SECONDS,
    memoryLimitMB: MEMORY_LIMIT_MB
  });
  const diagnostics: Diagnostic[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const block = cells[index]?.block;
    if (block == null) continue;
    const why = whyNotRun(outcome, lesson);
    if (why !== null) {
      diagnostics.push(notRun(block, why));
      // What follows may need what this would have defined.
      return diagnostics;
    }
    diagnostics.push(...problemsOf(block, outcome));
  }
  const unfinished = cells[outcomes.length];
  if (unfinished !== undefined && end !== 'done') {
    diagnostics.push(stopped(unfinished.block ?? firstAfter(cells, outcomes.length), end));
  }
  return diagnostics;
}

function firstAfter(cells: readonly RunCell[], index: number): CodeBlock {
  const after = cells.slice(index).find(({ block }) => block !== null);
  const any = after ?? cells.findLast(({ block }) => block !== null);
  return any?.block as CodeBlock;
}

/** In the order in which a learner runs them; of a challenge, what is given. */
function cellsOf(lesson: Lesson): RunCell[] {
  const cells: RunCell[] = [];
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      // The line after the one that opens the fence.
      if (block.kind === 'code') {
        cells.push({ source: block.source, line: block.range.start.line + 1, block });
      } else if (block.kind === 'directive') visit(block.children);
      else if (block.kind === 'challenge-place') {
        visit(block.children);
        const challenge = lesson.challenges.find(({ id }) => id === block.challengeId);
        if (challenge?.setup != null) {
          cells.push({ source: challenge.setup, line: challenge.range.start.line, block: null });
        }
      }
    }
  };
  visit(lesson.body);
  return cells;
}

/** Why this is not the place to run the cell; `null` when it is. */
function whyNotRun({ suspended, error }: CellOutcome, { packages }: Lesson): string | null {
  if (suspended) return 'it waits for something that only a browser has';
  if (error?.type === 'EOFError') return 'it asks for input';
  if (error?.type !== 'ModuleNotFoundError') return null;
  if (/'lectern\b/.test(error.message))
    return 'it needs what only a notebook of the site has (lectern)';
  if (packages.length > 0) {
    return `it needs a package that a browser loads from the network (${error.message})`;
  }
  return null;
}

function notRun({ range }: CodeBlock, why: string): Diagnostic {
  return checkDiagnostic(
    'code/not-run',
    range,
    `This cell, and those after it, were not run here: ${why}.`,
    'Run the lesson once in a browser: "lectern start".'
  );
}

function problemsOf({ raises, range }: CodeBlock, { error }: CellOutcome): Diagnostic[] {
  if (raises && error === null) {
    return [
      checkDiagnostic(
        'code/does-not-raise',
        range,
        'This cell is marked `raises`, and does not raise.',
        'Remove `raises`, or let it go wrong as the text says.'
      )
    ];
  }
  if (raises || error === null) return [];
  const where = error.line === null ? '' : ` on line ${error.line}`;
  const message = error.message === '' ? '' : `: ${error.message}`;
  return [
    checkDiagnostic(
      'code/cell-fails',
      range,
      `This cell stops with ${error.type}${where}${message}.`,
      'Correct it; or write `python raises` if it is meant to stop, `python listing` if it is not meant to run.'
    )
  ];
}

function stopped({ range }: CodeBlock, end: string): Diagnostic {
  const why =
    end === 'timed-out'
      ? `the lesson’s cells did not finish within ${TIME_LIMIT_SECONDS} s, and were in this one`
      : end === 'out-of-memory'
        ? `it needs more than ${MEMORY_LIMIT_MB} MB`
        : 'Python stopped in it';
  return checkDiagnostic(
    'code/cell-fails',
    range,
    `This cell does not run to its end: ${why}.`,
    'Make it do less, or write `python listing` if it is not meant to run.'
  );
}
