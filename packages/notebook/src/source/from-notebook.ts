/** The lesson back from its instructor's notebook: to the byte where nobody has edited it, and else with the edits. */

import {
  METADATA_KEY,
  type CellMetadata,
  type NotebookMetadata,
  type SourceSlice
} from '../metadata.js';
import { fence } from '../listing.js';
import { linesOf } from '../nbgrader/regions.js';
import { isAsBuilt } from '../unedited.js';
import { applyEdits, replaceInFence, type Applied } from './apply-edits.js';
import { readHidden, type HiddenSlice } from './hidden-slices.js';

/** The notebook does not carry a lesson. */
export class SourceError extends Error {
  override name = 'SourceError';
}

export interface LostEdit {
  /** Counted from 1, as they stand in the notebook. */
  cell: number;
  /** What was written there. */
  text: string;
  reason: string;
}

export interface FoundLesson {
  text: string;
  /** Edits to what the lesson's text does not hold; nothing of them is in `text`. */
  lost: LostEdit[];
}

interface Cell {
  id: string | undefined;
  type: string;
  source: string;
  lectern: Partial<CellMetadata> | undefined;
}

/** `notebook` is the parsed file. @throws {SourceError} */
export function fromNotebook(notebook: unknown): FoundLesson {
  return new Reader(notebook as FoundNotebook).read();
}

interface FoundNotebook {
  cells?: { id?: string; cell_type?: string; source?: string | string[]; metadata?: object }[];
  metadata?: { [METADATA_KEY]?: NotebookMetadata };
}

class Reader {
  readonly #cells: Cell[];
  readonly #front: string;
  /** Of the cells whose text students may not see, and of the challenges; edits are written into them. */
  readonly #hidden: HiddenSlice[];
  readonly #lost: LostEdit[] = [];

  constructor(notebook: FoundNotebook | null) {
    const front = notebook?.metadata?.[METADATA_KEY]?.front;
    if (front === undefined || !Array.isArray(notebook?.cells)) {
      throw new SourceError(
        'does not carry its lesson. Only a notebook that was built with --edition instructor does.'
      );
    }
    this.#front = front;
    this.#cells = notebook.cells.map(({ id, cell_type = '', source = '', metadata = {} }) => ({
      id,
      type: cell_type,
      source: Array.isArray(source) ? source.join('') : source,
      lectern: (metadata as Record<string, Partial<CellMetadata> | undefined>)[METADATA_KEY]
    }));
    this.#hidden = this.#readHidden();
  }

  read(): FoundLesson {
    const body = this.#cells.map((cell, index) => this.#sliceOf(cell, index));
    const ids = new Set(this.#cells.map(({ lectern }) => lectern?.challenge?.id));
    const rest = this.#hidden
      .filter(
        ({ cell, challenge }) =>
          cell === undefined && (challenge === undefined || ids.has(challenge))
      )
      .map(({ at, text }) => ({ at, text }));
    const inBody = body.filter((slice) => slice !== null);
    // A cell of text that stands after the challenges' marker goes back there.
    const end = rest[0]?.at ?? Infinity;
    const late = inBody.filter((slice) => slice.at !== null && slice.at > end);
    const slices: Piece[] = [
      { at: 0, text: this.#front },
      ...inBody.filter((slice) => !late.includes(slice)),
      ...[...rest, ...late].sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
    ];
    return { text: joined(slices), lost: this.#lost };
  }

  #readHidden(): HiddenSlice[] {
    const cell = this.#cells.find(({ lectern }) => lectern?.kind === 'lesson-source');
    if (cell === undefined) {
      if (!this.#cells.some(({ lectern }) => lectern?.kind === 'challenge-answer')) return [];
      throw new SourceError('lacks its last cell, which holds the challenges of the lesson.');
    }
    try {
      const slices = readHidden(cell.source);
      if (slices.length > 0) return slices;
    } catch {
      throw new SourceError('has a last cell, of the lesson’s source, that cannot be read.');
    }
    throw new SourceError('is a student’s copy: the solutions have been taken out of it.');
  }

  /** `null` for a cell that has no text of its own in the body. */
  #sliceOf(cell: Cell, index: number): Piece | null {
    const { lectern, source, type, id } = cell;
    const lose = (text: string, reason: string): void => {
      this.#lost.push({ cell: index + 1, text, reason });
    };
    if (lectern?.base === undefined) {
      if (source.trim() === '') return null;
      if (type === 'raw') lose(source, 'A lesson has no raw cells.');
      return type === 'raw' ? null : { at: null, text: newBlock(source, type) };
    }
    const slice =
      lectern.source ?? this.#hidden.find((hidden) => hidden.cell === id && id !== undefined);
    if (isAsBuilt(source, lectern)) return slice === undefined ? null : { ...slice };
    const edited = this.#edited(cell, slice);
    for (const text of edited.lost) {
      lose(text, 'This is not text of the lesson: the notebook’s builder wrote it.');
    }
    return slice === undefined ? null : { at: slice.at, text: edited.text };
  }

  #edited({ lectern, source }: Cell, slice: SourceSlice | undefined): Applied {
    const { kind, base = '' } = lectern ?? {};
    const challenge = this.#hidden.find(
      (hidden) => hidden.challenge !== undefined && hidden.challenge === lectern?.challenge?.id
    );
    const text = slice?.text ?? '';
    if (kind === 'code' && slice !== undefined) {
      const written = replaceInFence(text, source);
      return written === null ? { text, lost: [source] } : { text: written, lost: [] };
    }
    if (challenge === undefined) return applyEdits(text, base, source);
    if (kind === 'challenge-task') return editTask(text, challenge, base, source);
    if (kind === 'challenge-setup') return editPart(challenge, 'Setup', base, source);
    if (kind === 'challenge-answer') return editAnswer(challenge, source);
    return { text, lost: [source] };
  }
}

