/**
 * Cuts a lesson's text into slices, one a cell and a challenge, and puts each where it belongs in the notebook.
 * Together, in their order, they are the text to the last byte.
 */

import type { ICell } from '@jupyterlab/nbformat';
import type { Block, Lesson } from '@lectern/lesson';
import { challengeCellId } from '../cell-ids.js';
import { METADATA_KEY, type CellMetadata } from '../metadata.js';
import { hiddenCell, type HiddenSlice } from './hidden-slices.js';

interface Source {
  lesson: Lesson;
  text: string;
  /** By cell id, where in the text begins what the cell shows. */
  starts: ReadonlyMap<string, number>;
}

export function carrySource(cells: ICell[], source: Source): { cells: ICell[]; front: string } {
  const { lesson, text } = source;
  const [front, ...slices] = cut(source);
  const marker = markerOf(lesson, text);
  const quizzes = rangesOf(lesson.body, isQuiz);
  const answers = new Map(cells.map((cell) => [cell.id, cell.source as string]));
  const hidden: HiddenSlice[] = [];
  const open = new Map<string, HiddenSlice>();
  for (const { from, to, ...slice } of slices) {
    const isSecret = to > marker || quizzes.some(([start, end]) => start < to && end > from);
    if (slice.challenge !== undefined) {
      const answer = answers.get(challengeCellId(slice.challenge, 'answer'));
      hidden.push({ ...slice, ...(answer !== undefined && { answer }) });
    } else if (isSecret || slice.cell === undefined) hidden.push(slice);
    else open.set(slice.cell, slice);
  }
  const carried = cells.map((cell) => {
    const slice = open.get(cell.id as string);
    return slice === undefined ? cell : withSlice(cell, slice);
  });
  if (hidden.length > 0) carried.push(hiddenCell(hidden));
  return { cells: carried, front: front?.text ?? '' };
}

type Cut = HiddenSlice & { from: number; to: number };

/** The first is what comes before every cell. */
function cut({ lesson, text, starts }: Source): Cut[] {
  const marker = markerOf(lesson, text);
  const owners: { from: number; cell?: string; challenge?: string }[] = [
    { from: 0 },
    ...(marker < text.length ? [{ from: marker }] : []),
    ...lesson.challenges.map(({ id, range }) => ({ from: range.start.offset, challenge: id }))
  ];
  for (const [cell, from] of starts) {
    // A challenge that no marker placed has no text of its own in the body.
    if (!owners.some((owner) => owner.from === from && owner.challenge !== undefined)) {
      owners.push({ from, cell });
    }
  }
  owners.sort((a, b) => a.from - b.from);
  return owners.map((owner, at) => {
    const to = owners[at + 1]?.from ?? text.length;
    return { ...owner, at, to, text: text.slice(owner.from, to) };
  });
}

/** Where the line `---challenges---` begins: one that no block holds. The text's length where there is none. */
function markerOf({ body }: Lesson, text: string): number {
  const blocks = rangesOf(body, () => true);
  for (const { index } of text.matchAll(/^---challenges---[ \t]*$/gm)) {
    if (!blocks.some(([start, end]) => start <= index && index < end)) return index;
  }
  return text.length;
}

function rangesOf(blocks: readonly Block[], wanted: (block: Block) => boolean): [number, number][] {
  return blocks.flatMap((block): [number, number][] => {
    if (wanted(block)) return [[block.range.start.offset, block.range.end.offset]];
    return 'children' in block ? rangesOf(block.children, wanted) : [];
  });
}

function isQuiz(block: Block): boolean {
  return block.kind === 'quiz';
}

function withSlice(cell: ICell, { at, text }: HiddenSlice): ICell {
  const lectern = cell.metadata[METADATA_KEY] as unknown as CellMetadata;
  const own: CellMetadata = { ...lectern, source: { at, text } };
  return { ...cell, metadata: { ...cell.metadata, [METADATA_KEY]: own } } as unknown as ICell;
}
