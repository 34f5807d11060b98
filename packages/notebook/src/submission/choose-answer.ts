/** The one answer to a challenge, of the cells that may hold it: copies, pieces, cells that were turned into text. */

import type { CellWithRole } from './cell-roles.js';
import { normalised } from './likeness.js';
import type { PlaceOf } from './places.js';
import type { Asked } from './read-work.js';

export interface Chosen {
  /** `null`: no cell holds one. */
  source: string | null;
  notes: string[];
}

/** One or more cells, one after the other. */
interface Candidate {
  source: string;
  /** Where its first cell stands. */
  index: number;
  cells: CellWithRole[];
}

/** What the answer may be found among. */
export interface Among {
  all: readonly CellWithRole[];
  /** Found without a mark of their own; used where no cell has one. */
  guessed: readonly CellWithRole[];
  /** The lesson's other challenges. */
  others: readonly Asked[];
  place: PlaceOf;
}

export function chooseAnswer(asked: Asked, among: Among): Chosen {
  const { id } = asked.challenge;
  const claimed = among.all.filter(({ role }) => role.is === 'answer' && role.challenge === id);
  const own = claimed.length > 0 ? claimed : among.guessed;
  if (own.length === 0) {
    return { source: null, notes: ['The answer’s cell is not in the notebook.'] };
  }
  const candidates = joined(asked, own).map((one) => withOtherHalves(asked, one, among));
  const { candidate, notes } = pick(asked, candidates, among.place);
  return { source: candidate.source, notes: [...notes, ...notesOn(candidate, claimed.length)] };
}

/** Neighbours that are pieces of one answer count as one. */
function joined(asked: Asked, cells: readonly CellWithRole[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (const one of cells) {
    const last = candidates.at(-1);
    const parts = [...(last?.cells ?? []), one];
    const isNext = last !== undefined && last.index + last.cells.length === one.cell.index;
    if (isNext && asked.starter.isCutInto(parts.map(({ cell }) => cell.source))) {
      candidates[candidates.length - 1] = toCandidate(parts);
    } else candidates.push(toCandidate([one]));
  }
  return candidates;
}

/** Some editors give the second half of a split cell no metadata. */
function withOtherHalves(asked: Asked, candidate: Candidate, { all, others }: Among): Candidate {
  const isLoose = (one: CellWithRole | undefined): one is CellWithRole =>
    one !== undefined &&
    one.role.is === 'own' &&
    one.cell.type === 'code' &&
    others.every((other) => traces(other, one) < traces(asked, one));
  let { cells } = candidate;
  for (;;) {
    const [first, last] = [cells[0], cells.at(-1)];
    const before = all[(first?.cell.index ?? 0) - 1];
    const after = all[(last?.cell.index ?? 0) + 1];
    const longer = [
      ...(isLoose(after) ? [[...cells, after]] : []),
      ...(isLoose(before) ? [[before, ...cells]] : [])
    ].find((parts) => asked.starter.isCutInto(parts.map(({ cell }) => cell.source)));
    if (longer === undefined) return toCandidate(cells);
    cells = longer;
  }
}

function traces({ starter }: Asked, { cell }: CellWithRole): number {
  const { names, lines } = starter.tracesIn(cell.source);
  return names.size + lines.size;
}

function toCandidate(cells: CellWithRole[]): Candidate {
  return {
    source: cells.map(({ cell }) => cell.source).join('\n'),
    index: cells[0]?.cell.index ?? 0,
    cells
  };
}

/** Of copies: one that was worked in, that looks like an answer, that stands where the answer belongs; the last such. */
function pick(
  asked: Asked,
  candidates: Candidate[],
  place: PlaceOf
): { candidate: Candidate; notes: string[] } {
  const begun = narrowed(candidates, ({ source, cells }) => isBegun(asked, source, cells));
  const most = Math.max(...begun.map(({ source }) => nameLikeness(asked, source)));
  const alike = narrowed(begun, ({ source }) => nameLikeness(asked, source) === most);
  const inPlace = narrowed(alike, ({ index }) => place(index) === asked.challenge.id);
  const candidate = inPlace.at(-1) as Candidate;
  const texts = new Set(begun.map(({ source }) => normalised(source)));
  const notes =
    texts.size > 1
      ? [
          `The answer stands in ${begun.length} cells that differ; the one in cell ${candidate.index + 1} was graded.`
        ]
      : [];
  return { candidate, notes };
}

/** Those that pass the test; all where none does. */
function narrowed<T>(items: T[], test: (item: T) => boolean): T[] {
  const passed = items.filter(test);
  return passed.length > 0 ? passed : items;
}

/** The text as built, which the cell itself names, may be an earlier version's: it decides nothing but which copy counts. */
function isBegun({ unbegun }: Asked, source: string, cells: CellWithRole[]): boolean {
  const isAsBuilt = cells.length === 1 && cells[0]?.cell.base === source;
  return !isAsBuilt && !unbegun.has(normalised(source));
}

function nameLikeness({ starter }: Asked, source: string): number {
  return starter.names.size === 0 ? 0 : starter.likeness(source);
}

function notesOn({ cells }: Candidate, claimed: number): string[] {
  const notes: string[] = [];
  if (cells.length > 1) {
    notes.push(`The answer was split into ${cells.length} cells, which were joined.`);
  }
  if (claimed === 0) {
    notes.push(
      `The answer’s cell had lost its marks; it was found by what it holds, or where it stands, as cell ${(cells[0]?.cell.index ?? 0) + 1}.`
    );
  }
  const type = cells.find(({ cell }) => cell.type !== 'code')?.cell.type;
  if (type !== undefined) {
    notes.push(
      `The answer stands in a ${type === 'raw' ? 'raw' : 'Markdown'} cell; it was read as code.`
    );
  }
  return notes;
}