interface Piece {
  /** `null` for what somebody added. */
  at: number | null;
  text: string;
}

/** Where two slices did not stand side by side in the lesson, a blank line goes between them. */
function joined(pieces: readonly Piece[]): string {
  let text = '';
  let previous: number | null = null;
  for (const piece of pieces) {
    if (piece.text === '') continue;
    const follows = previous !== null && piece.at === previous + 1;
    if (text !== '' && !follows) text += missingBlank(text);
    text += piece.text;
    previous = piece.at;
  }
  return text;
}

function missingBlank(text: string): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  if (/(\r?\n){2}$|^\s*$/.test(text)) return '';
  return /\n$/.test(text) ? end : end + end;
}

function newBlock(source: string, type: string): string {
  return `${type === 'code' ? fence(source, 'python') : source.trimEnd()}\n`;
}

/** The marker's own text and the challenge's: a line is changed in the one that has it. */
function editTask(marker: string, challenge: HiddenSlice, base: string, edited: string): Applied {
  const parts = challenge.text.search(/^#### /m);
  const end = parts === -1 ? challenge.text.length : parts;
  // Between them a line that neither has, so that what is added at the one's end does not go to the other.
  const seam = '\u0000\n';
  const before = marker === '' || marker.endsWith('\n') ? marker : `${marker}\n`;
  const { text, lost } = applyEdits(before + seam + challenge.text.slice(0, end), base, edited);
  const at = text.indexOf(seam);
  challenge.text = text.slice(at + seam.length) + challenge.text.slice(end);
  return {
    text: before === marker ? text.slice(0, at) : text.slice(0, at).replace(/\n$/, ''),
    lost
  };
}

/** Changes the code of one part, under its heading. */
function editPart(challenge: HiddenSlice, part: string, base: string, edited: string): Applied {
  const heading = new RegExp(`^####[ \\t]+${part}\\b`, 'im').exec(challenge.text);
  const from =
    heading === null ? -1 : challenge.text.slice(heading.index).search(/^ {0,3}(```|~~~)/m);
  if (heading === null || from === -1) return { text: '', lost: [edited] };
  const start = heading.index + from;
  const next = challenge.text.slice(start).search(/\n#### /);
  const end = next === -1 ? challenge.text.length : start + next;
  const { text, lost } = applyEdits(challenge.text.slice(start, end), base, edited);
  challenge.text = challenge.text.slice(0, start) + text + challenge.text.slice(end);
  return { text: '', lost };
}

/** Between nbgrader's markers stands the solution's; around them what the starter has, and mostly both. */
function editAnswer(challenge: HiddenSlice, edited: string): Applied {
  const { answer } = challenge;
  if (answer === undefined) return { text: '', lost: [edited] };
  const view = (source: string, name: 'solution' | 'starter'): string =>
    linesOf(source, name).join('\n');
  const starter = view(edited, 'starter');
  const toStarter = editPart(challenge, 'Starter', view(answer, 'starter'), starter);
  const toSolution = editPart(
    challenge,
    'Solution',
    view(answer, 'solution'),
    view(edited, 'solution')
  );
  const inStarter = starter.split('\n');
  const lost = toSolution.lost.filter(
    (text) => !text.split('\n').every((line) => inStarter.includes(line))
  );
  return { text: '', lost: [...toStarter.lost, ...lost] };
}
