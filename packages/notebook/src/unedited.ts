/** Has anybody worked in a notebook since it was built? */

import { sha256 } from '@lectern/lesson';
import { METADATA_KEY } from './metadata.js';

interface FoundCell {
  source?: unknown;
  outputs?: unknown[];
  metadata?: Record<string, { base?: unknown; sha256?: unknown; progress?: unknown } | undefined>;
}

/** True only of a notebook that Lectern built and in which every cell is as it was: it can be built again. */
export function isUnedited(notebookText: string): boolean {
  try {
    const notebook = JSON.parse(notebookText) as {
      cells?: FoundCell[];
      metadata?: Record<string, unknown>;
    };
    if (notebook.metadata?.[METADATA_KEY] === undefined || !Array.isArray(notebook.cells)) {
      return false;
    }
    return notebook.cells.every((cell) => {
      const source = Array.isArray(cell.source) ? cell.source.join('') : cell.source;
      const lectern = cell.metadata?.[METADATA_KEY];
      // The answer to a quiz is nowhere but in its progress.
      const hasWork = lectern?.progress !== undefined || (cell.outputs ?? []).length > 0;
      return isAsBuilt(source, lectern) && !hasWork;
    });
  } catch {
    return false;
  }
}

/** `lectern` is the cell's own metadata. */
export function isAsBuilt(
  source: unknown,
  lectern: { base?: unknown; sha256?: unknown } | undefined
): boolean {
  if (lectern?.sha256 === undefined) return lectern?.base === source;
  return typeof source === 'string' && sha256(source) === lectern.sha256;
}
