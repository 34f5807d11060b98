/** A lesson as the notebook that `otter assign` reads: each challenge a question between raw cells. */

import type { ICell, INotebookContent } from '@jupyterlab/nbformat';
import type { Challenge, Lesson } from '@lectern/lesson';
import { METADATA_KEY, type CellMetadata } from '../metadata.js';
import { answerSource } from '../nbgrader/answer-source.js';
import type { NbgraderChecks } from '../nbgrader/graded-cells.js';
import { toNotebook, type NotebookOptions } from '../to-notebook.js';

interface OtterOptions extends Pick<NotebookOptions, 'showExpectedOutput'> {
  /** The same as nbgrader's grade cells: otter's tests are code that must not raise. */
  checks: NbgraderChecks;
}

export function toOtter(lesson: Lesson, { checks, ...options }: OtterOptions): INotebookContent {
  const notebook = toNotebook(lesson, {
    ...options,
    edition: 'instructor',
    grading: new Map(),
    nbgrader: checks
  });
  const writer = new OtterWriter(lesson, checks);
  for (const cell of notebook.cells) writer.add(cell);
  const { [METADATA_KEY]: _lectern, ...metadata } = notebook.metadata;
  return { ...notebook, metadata, cells: writer.cells };
}

class OtterWriter {
  readonly cells: ICell[] = [];
  #question: string | null = null;

  constructor(
    private readonly lesson: Lesson,
    private readonly checks: NbgraderChecks
  ) {
    this.#raw('config', 'ASSIGNMENT CONFIG', ['init_cell: true', 'export_cell: false']);
  }

  add(cell: ICell): void {
    const { kind, challenge } = cell.metadata[METADATA_KEY] as unknown as CellMetadata;
    const found = this.lesson.challenges.find(({ id }) => id === challenge?.id);
    if (found !== undefined && this.#question !== found.id) this.#begin(found);
    if (found === undefined || kind !== 'challenge-answer') {
      this.cells.push({ ...cell, metadata: plainMetadata(cell) });
    } else {
      this.#answer(found, cell);
    }
    if (found !== undefined && kind === 'challenge-check') this.#afterCheck(found, cell);
  }

  #begin(challenge: Challenge): void {
    const { id, points } = challenge;
    this.#question = id;
    this.#raw(`${id}-question`, 'BEGIN QUESTION', [
      `name: ${JSON.stringify(id)}`,
      `points: ${points}`,
      ...(this.#countOf(id) === 0 ? ['manual: true'] : [])
    ]);
  }

  #answer(challenge: Challenge, cell: ICell): void {
    const { id } = challenge;
    const gradesOutput = this.checks.challenges.get(id)?.gradesOutput ?? true;
    this.#raw(`${id}-solution`, 'BEGIN SOLUTION');
    this.cells.push({ ...cell, source: otterAnswer(challenge, gradesOutput), metadata: {} });
    this.#raw(`${id}-solution-end`, 'END SOLUTION');
    if (this.#countOf(id) > 0) this.#raw(`${id}-tests`, 'BEGIN TESTS');
    else this.#raw(`${id}-question-end`, 'END QUESTION');
  }

  #afterCheck({ id }: Challenge, cell: ICell): void {
    if (cell.id !== `${id}-check-${this.#countOf(id)}`) return;
    this.#raw(`${id}-tests-end`, 'END TESTS');
    this.#raw(`${id}-question-end`, 'END QUESTION');
  }

  #countOf(id: string): number {
    return this.checks.challenges.get(id)?.checks.length ?? 0;
  }

  #raw(name: string, boundary: string, lines: string[] = []): void {
    const source = [`# ${boundary}`, ...lines].join('\n');
    this.cells.push({ cell_type: 'raw', id: `otter-${name}`.slice(0, 64), source, metadata: {} });
  }
}

/** What nbformat itself knows of; nothing of ours, nor of nbgrader's. */
function plainMetadata({ metadata }: ICell): ICell['metadata'] {
  const { [METADATA_KEY]: _lectern, nbgrader: _nbgrader, ...plain } = metadata;
  return plain;
}

/**
 * The solution, which otter takes out, and the starter, which it puts in: as a string, so that here it does not run.
 * A starter that no string can hold as it is gets the solution's lines between its own.
 */
function otterAnswer(challenge: Challenge, gradesOutput: boolean): string {
  const { starter, solution } = challenge;
  const quotes = ['"""', "'''"].find((mark) => !starter.includes(mark));
  const fits = !starter.includes('\\') && !/["']$/.test(starter);
  if (solution === null) return starter;
  if (quotes === undefined || !fits) {
    return answerSource(challenge, { gradesOutput }).replace(
      /### (BEGIN|END) SOLUTION/g,
      '# $1 SOLUTION'
    );
  }
  return [
    '# BEGIN SOLUTION NO PROMPT',
    solution,
    '# END SOLUTION',
    `${quotes} # BEGIN PROMPT`,
    starter,
    `${quotes}; # END PROMPT`
  ].join('\n');
}
