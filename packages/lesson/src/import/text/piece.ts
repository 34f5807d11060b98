/** What a recogniser of plain text finds: the block of draft, and the line after it. */

import type { Draft } from '../draft.js';
import type { TextLines } from './text-lines.js';

export interface Piece {
  kind: 'heading' | 'list' | 'code' | 'table' | 'text' | 'furniture';
  draft: Draft;
  /** The first line that is not part of it. */
  end: number;
}
/** `null` where what stands at line `at` is something else. */
export type Recogniser = (text: TextLines, at: number) => Piece | null;
