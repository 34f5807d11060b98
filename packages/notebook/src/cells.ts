/** The two kinds of cell that a lesson needs, as nbformat 4.5 wants them. */

import type { ICodeCell, IMarkdownCell } from '@jupyterlab/nbformat';
import { METADATA_KEY, type CellMetadata } from './metadata.js';

/** Beside Lectern's own: nbformat's `editable`, `deletable` and `tags`. */
interface Options {
  editable?: false;
  deletable?: false;
  tags?: string[];
}

export function markdownCell(
  id: string,
  source: string,
  lectern: Omit<CellMetadata, 'base'>,
  options: Options = {}
): IMarkdownCell {
  return { cell_type: 'markdown', id, source, metadata: metadata(source, lectern, options) };
}

export function codeCell(
  id: string,
  source: string,
  lectern: Omit<CellMetadata, 'base'>,
  options: Options = {}
): ICodeCell {
  return {
    cell_type: 'code',
    id,
    source,
    metadata: metadata(source, lectern, options),
    execution_count: null,
    outputs: []
  };
}

function metadata(
  source: string,
  lectern: Omit<CellMetadata, 'base'>,
  options: Options
): IMarkdownCell['metadata'] {
  const own: CellMetadata = { ...lectern, base: source };
  // nbformat's type asks for an index signature, which an interface does not have.
  return { ...options, [METADATA_KEY]: own } as unknown as IMarkdownCell['metadata'];
}
