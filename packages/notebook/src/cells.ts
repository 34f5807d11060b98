/** The two kinds of cell that a lesson needs, as nbformat 4.5 wants them. */

import type { ICodeCell, IMarkdownCell } from '@jupyterlab/nbformat';
import { sha256 } from '@lectern/lesson';
import { METADATA_KEY, type CellMetadata, type NbgraderMetadata } from './metadata.js';
import { withoutRegions } from './nbgrader/regions.js';

/** Beside Lectern's own: nbformat's `editable`, `deletable` and `tags`, JupyterLab's `jupyter`, and nbgrader's. */
interface Options {
  editable?: false;
  deletable?: false;
  tags?: string[];
  jupyter?: { source_hidden: true };
  nbgrader?: NbgraderMetadata;
}

export function markdownCell(
  id: string,
  source: string,
  lectern: Omit<CellMetadata, 'base' | 'sha256'>,
  options: Options = {}
): IMarkdownCell {
  return { cell_type: 'markdown', id, source, metadata: metadata(source, lectern, options) };
}

export function codeCell(
  id: string,
  source: string,
  lectern: Omit<CellMetadata, 'base' | 'sha256'>,
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
  lectern: Omit<CellMetadata, 'base' | 'sha256'>,
  options: Options
): IMarkdownCell['metadata'] {
  const base = options.nbgrader === undefined ? source : withoutRegions(source);
  const own: CellMetadata = {
    ...lectern,
    base,
    ...(base !== source && { sha256: sha256(source) })
  };
  // nbformat's type asks for an index signature, which an interface does not have.
  return { ...options, [METADATA_KEY]: own } as unknown as IMarkdownCell['metadata'];
}
