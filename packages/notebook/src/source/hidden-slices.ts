/**
 * The slices of a lesson's text that students may not see. nbgrader hands out metadata as they are, and takes hidden
 * tests out of a cell that it grades: so they stand there, as comments of a check that is worth no points.
 */

import type { ICell } from '@jupyterlab/nbformat';
import { codeCell } from '../cells.js';
import type { SourceSlice } from '../metadata.js';
import { nbgrader } from '../nbgrader/graded-cells.js';
import { BEGIN_HIDDEN, END_HIDDEN } from '../nbgrader/regions.js';

/** `cell` or `challenge` is whose text it is; with neither, it belongs to the lesson. */
export interface HiddenSlice extends SourceSlice {
  cell?: string;
  challenge?: string;
  /** Of a challenge, its answer cell as built: what edits to it are told by. */
  answer?: string;
}

const ID = 'lectern-lesson-source';
const LINE = '# {';

export function hiddenCell(slices: readonly HiddenSlice[]): ICell {
  const source = [
    '# Here the instructor’s notebook keeps the parts of the lesson that students may not see.',
    BEGIN_HIDDEN,
    ...slices.map((slice) => `# ${withoutMarkers(JSON.stringify(slice))}`),
    END_HIDDEN
  ].join('\n');
  return codeCell(
    ID,
    source,
    { kind: 'lesson-source' },
    {
      editable: false,
      deletable: false,
      jupyter: { source_hidden: true },
      nbgrader: nbgrader(ID, { grade: true, points: 0 })
    }
  );
}

/** @throws {SyntaxError} where somebody has edited them. */
export function readHidden(source: string): HiddenSlice[] {
  return source
    .split('\n')
    .filter((line) => line.startsWith(LINE))
    .map((line) => JSON.parse(line.slice(2)) as HiddenSlice);
}

/** A lesson may speak of nbgrader's markers. */
function withoutMarkers(json: string): string {
  return json.replace(/(BEGIN|END) /g, '$1\\u0020');
}
